import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import type { Log } from '../base/log.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import { codeOf, frameOf } from '../execute/run-failure.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import {
  type CaseFile,
  type Contact,
  listUnplannedCases,
  readCase,
  readContact,
} from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { keepPlan, type PlanRecord } from '../store/plan-record.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import type { FoundPerson } from './find-person.ts';
import { countsToJson, makePlan } from './make-plan.ts';
import { actorName, permit } from './permissions.ts';
import { planStanding } from './plan-standing.ts';
import { caseKindOf, requestKindOf } from './request-kind.ts';

export type PlanningContext = StoreContext & SourcesContext;

/** Cases that one round of planning takes up. */
const mostInRound = 50;

/**
 * Makes the plan of a request whose identity is proven, and keeps it as a draft for an officer to approve. A draft
 * that is there already is returned, unless it is to be made `again`.
 *
 * @throws GestandError `conflict` when identity is not proven or a plan was approved; `gone` when it is no longer
 * kept whose case it is; what {@link makePlan} throws.
 */
export async function planRequest(
  context: PlanningContext,
  { caseId, again = false }: { readonly caseId: CaseId; readonly again?: boolean },
): Promise<PlanRecord> {
  const { actor, store, policy } = context;
  permit(actor, 'plan-request');
  const file = await openCaseOf(store, caseId);
  const standing = await planStanding(store, caseId);
  if (standing.kind === 'draft' && !again) return standing.plan;
  const kind = requestKindOf(file.kind);
  const contact = await readContact(store, caseId);
  if (kind === undefined)
    throw new GestandError('conflict', `Case ${file.reference} is no request that a plan answers.`);
  if (contact === undefined)
    throw new GestandError('gone', `Whose case ${file.reference} was is no longer kept.`);
  const made = await makePlan(context, {
    kind,
    proven: { kind: 'email', value: contact.email },
    language: file.language,
    on: legalDateOf(store.clock.now()),
  });
  return withTransaction(store, async (inside) => {
    // The event locks the case: of two planners at once one follows the other, and its draft is the one that counts.
    const { sealedHash, plan, bindings, counts } = made;
    await appendCaseEvent(inside, caseId, {
      kind: 'planned',
      actor: actorName(actor),
      detail: {
        sealedHash,
        counts: countsToJson(counts),
        statedNumberFound: statedNumberFound(contact, made.person),
      },
    });
    await openCaseOf(inside, caseId);
    const record = await keepPlan(inside, { plan, sealedHash, bindings, caseId });
    await appendLedgerEntry(inside, {
      kind: 'plan-sealed',
      subjects: { caseId, planId: record.id },
      detail: { sealedHash, plan: kind, on: plan.on, policyHash: policy.hash, rows: rowsOf(counts) },
    });
    return record;
  });
}

/**
 * Plans every request that waits for it: also those whose planning failed before, because a source was not there.
 * Returns how many got a plan; what fails is told in the log and tried at the next round.
 */
export async function planWaitingRequests(context: PlanningContext): Promise<number> {
  permit(context.actor, 'plan-request');
  const { store, log } = context;
  let planned = 0;
  const waiting = await listUnplannedCases(store, { kinds: Object.values(caseKindOf), limit: mostInRound });
  for (const { id } of waiting) {
    try {
      await planRequest(context, { caseId: id });
      planned++;
    } catch (error) {
      logFailure(log, 'planning failed', { caseId: id, error });
    }
  }
  return planned;
}

async function openCaseOf(store: StoreScope, caseId: CaseId): Promise<CaseFile> {
  const file = await readCase(store, caseId);
  if (file === undefined) throw new GestandError('not-found', `There is no case ${caseId}.`);
  if (file.state !== 'in-progress' && file.state !== 'extended')
    throw new GestandError('conflict', `Case ${file.reference} is "${file.state}", so it is not planned.`);
  const standing = await planStanding(store, caseId);
  if (standing.kind === 'approved' || standing.kind === 'executed')
    throw new GestandError('conflict', `The plan of case ${file.reference} was approved before.`);
  return file;
}

/** Whether the customer number somebody gave is one of theirs; null when they gave none. It is proof of nothing. */
function statedNumberFound({ customerNumber }: Contact, { identities }: FoundPerson): boolean | null {
  if (customerNumber === undefined) return null;
  const stated = normaliseIdentity('customer-number', customerNumber).value.toUpperCase();
  return identities.some(({ kind, value }) => kind === 'customer-number' && value.toUpperCase() === stated);
}

function rowsOf(counts: readonly { readonly rows: number }[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

/** Tells the log what failed and where in our code, never in whose words. */
export function logFailure(
  log: Log,
  event: string,
  { caseId, error }: { readonly caseId?: CaseId; readonly error: unknown },
): void {
  const frame = frameOf(error);
  log('warn', event, {
    code: codeOf(error),
    ...(caseId === undefined ? {} : { caseId }),
    ...(frame === undefined ? {} : { frame }),
  });
}

import { present } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';
import { caseStanding } from '../domain/case-standing.ts';
import { cancelOpenTasks } from '../execute/cancel-tasks.ts';
import { type Ground, type GroundId, groundById } from '../law/grounds.ts';
import { isGroundFor, refusalGrounds } from '../law/refusal-grounds.ts';
import { appendCaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, moveCase, readCase, readContact } from '../store/case-file.ts';
import { appendReasonedEvent, readReasons } from '../store/case-reason.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { lockCase } from '../store/plan-case.ts';
import { closePlansOfCase } from '../store/plan-record.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase, receivedOn, wordsToPerson, writeToPerson } from './case-in-hand.ts';
import type { PolicyContext, StoreContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { planStanding } from './plan-standing.ts';
import { openProposal, refusableStates } from './proposed-refusal.ts';

/** A refusal that one officer proposed and another must confirm. */
export interface ProposedRefusal {
  readonly file: CaseFile;
  readonly ground: Ground;
  readonly explanation: string;
  readonly proposedBy: string;
}

/** The ground on which who asks for somebody else is refused: its letter tells nothing of that person. */
const mandateGround: GroundId = 'mandate-not-shown';

/**
 * Proposes to refuse a request, on a ground of the closed list. Nothing happens before another officer confirms it: whoever
 * refuses must show that they may (art. 12(5) GDPR). A later proposal takes the place of an earlier one.
 *
 * @throws GestandError `not-found`; `bad-input` when the ground is not one for this kind, or there is no explanation;
 * `conflict` when the case has ended or its plan was approved.
 */
export async function proposeRefusal(
  { actor, store }: StoreContext,
  input: { readonly reference: string; readonly ground: string; readonly explanation: string },
): Promise<ProposedRefusal> {
  permit(actor, 'refuse-request');
  const explanation = wordsToPerson(input.explanation);
  const named = await namedCase(store, input.reference);
  if (!isGroundFor(named.kind, input.ground))
    throw new GestandError(
      'bad-input',
      `"${input.ground}" is no ground on which the law lets a request for ${named.kind} be refused. There are: ${refusalGrounds(
        named.kind,
      )
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  if (input.ground === mandateGround && (await readContact(store, named.id))?.onBehalfOf === undefined)
    throw new GestandError('bad-input', `In ${named.reference} nobody asks for somebody else.`);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const detail = { ground: input.ground };
    await appendReasonedEvent(inside, named.id, {
      kind: 'refusal-proposed',
      actor: by,
      detail,
      reason: explanation,
    });
    const file = await refusable(inside, named);
    await appendLedgerEntry(inside, {
      kind: 'refusal-proposed',
      subjects: { caseId: file.id },
      detail: { ...detail, by },
    });
    const ground = present(groundById(input.ground), input.ground);
    return { file, ground, explanation, proposedBy: by };
  });
}

/**
 * The refusal that waits for another officer, for the one who is to confirm it.
 *
 * @throws GestandError `not-found`; `forbidden` for who proposed it; `conflict` when there is none.
 */
export async function readProposedRefusal(
  { actor, store }: StoreContext,
  reference: string,
): Promise<ProposedRefusal> {
  permit(actor, 'refuse-request');
  const file = await namedCase(store, reference);
  const proposed = await proposedIn(store, file);
  if (proposed === undefined) throw notProposed(file);
  refuseOwnProposal(proposed, actorName(actor));
  return proposed;
}

/**
 * Takes back what was proposed, so that the request goes on: whoever proposed it, or another officer who does not agree.
 *
 * @throws GestandError `not-found`; `conflict` when nothing is proposed.
 */
export async function withdrawRefusal(
  { actor, store }: StoreContext,
  { reference }: { readonly reference: string },
): Promise<ProposedRefusal> {
  permit(actor, 'refuse-request');
  const named = await namedCase(store, reference);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const proposed = await lockProposed(inside, named);
    const { ground, proposedBy } = proposed;
    const detail = { ground: ground.id, proposedBy };
    await appendCaseEvent(inside, named.id, { kind: 'refusal-withdrawn', actor: by, detail });
    await appendLedgerEntry(inside, {
      kind: 'refusal-withdrawn',
      subjects: { caseId: named.id },
      detail: { ...detail, by },
    });
    return proposed;
  });
}

/**
 * Refuses a request that another officer proposed to refuse, and tells the person why and where else they can go, in one
 * transaction (art. 12(4) GDPR).
 *
 * @throws GestandError `not-found`; `forbidden` when it is the same officer; `conflict` when nothing was proposed, the case
 * has ended, or its plan was approved.
 */
export async function confirmRefusal(
  context: PolicyContext,
  { reference }: { readonly reference: string },
): Promise<ProposedRefusal> {
  const { actor, store, policy } = context;
  permit(actor, 'refuse-request');
  const named = await namedCase(store, reference);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const proposed = await lockProposed(inside, named);
    const { ground, explanation, proposedBy } = proposed;
    refuseOwnProposal(proposed, by);
    const file = await moveCase(inside, named.id, {
      from: refusableStates,
      to: 'refused',
      actor: by,
      detail: { ground: ground.id, proposedBy },
      reason: explanation,
    });
    await refusePlans(inside, file);
    await writeToPerson(
      { store: inside, policy },
      file,
      ground.id === mandateGround
        ? { kind: 'mandate-refused', reason: explanation }
        : {
            kind: 'request-refused',
            request: file.kind,
            receivedOn: receivedOn(file),
            ground,
            explanation,
          },
    );
    return { ...proposed, file };
  });
}

// Of one officer who confirms and one who takes it back, one comes first.
async function lockProposed(inside: StoreScope, { id, reference }: CaseFile): Promise<ProposedRefusal> {
  await lockCase(inside, id);
  const file = present(await readCase(inside, id), reference);
  const proposed = await proposedIn(inside, file);
  if (proposed === undefined) throw notProposed(file);
  return proposed;
}

async function proposedIn(store: StoreScope, file: CaseFile): Promise<ProposedRefusal | undefined> {
  const proposal = openProposal(file, await listCaseEvents(store, file.id));
  if (proposal === undefined) return undefined;
  const ground = present(groundById(proposal.ground), proposal.ground);
  const explanation = (await readReasons(store, file.id)).get(proposal.ordinal) ?? '';
  return { file, ground, explanation, proposedBy: proposal.proposedBy };
}

function refuseOwnProposal({ file, proposedBy }: ProposedRefusal, by: string): void {
  if (proposedBy !== by) return;
  const { reference } = file;
  throw new GestandError(
    'forbidden',
    `You proposed to refuse ${reference} yourself, so another officer must confirm it. To take it back: gestand requests refuse ${reference} --withdraw`,
  );
}

function notProposed(file: CaseFile): GestandError {
  const { reference, state } = file;
  return new GestandError(
    'conflict',
    refusableStates.some((refusable) => refusable === state)
      ? `Nobody proposed to refuse ${reference}. Do so first, with a ground: gestand requests refuse ${reference} --ground …`
      : `${reference} ${caseStanding(file)}, so it is not refused.`,
  );
}

// The event before this locked the case, so what is read here stays.
async function refusable(inside: StoreScope, { id, reference }: CaseFile): Promise<CaseFile> {
  const file = await readCase(inside, id);
  if (file === undefined) throw new GestandError('not-found', `There is no request ${reference}.`);
  if (!refusableStates.some((state) => state === file.state))
    throw new GestandError('conflict', `${reference} ${caseStanding(file)}, so it is not refused.`);
  await refuseApproved(inside, file);
  return file;
}

async function refusePlans(inside: StoreScope, file: CaseFile): Promise<void> {
  await refuseApproved(inside, file);
  await closePlansOfCase(inside, file.id);
  await cancelOpenTasks(inside, { caseId: file.id });
}

async function refuseApproved(inside: StoreScope, { id, reference }: CaseFile): Promise<void> {
  const standing = await planStanding(inside, id);
  if (standing.kind === 'approved' || standing.kind === 'executed')
    throw new GestandError('conflict', `The plan of ${reference} was approved, so it is carried out.`);
}

import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import type { Log } from '../base/log.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { caseStanding } from '../domain/case-standing.ts';
import { isUnproven } from '../domain/case-state.ts';
import type { Language } from '../domain/language.ts';
import { codeOf, frameOf } from '../execute/run-failure.ts';
import { isRefusal } from '../plan/explain-rectify.ts';
import type { Search } from '../plan/explain-search.ts';
import { needingColumn } from '../plan/plan-rectify.ts';
import { appendCaseEvent, type CaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, readCase } from '../store/case-file.ts';
import { listCasesJoinedInVain } from '../store/case-person.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { keepPlan, type PlanRecord, supersedeDrafts } from '../store/plan-record.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { listUnplannedCases } from '../store/unplanned-case.ts';
import type { PartyContext, SourcesContext, StoreContext } from './context.ts';
import { correctionsOf } from './correction-case.ts';
import { choiceToJson, correctionWait } from './correction-choice.ts';
import { destinationOf } from './destination-of.ts';
import { findRequester, type Requester, statedNumberFound } from './find-requester.ts';
import { isAsked } from './identity-choice.ts';
import { joinDuplicates, setApart } from './join-cases.ts';
import { countsToJson, type MadePlan, makePlan, rectificationCounts, searchToJson } from './make-plan.ts';
import { actorName, permit } from './permissions.ts';
import { planStanding } from './plan-standing.ts';
import { planKindOf, plannedKinds } from './request-kind.ts';
import { settleRequester } from './settle-requester.ts';

export type PlanningContext = StoreContext & SourcesContext & PartyContext;

/** Cases that one round of planning takes up. */
const mostInRound = 50;

export type RequestPlanning =
  | { readonly kind: 'planned'; readonly plan: PlanRecord }
  /** There is no plan before somebody said which of several people asks: see `gestand identify`. */
  | { readonly kind: 'ask' }
  /** There is no plan before somebody said which columns a correction is about: see `gestand rectify`. */
  | { readonly kind: 'choose' }
  /** There is no plan: an earlier request of the same person answers it. */
  | { readonly kind: 'joined' };

/**
 * Makes the plan of a request whose identity is proven, and keeps it as a draft for an officer to approve. A draft
 * that is there already is returned, unless it is to be made `again`. When what was proven leads to several people, the case waits for
 * an officer to choose, and a draft it had is superseded; so it does when a correction cannot be carried out as it is asked. Of two requests of
 * one person for the same only the first gets a plan.
 *
 * @throws GestandError `conflict` when identity is not proven, a plan was approved, or what is asked is disputed; what {@link findRequester} and
 * {@link makePlan} throw.
 */
export async function planRequest(
  context: PlanningContext,
  { caseId, again = false }: { readonly caseId: CaseId; readonly again?: boolean },
): Promise<RequestPlanning> {
  const { actor, store } = context;
  permit(actor, 'plan-request');
  const file = await openCaseOf(store, caseId);
  const standing = await planStanding(store, caseId);
  if (standing.kind === 'draft' && !again) return { kind: 'planned', plan: standing.plan };
  try {
    return await planOpenCase(context, file);
  } catch (error) {
    // Planned at the same time, an earlier request of the same person took this one over while its plan was made.
    if (codeOf(error) === 'conflict' && (await readCase(store, caseId))?.state === 'joined')
      return { kind: 'joined' };
    throw error;
  }
}

async function planOpenCase(context: PlanningContext, file: CaseFile): Promise<RequestPlanning> {
  const { store } = context;
  const caseId = file.id;
  const kind = planKindOf(file.kind);
  if (kind === undefined)
    throw new GestandError('conflict', `Case ${file.reference} is no request that a plan answers.`);
  const requester = await lookFor(context, file);
  const events = await listCaseEvents(store, caseId);
  const { maps, contact } = requester;
  const person = settleRequester(store, requester, events);
  if (person.kind === 'ask') {
    const { candidates } = person;
    await askWho(context, caseId, { candidates: candidates.length, rows: candidates.flat().length });
    return { kind: 'ask' };
  }
  if (await joinDuplicates(context, file, person.rows)) return { kind: 'joined' };
  const on = legalDateOf(store.clock.now());
  const wish = { language: file.language, on };
  const to = kind === 'export' ? { to: await destinationOf(context, file) } : {};
  const made =
    kind === 'rectify'
      ? await planCorrection(context, { file, events, maps, person }, wish)
      : await makePlan(context, { maps, person }, { kind, ...wish, ...to });
  if (made === 'choose') return { kind: 'choose' };
  const stated = statedNumberFound(contact, person.rows);
  return { kind: 'planned', plan: await keepDraft(context, { caseId, made, person, stated }) };
}

/** `choose`: it cannot be carried out as it is asked, and the case now says why. */
async function planCorrection(
  context: PlanningContext,
  {
    file,
    events,
    maps,
    person,
  }: {
    readonly file: CaseFile;
    readonly events: readonly CaseEvent[];
    readonly maps: readonly DataMap[];
    readonly person: Parameters<typeof makePlan>[1]['person'];
  },
  wish: { readonly language: Language; readonly on: Temporal.PlainDate },
): Promise<MadePlan | 'choose'> {
  const { store, actor } = context;
  if (correctionWait(events)?.kind === 'disputed')
    throw new GestandError('conflict', `Case ${file.reference} is disputed. Decide that first.`);
  const corrections = await correctionsOf(store, file);
  const categories = [...new Set(needingColumn(corrections).map(({ category }) => category))];
  const made =
    categories.length > 0
      ? null
      : await makePlan(context, { maps, person }, { kind: 'rectify', corrections, ...wish });
  const refusals = made === null ? [] : rectificationCounts(made.counts).filter(isRefusal);
  if (made !== null && refusals.length === 0) return made;
  await withTransaction(store, async (inside) => {
    await appendCaseEvent(inside, file.id, {
      kind: 'choice-needed',
      actor: actorName(actor),
      detail: choiceToJson({ refusals, categories }),
    });
    await openCaseOf(inside, file.id);
    await supersedeDrafts(inside, file.id);
  });
  return 'choose';
}

async function keepDraft(
  { actor, store, policy }: PlanningContext,
  draft: {
    readonly caseId: CaseId;
    readonly made: MadePlan;
    readonly person: { readonly search: Search };
    readonly stated: boolean | null;
  },
): Promise<PlanRecord> {
  const { caseId, person, stated } = draft;
  const { sealedHash, plan, bindings, counts } = draft.made;
  return withTransaction(store, async (inside) => {
    // The event locks the case: of two planners at once one follows the other, and its draft is the one that counts.
    await appendCaseEvent(inside, caseId, {
      kind: 'planned',
      actor: actorName(actor),
      detail: {
        sealedHash,
        counts: countsToJson(counts),
        search: searchToJson(person.search),
        statedNumberFound: stated,
      },
    });
    await openCaseOf(inside, caseId);
    const record = await keepPlan(inside, { plan, sealedHash, bindings, caseId });
    await appendLedgerEntry(inside, {
      kind: 'plan-sealed',
      subjects: { caseId, planId: record.id },
      detail: { sealedHash, plan: plan.kind, on: plan.on, policyHash: policy.hash, rows: rowsOf(counts) },
    });
    return record;
  });
}

// A search that goes on and on is no failure that passes by itself: the case waits for somebody, and is not tried every few seconds.
async function lookFor(context: PlanningContext, file: CaseFile): Promise<Requester> {
  try {
    return await findRequester(context, file);
  } catch (error) {
    if (codeOf(error) === 'limit-exceeded') await askWho(context, file.id, { candidates: null, rows: null });
    throw error;
  }
}

/** Notes that a case has no plan before somebody says who it is about; once, for as long as nothing changes. */
async function askWho(
  { store, actor }: PlanningContext,
  caseId: CaseId,
  detail: { readonly candidates: number | null; readonly rows: number | null },
): Promise<void> {
  await withTransaction(store, async (inside) => {
    await openCaseOf(inside, caseId);
    await supersedeDrafts(inside, caseId);
    if (isAsked(await listCaseEvents(inside, caseId))) return;
    await appendCaseEvent(inside, caseId, {
      kind: 'identification-needed',
      actor: actorName(actor),
      detail,
    });
  });
}

/** Failures that end without anybody doing something to the request; all others are told on it. */
const passing: ReadonlySet<string> = new Set([
  'source-unreachable',
  'store-unreachable',
  'lost-lease',
  'drifted',
]);

/** Until a plan is tried again that failed for a reason of its own; an officer who looks at the request tries at once. */
const hoursBetween = 24;

/**
 * Plans every request that waits for it: also those whose planning failed before, because a source was not there.
 * Returns how many got a plan. What fails is told in the log; where it does not pass by itself, also on the request.
 */
export async function planWaitingRequests(context: PlanningContext): Promise<number> {
  permit(context.actor, 'plan-request');
  const { store, log } = context;
  await takeUpJoinedInVain(context);
  let planned = 0;
  const waiting = await listUnplannedCases(store, {
    kinds: plannedKinds,
    failedBefore: store.clock.now().subtract({ hours: hoursBetween }).toString(),
    limit: mostInRound,
  });
  for (const { id } of waiting) {
    try {
      const { kind } = await planRequest(context, { caseId: id });
      if (kind === 'planned') planned++;
    } catch (error) {
      logFailure(log, 'planning failed', { caseId: id, error });
      const code = codeOf(error);
      // A search without end was noted as a question.
      if (!passing.has(code) && code !== 'limit-exceeded')
        await appendCaseEvent(store, id, { kind: 'planning-failed', actor: 'system', detail: { code } });
    }
  }
  return planned;
}

/** What was to be answered by another request goes on by itself when that one was withdrawn, or whose it is is in doubt. */
async function takeUpJoinedInVain({ store, log }: PlanningContext): Promise<void> {
  for (const file of await listCasesJoinedInVain(store, mostInRound))
    try {
      await withTransaction(store, (inside) => setApart(inside, file, 'system'));
    } catch (error) {
      logFailure(log, 'taking up failed', { caseId: file.id, error });
    }
}

/**
 * A case that may be planned.
 *
 * @throws GestandError `not-found`; `conflict` when identity is not proven or a plan was approved.
 */
export async function openCaseOf(
  store: StoreScope,
  caseId: CaseId,
  { approved = 'not' }: { readonly approved?: 'not' | 'too' } = {},
): Promise<CaseFile> {
  const file = await readCase(store, caseId);
  if (file === undefined) throw new GestandError('not-found', `There is no case ${caseId}.`);
  if (file.state !== 'in-progress' && file.state !== 'extended')
    throw new GestandError('conflict', unplannable(file));
  if (approved === 'too') return file;
  const standing = await planStanding(store, caseId);
  if (standing.kind === 'approved' || standing.kind === 'executed')
    throw new GestandError('conflict', `The plan of case ${file.reference} was approved before.`);
  return file;
}

function unplannable(file: CaseFile): string {
  const { reference, state } = file;
  return isUnproven(state)
    ? `${reference} ${caseStanding(file)}, so there is no plan yet. Sure who it is? gestand requests prove ${reference}`
    : `${reference} ${caseStanding(file)}, so no plan is made for it.`;
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

import { randomBytes } from 'node:crypto';
import type { Json } from '../base/canonical-json.ts';
import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import { memberOf } from '../base/json-member.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { type CaseState, unprovenStates, workedOnStates } from '../domain/case-state.ts';
import { differences, sumOfCounts } from '../execute/run-cases.ts';
import { codeOf } from '../execute/run-failure.ts';
import type { Bindings, ErasePlan } from '../plan/plan.ts';
import { planErase } from '../plan/plan-erase.ts';
import { sealPlan } from '../plan/seal.ts';
import { listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, listCases } from '../store/case-file.ts';
import { placeHash, type RowPlace } from '../store/erased-row.ts';
import { readBindings } from '../store/plan-record.ts';
import { requireMaps } from './connect-sources.ts';
import { bindingsOf } from './find-person.ts';
import { countPlan, countsFromJson, erasureCounts, type MadePlan } from './make-plan.ts';
import { permit } from './permissions.ts';
import { logFailure, type PlanningContext, planRequest } from './plan-request.ts';
import { askedOf } from './prove-identity.ts';
import { plannedEvent, viewRequest } from './request-view.ts';
import { isStalePlan } from './stale-plan.ts';
import { laterOwners } from './who-shares.ts';

/** A case that can be answered together with others, with what was made for it alone. */
export interface MergedCase {
  readonly caseId: CaseId;
  readonly reference: string;
  /** Of its own draft, which this takes the place of. */
  readonly sealedHash: string;
  /** The detail of the event that says how its own draft was made. */
  readonly planned: Readonly<Record<string, Json>>;
  readonly file: CaseFile;
  readonly counts: ReturnType<typeof erasureCounts>;
  readonly rows: readonly RowPlace[];
}

/**
 * Why a case is not in: who asks was not shown, or not that they may for somebody else; nobody said yet which of several people it is; an officer
 * proposed to refuse it; its plan could not be made; the customer number it states does not go with the address that was proven; its rows are
 * those of another case of the plan; it shares a row with one; or what is done for it cannot be counted with others.
 */
export type NotMerged =
  | 'unproven'
  | 'mandate'
  | 'identification'
  | 'refusal-proposed'
  | 'no-plan'
  | 'number-doubt'
  | 'same-rows'
  | 'shares-rows'
  | 'by-itself';

export interface MergedPlans {
  readonly cases: readonly MergedCase[];
  readonly leftOut: readonly { readonly reference: string; readonly why: NotMerged }[];
  /** What would be done for all of them; null when there is nobody. */
  readonly made: MadePlan | null;
  /** There are more than one plan takes. */
  readonly more: boolean;
}

/** Cases that are looked at in one page, and those that one plan takes. */
const pageSize = 500;
export const mostInPlan = 5000;

/**
 * One plan for every erasure that waits for approval: the rows of each as their own plan has them, counted together.
 * Who shares a row with somebody else of them is left for a plan of their own, so that for each it is exactly known what
 * goes and what stays, and what their letter says is so. Nothing is kept and nothing changes, but for drafts of an earlier
 * day, which are made again.
 *
 * @throws GestandError `conflict` where a person does part of the work; `drifted` when the policy no longer fits a source;
 * `source-unreachable`.
 */
export async function mergePlans(
  context: PlanningContext,
  { limit = mostInPlan }: { readonly limit?: number } = {},
): Promise<MergedPlans> {
  permit(context.actor, 'approve-many');
  const maps = await requireMaps(context);
  const byHand = maps.find(({ kind }) => kind === 'manual');
  if (byHand !== undefined)
    throw new GestandError(
      'conflict',
      `What is in ${byHand.source} goes by hand, one person at a time. Approve these requests one by one: gestand approve`,
    );
  const waiting: MergedCase[] = [];
  const leftOut: { reference: string; why: NotMerged }[] = [];
  let more = false;
  for await (const file of erasureCases(context, workedOnStates)) {
    more = waiting.length >= limit;
    if (more) break;
    const one = await ownPlan(context, file, maps);
    if (one === null) continue;
    if (typeof one === 'string') leftOut.push({ reference: file.reference, why: one });
    else waiting.push(one);
  }
  let { cases, same } = withOwnRows(context, waiting);
  let merged = await withoutShared(context, cases, maps);
  // Of somebody who shared a row with one who is gone since, more is done today than when their plan was made.
  if (merged.changed.length > 0) {
    const again = new Map<MergedCase, MergedCase | NotMerged | null>();
    for (const one of merged.changed) again.set(one, await ownPlan(context, one.file, maps, { again: true }));
    for (const [{ reference }, one] of again)
      if (typeof one === 'string') leftOut.push({ reference, why: one });
    const anew = waiting.map((one) => again.get(one) ?? (again.has(one) ? null : one));
    ({ cases, same } = withOwnRows(
      context,
      anew.filter((one) => one !== null && typeof one !== 'string'),
    ));
    merged = await withoutShared(context, cases, maps);
  }
  const leave = (left: readonly MergedCase[], why: NotMerged) =>
    leftOut.push(...left.map(({ reference }) => ({ reference, why })));
  leave(same, 'same-rows');
  leave(merged.shared, 'shares-rows');
  leave(merged.changed, 'by-itself');
  for await (const file of erasureCases(context, unprovenStates)) {
    const asked = askedOf(file, await listCaseEvents(context.store, file.id));
    leftOut.push({ reference: file.reference, why: asked === 'mandate' ? 'mandate' : 'unproven' });
  }
  return { cases: merged.cases, leftOut, made: merged.made, more };
}

async function* erasureCases(
  { store }: PlanningContext,
  states: readonly CaseState[],
): AsyncGenerator<CaseFile> {
  for (let after: CaseFile | undefined; ; ) {
    const page = await listCases(store, {
      states,
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    yield* page.filter(({ kind }) => kind === 'erasure');
    after = page.at(-1);
    if (page.length < pageSize) return;
  }
}

/** The draft of a case as it is today; why it cannot be taken; null: it does not wait for approval. */
async function ownPlan(
  context: PlanningContext,
  file: CaseFile,
  maps: readonly DataMap[],
  { again = false }: { readonly again?: boolean } = {},
): Promise<MergedCase | NotMerged | null> {
  const { store, policy } = context;
  const today = legalDateOf(store.clock.now()).toString();
  let view = await viewRequest(store, file);
  const { kind } = view.standing;
  if (kind === 'approved' || kind === 'executed') return null;
  if (view.proposal !== undefined) return 'refusal-proposed';
  if (view.asked) return 'identification';
  if (
    again ||
    view.standing.kind !== 'draft' ||
    isStalePlan(view.standing.plan.plan, { today, policy, maps })
  ) {
    try {
      const { kind: became } = await planRequest(context, { caseId: file.id, again: true });
      if (became === 'ask') return 'identification';
      if (became === 'joined') return null;
    } catch (error) {
      if (codeOf(error) === 'source-unreachable') throw error;
      logFailure(context.log, 'planning failed', { caseId: file.id, error });
      return 'no-plan';
    }
    view = await viewRequest(store, file);
  }
  if (view.standing.kind !== 'draft') return 'no-plan';
  const record = view.standing.plan;
  const planned = plannedEvent(record, view.events);
  if (record.plan.kind !== 'erase' || planned === undefined) return 'no-plan';
  if (memberOf(planned, 'statedNumberFound') === false) return 'number-doubt';
  return {
    caseId: file.id,
    file,
    reference: file.reference,
    sealedHash: record.sealedHash,
    planned: planned as Readonly<Record<string, Json>>,
    counts: erasureCounts(countsFromJson(memberOf(planned, 'counts'))),
    rows: rowsOf(await readBindings(store, record.id)),
  };
}

function rowsOf({ sources }: Bindings): readonly RowPlace[] {
  return Object.entries(sources).flatMap(([source, tables]) =>
    Object.entries(tables).flatMap(([table, rows]) => rows.map(({ key }) => ({ source, table, key }))),
  );
}

/** A row is one person's: who asks for rows of an earlier case waits until that is answered. */
function withOwnRows({ store }: PlanningContext, waiting: readonly MergedCase[]) {
  const taken = new Set<string>();
  const cases: MergedCase[] = [];
  const same: MergedCase[] = [];
  for (const one of waiting) {
    const places = one.rows.map((row) => placeHash(store, row));
    if (places.some((place) => taken.has(place))) same.push(one);
    else {
      cases.push(one);
      for (const place of places) taken.add(place);
    }
  }
  return { cases, same };
}

/**
 * Counted together, what is done is the sum of what is done for each; but for rows that two of them share, which go when
 * both leave and stay when one does. Of two who share a row the later is taken out. `changed`: of those as well more or less is done today than
 * their own plan says, also without anybody else.
 */
async function withoutShared(
  context: PlanningContext,
  all: readonly MergedCase[],
  maps: readonly DataMap[],
): Promise<{
  readonly cases: readonly MergedCase[];
  readonly shared: readonly MergedCase[];
  readonly changed: readonly MergedCase[];
  readonly made: MadePlan | null;
}> {
  const look = (cases: readonly MergedCase[]) => together(context, cases, maps);
  if (all.length === 0) return { cases: [], shared: [], changed: [], made: null };
  const first = await look(all);
  if (first.differing.length === 0) return { cases: all, shared: [], changed: [], made: first.made };
  const tables = new Set(first.differing.map(([source, table]) => JSON.stringify([source, table])));
  let out: ReadonlySet<MergedCase> = await laterOwners(
    context.sources,
    { plan: first.made.plan, tables },
    all,
  );
  let last = await look(all.filter((one) => !out.has(one)));
  const changed: MergedCase[] = [];
  if (last.differing.length > 0) {
    // The rows changed between two looks, or are tied in a way of their own: then everybody is looked at.
    out = new Set(all).difference(new Set(await grow([], all, look)));
    last = await look(all.filter((one) => !out.has(one)));
    for (const one of out) if ((await look([one])).differing.length > 0) changed.push(one);
  }
  const cases = all.filter((one) => !out.has(one));
  const shared = [...out].filter((one) => !changed.includes(one));
  return { cases, shared, changed, made: cases.length === 0 ? null : last.made };
}

type MadeErasure = MadePlan & { readonly plan: ErasePlan };
type Look = (
  cases: readonly MergedCase[],
) => Promise<{ readonly made: MadeErasure; readonly differing: readonly unknown[] }>;

/** As many of these as go together with those that do already; in halves, so that a few that do not cost little. */
async function grow(
  base: readonly MergedCase[],
  more: readonly MergedCase[],
  look: Look,
): Promise<readonly MergedCase[]> {
  if (more.length === 0) return base;
  if ((await look([...base, ...more])).differing.length === 0) return [...base, ...more];
  if (more.length === 1) return base;
  const half = Math.ceil(more.length / 2);
  return grow(await grow(base, more.slice(0, half), look), more.slice(half), look);
}

async function together(context: PlanningContext, cases: readonly MergedCase[], maps: readonly DataMap[]) {
  const made = await makeTogether(context, cases, maps);
  const sum = sumOfCounts(cases.map(({ counts }) => bySource(counts)));
  return { made, differing: differences(sum, sumOfCounts([bySource(erasureCounts(made.counts))])) };
}

async function makeTogether(
  { policy, sources, store }: PlanningContext,
  cases: readonly MergedCase[],
  maps: readonly DataMap[],
): Promise<MadeErasure> {
  const rows = cases.flatMap((one, person) => one.rows.map((row) => ({ ...row, person })));
  const bindings = bindingsOf(rows, maps, randomBytes(16).toString('hex'));
  const plan = planErase(policy, maps, { people: cases.length, on: legalDateOf(store.clock.now()) });
  const counts = await countPlan(sources, plan, bindings);
  return { plan, bindings, sealedHash: sealPlan(plan, bindings), counts };
}

function bySource(counts: MergedCase['counts']) {
  return Object.fromEntries(Map.groupBy(counts, ({ source }) => source));
}

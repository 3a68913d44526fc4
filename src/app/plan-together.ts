import { randomBytes } from 'node:crypto';
import { legalDateOf } from '../base/clock.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { differences, sumOfCounts } from '../execute/run-cases.ts';
import type { ErasePlan } from '../plan/plan.ts';
import { planErase } from '../plan/plan-erase.ts';
import { sealPlan } from '../plan/seal.ts';
import { placeHash } from '../store/erased-row.ts';
import { bindingsOf } from './find-person.ts';
import { countPlan, erasureCounts, type MadePlan } from './make-plan.ts';
import type { MergedCase } from './own-draft.ts';
import type { PlanningContext } from './plan-request.ts';
import { laterOwners } from './who-shares.ts';

/** Cases that go in one plan, and those that do not. */
export interface TogetherPlan {
  readonly cases: readonly MergedCase[];
  /** Their rows are those of an earlier case. */
  readonly same: readonly MergedCase[];
  /** They share a row with an earlier case. */
  readonly shared: readonly MergedCase[];
  /** More or less is done today than their own draft says, also without anybody else. */
  readonly changed: readonly MergedCase[];
  /** Null when there is nobody. */
  readonly made: MadePlan | null;
}

/**
 * Counted together, what is done is the sum of what is done for each; but for rows that two of them share, which go when
 * both leave and stay when one does. Of two who share a row the later is taken out.
 *
 * @throws GestandError `source-unreachable`.
 */
export async function planTogether(
  context: PlanningContext,
  waiting: readonly MergedCase[],
  maps: readonly DataMap[],
): Promise<TogetherPlan> {
  const { own: all, same } = withOwnRows(context, waiting);
  if (all.length === 0) return { cases: [], same, shared: [], changed: [], made: null };
  const look = (cases: readonly MergedCase[]) => together(context, cases, maps);
  const first = await look(all);
  if (first.differing.length === 0) return { cases: all, same, shared: [], changed: [], made: first.made };
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
  return { cases, same, shared, changed, made: cases.length === 0 ? null : last.made };
}

/** A row is one person's: who asks for rows of an earlier case waits until that is answered. */
function withOwnRows({ store }: PlanningContext, waiting: readonly MergedCase[]) {
  const taken = new Set<string>();
  const own: MergedCase[] = [];
  const same: MergedCase[] = [];
  for (const one of waiting) {
    const places = one.rows.map((row) => placeHash(store, row));
    if (places.some((place) => taken.has(place))) same.push(one);
    else {
      own.push(one);
      for (const place of places) taken.add(place);
    }
  }
  return { own, same };
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

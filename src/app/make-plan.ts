import { randomBytes } from 'node:crypto';
import { present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Language } from '../domain/language.ts';
import type { Destination } from '../domain/receiver.ts';
import type { Correction } from '../domain/wish.ts';
import { type CountedErasure, type CountedRows, explainAccess, explainErasure } from '../plan/explain.ts';
import { explainExport } from '../plan/explain-export.ts';
import { explainGate } from '../plan/explain-gate.ts';
import { type CountedRectification, explainRectification } from '../plan/explain-rectify.ts';
import type { Search } from '../plan/explain-search.ts';
import type { Bindings, GatePlan, Plan, ShownPlanKind } from '../plan/plan.ts';
import { planAccess } from '../plan/plan-access.ts';
import { planErase } from '../plan/plan-erase.ts';
import { planExport } from '../plan/plan-export.ts';
import { correctedValues, planRectify } from '../plan/plan-rectify.ts';
import { sealPlan } from '../plan/seal.ts';
import type { Policy } from '../policy/policy.ts';
import type { Source } from '../sources/source.ts';
import type { SourcesContext } from './context.ts';
import { bindingsOf } from './find-person.ts';
import type { SettledPerson } from './settle-person.ts';

/** What a plan would do, in rows. No personal data: it may stand in a timeline. */
export type PlanCounts = readonly (CountedRows | CountedErasure | CountedRectification)[];

export interface MadePlan {
  readonly plan: Plan;
  readonly bindings: Bindings;
  /** What is approved. */
  readonly sealedHash: string;
  readonly counts: PlanCounts;
}

export type PlanWish = {
  readonly language: Language;
  readonly on: Temporal.PlainDate;
} & (
  | {
      readonly kind: Exclude<ShownPlanKind, 'rectify'>;
      /** Of an export; to the person when left out. */
      readonly to?: Destination;
    }
  | { readonly kind: 'rectify'; readonly corrections: readonly Correction[] }
);

/**
 * Plans what is asked for a person who was found, in sources that were looked at, and counts what it would do. Changes nothing
 * anywhere.
 *
 * @throws GestandError `source-unreachable`.
 */
export async function makePlan(
  { policy, sources }: SourcesContext,
  { maps, person }: { readonly maps: readonly DataMap[]; readonly person: Pick<Settled, 'rows'> },
  wish: PlanWish,
): Promise<MadePlan> {
  const found = bindingsOf(person.rows, maps, randomBytes(16).toString('hex'));
  const bindings =
    wish.kind === 'rectify' ? { ...found, corrections: correctedValues(wish.corrections) } : found;
  const plan = planOf(policy, maps, wish);
  const counts = await countPlan(sources, plan, bindings);
  return { plan, bindings, sealedHash: sealPlan(plan, bindings), counts };
}

type Settled = Extract<SettledPerson, { readonly kind: 'settled' }>;

/** The plan in sentences with numbers. */
export function explainPlan(
  plan: Plan,
  counts: PlanCounts,
  reader: { readonly policy: Policy; readonly language: Language },
): readonly string[] {
  switch (plan.kind) {
    case 'access':
      return explainAccess(plan, counts, reader);
    case 'export':
      return explainExport(plan, counts, reader);
    case 'erase':
      return explainErasure(plan, erasureCounts(counts), reader);
    case 'rectify':
      return explainRectification(plan, rectificationCounts(counts), reader);
    case 'gate':
      return explainGate(plan, counts, reader);
  }
}

export function erasureCounts(counts: PlanCounts): readonly CountedErasure[] {
  return counts.filter((count): count is CountedErasure => 'effect' in count && !('correction' in count));
}

export function rectificationCounts(counts: PlanCounts): readonly CountedRectification[] {
  return counts.filter((count): count is CountedRectification => 'correction' in count);
}

/** Counts as they stand in a timeline. */
export function countsToJson(counts: PlanCounts): Json {
  return counts.map((count) => ({ ...count }));
}

/** Reads back what {@link countsToJson} wrote. */
export function countsFromJson(value: Json | undefined): PlanCounts {
  return Array.isArray(value) ? (value as unknown as PlanCounts) : [];
}

/** How a search went, as it stands in a timeline: kinds of identities, tables and counts, and no value. */
export function searchToJson({ tables, candidates, chosen }: Search): Json {
  return {
    tables: tables.map((table) => ({ ...table, by: table.by.map((by) => ({ ...by })) })),
    candidates,
    chosen,
  };
}

/** Reads back what {@link searchToJson} wrote; of a plan from before it was written, nothing is known. */
export function searchFromJson(value: Json | undefined): Search {
  return value === undefined ? { tables: [], candidates: 0, chosen: 0 } : (value as unknown as Search);
}

function planOf(policy: Policy, maps: readonly DataMap[], wish: PlanWish): Exclude<Plan, GatePlan> {
  const { language, on } = wish;
  switch (wish.kind) {
    case 'access':
      return planAccess(policy, maps, { people: 1, language, on });
    case 'export':
      return planExport(policy, maps, { people: 1, language, on, to: wish.to ?? { kind: 'self' } });
    case 'erase':
      return planErase(policy, maps, { people: 1, on });
    case 'rectify':
      return planRectify(policy, maps, { people: 1, on, corrections: wish.corrections });
  }
}

/** What a plan would do, in rows. Changes nothing. */
export async function countPlan(
  sources: ReadonlyMap<string, Source>,
  plan: Exclude<Plan, GatePlan>,
  bindings: Bindings,
): Promise<PlanCounts> {
  const of = (id: string) => ({
    source: present(sources.get(id), `source ${id}`),
    rows: bindings.sources[id] ?? {},
  });
  if (plan.kind === 'rectify') {
    const counts = plan.sources.map(async (part) => {
      const { source, rows } = of(part.source);
      const people = { bindings: rows, values: bindings.corrections ?? [] };
      return (await source.countRectification(part, people)).map((count) => ({
        source: part.source,
        ...count,
      }));
    });
    return (await Promise.all(counts)).flat();
  }
  if (plan.kind !== 'erase') {
    const counts = plan.sources.map(async (part) => {
      const { source, rows } = of(part.source);
      return (await source.countAccess(part, rows)).map((count) => ({ source: part.source, ...count }));
    });
    return (await Promise.all(counts)).flat();
  }
  const counts = plan.sources.map(async (part) => {
    const { source, rows } = of(part.source);
    return (await source.countErasure(part, rows)).map((count) => ({ source: part.source, ...count }));
  });
  return (await Promise.all(counts)).flat();
}

import { randomBytes } from 'node:crypto';
import { present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Identity } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import { type CountedErasure, type CountedRows, explainAccess, explainErasure } from '../plan/explain.ts';
import type { Bindings, Plan, PlanKind } from '../plan/plan.ts';
import { planAccess } from '../plan/plan-access.ts';
import { planErase } from '../plan/plan-erase.ts';
import { sealPlan } from '../plan/seal.ts';
import type { Policy } from '../policy/policy.ts';
import type { Source } from '../sources/source.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext } from './context.ts';
import { bindingsOf, type FoundPerson, findPerson } from './find-person.ts';

/** What a plan would do, in rows. No personal data: it may stand in a timeline. */
export type PlanCounts = readonly (CountedRows | CountedErasure)[];

export interface MadePlan {
  readonly plan: Plan;
  readonly bindings: Bindings;
  /** What is approved. */
  readonly sealedHash: string;
  readonly counts: PlanCounts;
  readonly person: FoundPerson;
}

export interface PlanWish {
  readonly kind: PlanKind;
  readonly proven: Identity;
  readonly language: Language;
  readonly on: Temporal.PlainDate;
}

/**
 * Finds a person, plans what is asked for them, and counts what it would do. Changes nothing anywhere.
 *
 * @throws GestandError `source-unreachable`; `drifted` when the policy no longer fits a source; `limit-exceeded`.
 */
export async function makePlan(context: SourcesContext, wish: PlanWish): Promise<MadePlan> {
  const maps = await requireMaps(context);
  const person = await findPerson(context.sources, maps, wish.proven);
  return planFor(context, { maps, person }, wish);
}

/** The same for a person who was found already, in sources that were looked at already. */
export async function planFor(
  { policy, sources }: SourcesContext,
  { maps, person }: { readonly maps: readonly DataMap[]; readonly person: FoundPerson },
  wish: Omit<PlanWish, 'proven'>,
): Promise<MadePlan> {
  const bindings = bindingsOf(person, maps, randomBytes(16).toString('hex'));
  const plan = planOf(policy, maps, wish);
  const counts = await countPlan(sources, plan, bindings);
  return { plan, bindings, sealedHash: sealPlan(plan, bindings), counts, person };
}

/** The plan in sentences with numbers. */
export function explainPlan(
  plan: Plan,
  counts: PlanCounts,
  reader: { readonly policy: Policy; readonly language: Language },
): readonly string[] {
  return plan.kind === 'access'
    ? explainAccess(plan, counts, reader)
    : explainErasure(plan, erasureCounts(counts), reader);
}

export function erasureCounts(counts: PlanCounts): readonly CountedErasure[] {
  return counts.filter((count): count is CountedErasure => 'effect' in count);
}

/** Counts as they stand in a timeline. */
export function countsToJson(counts: PlanCounts): Json {
  return counts.map((count) => ({ ...count }));
}

/** Reads back what {@link countsToJson} wrote. */
export function countsFromJson(value: Json | undefined): PlanCounts {
  return Array.isArray(value) ? (value as unknown as PlanCounts) : [];
}

function planOf(
  policy: Policy,
  maps: readonly DataMap[],
  { kind, language, on }: Omit<PlanWish, 'proven'>,
): Plan {
  return kind === 'access'
    ? planAccess(policy, maps, { people: 1, language, on })
    : planErase(policy, maps, { people: 1, on });
}

async function countPlan(
  sources: ReadonlyMap<string, Source>,
  plan: Plan,
  bindings: Bindings,
): Promise<PlanCounts> {
  const of = (id: string) => ({
    source: present(sources.get(id), `source ${id}`),
    rows: bindings.sources[id] ?? {},
  });
  if (plan.kind === 'access') {
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

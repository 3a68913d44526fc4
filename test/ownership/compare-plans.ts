import { expect } from 'vitest';
import type { SourceKind } from '../../src/catalog/catalog.ts';
import type { SourceAccess, SourceErasure } from '../../src/plan/plan.ts';
import { planAccess } from '../../src/plan/plan-access.ts';
import { planErase } from '../../src/plan/plan-erase.ts';
import type { ErasureCount } from '../../src/sources/source.ts';
import type { OwnershipCase } from './case.ts';
import type { Erasure } from './interpreter.ts';
import { mapOf, worldDay, worldPolicy } from './world-map.ts';

/** The plans of a case, as a policy would make them. */
export function plansFor(subject: OwnershipCase, kind: SourceKind, schema: string) {
  const map = mapOf(subject.world, kind, schema);
  const on = Temporal.PlainDate.from(worldDay);
  const people = subject.people.length;
  const [access] = planAccess(worldPolicy, [map], { people, on, language: 'nl' }).sources;
  const [erasure] = planErase(worldPolicy, [map], { people, on }).sources;
  if (access === undefined || erasure === undefined) throw new Error('a plan without a source');
  return { access, erasure } satisfies { access: SourceAccess; erasure: SourceErasure };
}

/** The dry run said what happened. */
export function compareCounts(expected: Erasure, counts: readonly ErasureCount[]): void {
  const of = (effect: ErasureCount['effect']) =>
    counts.filter((count) => count.effect === effect).reduce((sum, count) => sum + count.rows, 0);
  expect({ deleted: of('delete'), held: of('keep') }).toEqual({
    deleted: expected.deleted.size,
    held: expected.held.size,
  });
}

export function sortedCounts(counts: readonly ErasureCount[]): readonly string[] {
  return counts.map((count) => JSON.stringify(count)).sort();
}

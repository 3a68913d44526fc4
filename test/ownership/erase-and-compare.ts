import { expect } from 'vitest';
import type { OpenWorld, OwnershipBench } from './bench.ts';
import { bindingsOf, compareAccess, compareErasure, type OwnershipCase } from './case.ts';
import { compareCounts, plansFor, sortedCounts } from './compare-plans.ts';
import { type Erasure, interpret } from './interpreter.ts';
import type { World } from './world.ts';

export interface Done {
  readonly expected: Erasure;
  /** As the database has it now. */
  readonly world: World;
}

/** The copy, the dry run and the erasure of some people; null when the database cannot do it and nothing was changed. */
export async function eraseAndCompare(
  bench: OwnershipBench,
  open: OpenWorld,
  { world, people }: OwnershipCase,
): Promise<Done | null> {
  const plans = plansFor({ world, people }, bench.kind, bench.schema);
  const bindings = bindingsOf(world, people);
  compareAccess({ world, people }, await open.access(plans.access, bindings));
  const counts = await open.count(plans.erasure, bindings);
  const before = await open.rows();
  const expected = interpret(world, people);
  if (counts !== null) compareCounts(expected, counts);
  const erased = await open.erase(plans.erasure, bindings);
  const after = await open.rows();
  if (erased.kind === 'refused' || counts === null) {
    expect(erased.kind).toBe('refused');
    expect(bench.canDelete(world, expected.deleted)).toBe(false);
    expect(after).toEqual(before);
    return null;
  }
  if (erased.kind === 'counted') expect(sortedCounts(erased.counts)).toEqual(sortedCounts(counts));
  compareErasure(world, people, after);
  return { expected, world: { ...world, rows: after } };
}

import { expect, test } from 'vitest';
import { makeCase } from './case.ts';
import { type Shape, shapes, shapesOf } from './shapes.ts';

/**
 * The random worlds hold what makes ownership hard, each often enough to be tried dozens of times in a usual run.
 * The least part of the cases is some way below what was counted.
 */
const least: Readonly<Record<Shape, number>> = {
  'two owners, one of them leaves': 0.35,
  'two owners, both leave': 0.08,
  'owner and viewer': 0.35,
  'a group through an association, with several admins': 0.12,
  'a person invited by another person': 0.45,
  'a tree of mixed authors': 0.08,
  'a copy that masks what is about another owner': 0.35,
  'three hops': 0.1,
  'a hold': 0.2,
  'a row that stays because another refers to it': 0.45,
  'an order that matters': 0.04,
};

test.each(['sqlite', 'postgresql', 'mariadb'] as const)('random worlds for %s are hard', (kind) => {
  const cases = 500;
  const seen = new Map<Shape, number>();
  for (let seed = 1; seed <= cases; seed++) {
    for (const shape of shapesOf(makeCase(seed * 7_919, kind))) seen.set(shape, (seen.get(shape) ?? 0) + 1);
  }
  for (const shape of Object.keys(shapes) as Shape[]) {
    expect((seen.get(shape) ?? 0) / cases, shape).toBeGreaterThan(least[shape]);
  }
});

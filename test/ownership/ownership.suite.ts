import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OwnershipBench } from './bench.ts';
import { makeCase, type OwnershipCase } from './case.ts';
import { eraseAndCompare } from './erase-and-compare.ts';
import type { Person } from './interpreter.ts';
import { playScenario } from './play-scenario.ts';
import { generator } from './random.ts';
import { scenarios } from './scenarios.ts';
import { distinct } from './shapes.ts';

/** `OWNERSHIP_CASES` asks for that many cases of each database; `OWNERSHIP_SEED` repeats a run. */
export function casesOr(usual: number): number {
  return Number(process.env['OWNERSHIP_CASES'] ?? usual);
}

const seed = process.env['OWNERSHIP_SEED'];

/** Hours for ten thousand cases on a busy machine; no case takes a second. */
const patience = 4 * 3_600_000;

/**
 * Plans against the rule, on random schemas with random rows and on schemas that are hard by design: the database after
 * an erasure, and the copy a person receives, are what the interpreter says, cell by cell: complete, minimal, and with
 * the database's own foreign keys intact.
 */
export function describeOwnership(bench: () => OwnershipBench, cases: number): void {
  it(
    `holds in ${cases} random worlds`,
    async () => {
      const seen = { deleted: 0, refused: 0, orders: 0 };
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (one) => {
          const subject = makeCase(one, bench().kind);
          await using open = await bench().open(subject.world);
          const order = orderOf(subject, one);
          if (order[0] !== order[1]) seen.orders++;
          let { world } = subject;
          for (const people of order) {
            const done = await eraseAndCompare(bench(), open, { world, people });
            if (done === null) {
              seen.refused++;
              return;
            }
            seen.deleted += done.expected.deleted.size;
            ({ world } = done);
          }
        }),
        { numRuns: cases, ...(seed === undefined ? {} : { seed: Number(seed) }) },
      );
      // The worlds are not empty, and few are beyond what a database can do.
      expect(seen.deleted).toBeGreaterThan(cases / 4);
      expect(seen.orders).toBeGreaterThan(cases / 10);
      expect(seen.refused).toBeLessThan(5 + cases / 5);
    },
    patience,
  );

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
    await playScenario(bench(), scenario);
  });
}

/** All of them at once and then once more; or, in half of the cases, one after the other. */
function orderOf({ people }: OwnershipCase, one: number): readonly (readonly Person[])[] {
  const random = generator(one * 13 + 5);
  const each = distinct(people);
  if (each.length < 2 || random.chance(0.5)) return [people, people];
  const start = random.below(each.length);
  return [...each.slice(start), ...each.slice(0, start)].map((person) => [person]);
}

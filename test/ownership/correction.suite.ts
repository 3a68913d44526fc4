import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planRectify } from '../../src/plan/plan-rectify.ts';
import type { CapturedCell, CellCapture } from '../../src/sources/source.ts';
import type { OwnershipBench } from './bench.ts';
import { makeCase } from './case.ts';
import {
  type CorrectionCase,
  correctedPeople,
  countedCells,
  interpretCorrection,
  withCorrections,
  worldWith,
} from './correction.ts';
import { mapOf, worldDay, worldPolicy } from './world-map.ts';

const seed = process.env['OWNERSHIP_SEED'];

/**
 * Corrections against the rule, in random worlds: every cell of the database afterwards is what the interpreter says, whoever's
 * it is; what was counted beforehand is what happened; and what was captured is what stood there.
 */
export function describeCorrections(bench: () => OwnershipBench, cases: number): void {
  it(
    `holds in ${cases} random worlds`,
    async () => {
      const seen = { set: 0, keep: 0, shared: 0, left: 0 };
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (one) => {
          const subject = withCorrections(makeCase(one, bench().kind), one);
          const effects = await correctAndCompare(bench(), subject);
          for (const effect of effects) seen[effect]++;
        }),
        { numRuns: cases, ...(seed === undefined ? {} : { seed: Number(seed) }) },
      );
      expect(seen.set).toBeGreaterThan(cases / 4);
      for (const effect of ['keep', 'shared', 'left'] as const)
        expect(seen[effect], effect).toBeGreaterThan(cases / 20);
    },
    4 * 3_600_000,
  );
}

async function correctAndCompare(bench: OwnershipBench, subject: CorrectionCase) {
  await using open = await bench.open(subject.world);
  const map = mapOf(subject.world, bench.kind, bench.schema);
  const plan = planRectify(worldPolicy, [map], {
    people: subject.people.length,
    on: Temporal.PlainDate.from(worldDay),
    corrections: subject.corrections,
  });
  const [part] = plan.sources;
  if (part === undefined) throw new Error('a plan without a source');
  const people = correctedPeople(subject);
  const expected = interpretCorrection(subject);
  const counted = await open.countCorrection(part, people);
  expect(
    counted
      .map(({ table, column, correction, effect, rows }) =>
        [table, column, correction, effect, rows].join(' '),
      )
      .sort(),
  ).toEqual(countedCells(expected));
  const taken: CapturedCell[] = [];
  const done = await open.correct(part, people, captureInto(taken));
  expect(done).toEqual(counted);
  const after = await open.rows();
  expect(rowsOf(after)).toEqual(rowsOf(worldWith(subject.world, expected).rows));
  expect(
    taken
      .map(({ table, column, correction, effect, before }) =>
        JSON.stringify([table, column, correction, effect, before]),
      )
      .sort(),
  ).toEqual(
    expected
      .filter(({ effect }) => effect === 'set' || effect === 'keep')
      .map(({ table, column, correction, effect, before }) =>
        JSON.stringify([table, column, correction, effect, before]),
      )
      .sort(),
  );
  return expected.map(({ effect }) => effect);
}

function captureInto(taken: CapturedCell[]): CellCapture {
  return {
    id: 'test',
    begin: async () => {
      taken.length = 0;
    },
    take: async (cells) => {
      taken.push(...cells);
    },
  };
}

function rowsOf(rows: ReadonlyMap<string, readonly object[]>): object {
  return Object.fromEntries(
    [...rows].map(([name, its]) => [name, its.map((row) => JSON.stringify(row)).sort()]),
  );
}

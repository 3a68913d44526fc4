import { expect, test } from 'vitest';
import { column, table } from '../../test/support/catalog-of.ts';
import { columnSamples, sampledColumns, sampleLimitsFor } from './sample.ts';

const tablesOf = (tables: number, columns: number) =>
  Array.from({ length: tables }, () => ({
    columns: Array.from({ length: columns }, (_, at) => column(`c${at}`, 'text')),
  }));

test('of a few tables a thousand rows are read, of very many fewer, and never none', () => {
  expect(sampleLimitsFor(tablesOf(20, 10)).rowsPerTable).toBe(1_000);
  expect(sampleLimitsFor(tablesOf(1_000, 20)).rowsPerTable).toBe(200);
  expect(sampleLimitsFor(tablesOf(3_000, 200)).rowsPerTable).toBe(100);
  expect(sampleLimitsFor([]).rowsPerTable).toBe(1_000);
});

test('what is kept in memory has a limit, whatever the number of columns', () => {
  for (const [tables, columns] of [
    [1, 1],
    [20, 10],
    [1_000, 20],
    [3_000, 200],
  ] as const) {
    const { charactersPerColumn } = sampleLimitsFor(tablesOf(tables, columns));
    expect(charactersPerColumn).toBeGreaterThan(100);
    expect(charactersPerColumn * tables * columns).toBeLessThanOrEqual(100_000_000);
  }
  const columns = sampledColumns(table('t', [column('a', 'text')]));
  const rows = Array.from({ length: 10 }, () => ({ c0: 'x'.repeat(30) }));
  const limits = { ...sampleLimitsFor([]), charactersPerColumn: 100 };
  expect(columnSamples(rows, columns, limits).get('a')?.values).toHaveLength(3);
});

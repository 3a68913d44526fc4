import { expect, test } from 'vitest';
import type { ErasureCount } from '../sources/source.ts';
import { excessRows } from './verify-step.ts';

function count(table: string, effect: ErasureCount['effect'], rows: number): ErasureCount {
  return { table, effect, rows, latestStart: null };
}

test('what was kept, emptied of the person or is somebody else’s too may be found; what was deleted may not', () => {
  const erased = [
    count('invoices', 'keep', 2),
    count('invoices', 'delete', 5),
    count('debtors', 'redact', 1),
    count('addresses', 'leave', 1),
    count('orders', 'release', 4),
  ];
  const allowed = [
    { table: 'invoices', rows: 2 },
    { table: 'debtors', rows: 1 },
    { table: 'addresses', rows: 1 },
  ];
  expect(excessRows(erased, allowed, 1)).toEqual([]);
  expect(excessRows(erased, [{ table: 'invoices', rows: 3 }], 1)).toEqual([
    { table: 'invoices', rows: 3, allowed: 2 },
  ]);
  expect(excessRows(erased, [{ table: 'orders', rows: 1 }], 1)).toEqual([
    { table: 'orders', rows: 1, allowed: 0 },
  ]);
});

test('a row that two people of a plan share is found once for each of them', () => {
  const erased = [count('invoices', 'keep', 1)];
  expect(excessRows(erased, [{ table: 'invoices', rows: 2 }], 2)).toEqual([]);
});

import { expect, test } from 'vitest';
import { examplePolicy } from '../../test/support/access-package-example.ts';
import type { ErasePlan, SourceErasure } from '../plan/plan.ts';
import { erasureOutcome } from './erasure-outcome.ts';

function part(source: string, steps: SourceErasure['steps']): SourceErasure {
  return { source, catalogHash: '', selection: { groups: [], tables: [] }, references: [], steps };
}

const plan: ErasePlan = {
  format: 1,
  kind: 'erase',
  on: '2026-11-09',
  policyHash: examplePolicy.hash,
  people: 1,
  sources: [
    part('crm', [{ kind: 'delete', table: 'customers', circle: null }]),
    part('billing', [{ kind: 'keep', table: 'invoices', ground: 'tax-records', rule: 'invoices' }]),
  ],
};

const none = { latestStart: null };

test('what went is listed, what changed nothing of the person is not', () => {
  const { erased, kept } = erasureOutcome(examplePolicy, plan, {
    crm: [
      { table: 'customers', effect: 'delete', rows: 1, ...none },
      { table: 'messages', effect: 'leave', rows: 4, ...none },
      { table: 'messages', effect: 'redact', rows: 2, ...none },
      { table: 'leads', effect: 'release', rows: 3, ...none },
      { table: 'leads', effect: 'delete', rows: 0, ...none },
    ],
  });
  expect(erased.map(({ table, effect, rows }) => [table?.nl, effect, rows])).toEqual([
    ['Klanten', 'deleted', 1],
    ['Berichten', 'shared', 4],
    ['Berichten', 'redacted', 2],
  ]);
  expect(kept).toEqual([]);
});

test('what stays has its ground and its last day, seven years after the end of the book year', () => {
  const { kept } = erasureOutcome(examplePolicy, plan, {
    billing: [{ table: 'invoices', effect: 'keep', rows: 2, latestStart: '2024-03-01' }],
  });
  expect(kept).toMatchObject([
    { source: { en: 'Billing' }, rows: 2, ground: { id: 'tax-records' }, until: '2031-12-31' },
  ]);
});

test('without a start there is no last day to name', () => {
  const { kept } = erasureOutcome(examplePolicy, plan, {
    billing: [{ table: 'invoices', effect: 'keep', rows: 1, latestStart: null }],
  });
  expect(kept[0]?.until).toBeNull();
});

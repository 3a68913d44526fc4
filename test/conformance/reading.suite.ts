import { beforeAll, describe, expect, test } from 'vitest';
import { present } from '../../src/base/assert.ts';
import type { IdentityKind } from '../../src/domain/identity.ts';
import type { AccessRow } from '../../src/sources/source.ts';
import { customerOne, exampleShop, shopPlans } from './example-shop.ts';
import type { HandMade } from './hand-made-policy.ts';
import { benchOf, failureOf } from './test-bench.ts';
import type { TestedKind } from './tested-kind.ts';

export function describeReading(tested: TestedKind): void {
  describe('reading', () => {
    const bench = benchOf(tested, exampleShop(tested));
    let made: HandMade | undefined;
    const plans = () => present(made, 'plans');
    beforeAll(async () => {
      made = shopPlans(await bench().source.introspect());
    });

    describe('find', () => {
      const find = async (...identities: readonly (readonly [IdentityKind, string])[]) => {
        const matches = await bench().source.find(
          plans().map,
          identities.map(([kind, value]) => ({ kind, value })),
        );
        return matches.map(({ table, key }) => `${table} ${key.join(',')}`).sort();
      };

      test('compares e-mail addresses without regard to case or stray spaces, in every subject table', async () => {
        expect(await find(['email', 'jan.de.vries@example.org'])).toEqual([
          'customers 1',
          'customers 4',
          'leads JAN.DE.VRIES@EXAMPLE.ORG',
        ]);
      });

      test('finds accents and apostrophes', async () => {
        expect(await find(['email', "renée.o'brien@example.org"])).toEqual(['customers 2']);
        expect(await find(['email', "RENÉE.O'Brien@example.org"])).toEqual(['customers 2']);
      });

      test('compares numbers exactly, phones by number, plates by letters and digits', async () => {
        expect(await find(['customer-number', '1002'])).toEqual(['customers 2']);
        expect(await find(['customer-number', '01002'])).toEqual([]);
        expect(await find(['customer-number', 'no number'])).toEqual([]);
        expect(await find(['phone', '+31612345678'])).toEqual([
          'customers 1',
          'customers 4',
          'leads other@example.org',
        ]);
        expect(await find(['licence-plate', 'AB-12-CD'])).toEqual(['customers 2']);
      });

      test('finds several people at once and each row once', async () => {
        expect(
          await find(['email', 'other@example.org'], ['customer-number', '1001'], ['phone', '+31612345678']),
        ).toEqual(['customers 1', 'customers 4', 'leads other@example.org']);
      });

      test('tells the identities a row carries, in normal form', async () => {
        const [match] = await bench().source.find(plans().map, [{ kind: 'customer-number', value: '1001' }]);
        expect(match?.identities).toEqual([
          { kind: 'email', value: 'jan.de.vries@example.org' },
          { kind: 'customer-number', value: '1001' },
          { kind: 'phone', value: '+31612345678' },
          { kind: 'licence-plate', value: 'XX999X' },
        ]);
      });

      test('finds nobody for nothing, and takes patterns for what they are', async () => {
        expect(await find()).toEqual([]);
        expect(await find(['email', '%'])).toEqual([]);
        expect(await find(['email', ''])).toEqual([]);
        expect(await find(['email', 'a\0b'])).toEqual([]);
      });
    });

    describe('access', () => {
      const read = async (): Promise<readonly AccessRow[]> =>
        Array.fromAsync(bench().source.readAccess(plans().access, customerOne));

      test('reads every row of a person and nobody else’s', async () => {
        const rows = await read();
        expect(rows.every(({ person }) => person === 0)).toBe(true);
        expect(
          Object.fromEntries(
            Map.groupBy(rows, (row) => row.table)
              .entries()
              .map(([table, all]) => [table, all.length]),
          ),
        ).toEqual({
          customers: 1,
          orders: 2,
          order_lines: 2,
          visits: 2,
        });
        expect(rows.find((row) => row.table === 'customers')?.values).toMatchObject({
          id: 1,
          email: 'Jan.de.Vries@Example.ORG',
          plate: 'XX-999-X',
        });
      });

      test('counts what it would read', async () => {
        const counts = await bench().source.countAccess(plans().access, customerOne);
        expect(
          Object.fromEntries(counts.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows])),
        ).toEqual({
          customers: 1,
          orders: 2,
          order_lines: 2,
          visits: 2,
        });
      });

      test('lets a reader stop early', async () => {
        for await (const _ of bench().source.readAccess(plans().access, customerOne)) break;
        await bench().source.ping();
        expect(await read()).toHaveLength(7);
      });

      test('reads nothing for nobody', async () => {
        expect(await Array.fromAsync(bench().source.readAccess(plans().access, {}))).toEqual([]);
      });
    });

    describe('search', () => {
      const search = async (...values: readonly string[]) => {
        const traces = await bench().source.search(plans().map, values);
        return traces.map(({ table, column, rows }) => `${table}.${column}: ${rows}`).sort();
      };

      test('finds values in text and JSON without regard to case', async () => {
        expect(await search('jan.de.vries@example.org')).toEqual([
          'customers.details: 1',
          'customers.email: 2',
          'customers.notes: 1',
          'leads.email: 1',
        ]);
      });

      test('finds several values, counting a row once', async () => {
        expect(await search('jan.de.vries', 'JAN', 'renée')).toEqual([
          'customers.details: 1',
          'customers.email: 3',
          'customers.notes: 2',
          'leads.email: 1',
          'order_lines.note: 1',
        ]);
      });

      test('finds accents in capitals, apostrophes, and takes wildcards for themselves', async () => {
        expect(await search('RENÉE O')).toEqual(['customers.notes: 1']);
        expect(await search("O'BRIEN")).toEqual(['customers.email: 1', 'customers.notes: 1']);
        expect(await search('100%')).toEqual(['customers.notes: 1']);
        expect(await search('_zeker_')).toEqual(['customers.notes: 1']);
        expect(await search('1%0')).toEqual([]);
        expect(await search('\\')).toEqual([]);
      });

      test('finds nothing for nothing, and takes many values', async () => {
        expect(await search('')).toEqual([]);
        expect(await search()).toEqual([]);
        const many = Array.from({ length: 250 }, (_, i) => `nobody${i}@example.org`);
        expect(await search(...many, 'other@')).toEqual(['leads.email: 1']);
      });
    });

    describe('countBefore', () => {
      test('counts days, and a row without a date not at all', async () => {
        const { source } = bench();
        expect(await source.countBefore({ table: 'orders', column: 'at', before: '2019-03-04' })).toBe(0);
        expect(await source.countBefore({ table: 'orders', column: 'at', before: '2019-03-05' })).toBe(1);
        expect(await source.countBefore({ table: 'orders', column: 'at', before: '2026-06-01' })).toBe(2);
      });

      test('names the rows, the oldest first, and counts those that have no date apart', async () => {
        const { source } = bench();
        const at = { table: 'orders', column: 'at' };
        const keys = async (before: string, limit: number) => {
          const found = present(await source.keysBefore({ ...at, before, limit }), 'a table with a key');
          expect(found.columns).toEqual(['shop', 'number']);
          return found.keys;
        };
        expect(await keys('2019-03-04', 10)).toEqual([]);
        expect(await keys('2026-06-01', 10)).toEqual([
          ['1', '1'],
          ['1', '2'],
        ]);
        expect(await keys('2026-06-01', 1)).toEqual([['1', '1']]);
        expect(await source.countUndated(at)).toBe(1);
        const either = { ...at, column: 'at', orColumn: 'at' };
        expect(await source.countUndated(either)).toBe(1);
        expect(await source.countBefore({ ...either, before: '2026-06-01' })).toBe(2);
        expect(await source.keysBefore({ ...either, before: '2026-06-01', limit: 1 })).toMatchObject({
          keys: [['1', '1']],
        });
        const error = await failureOf(source.countUndated({ ...at, orColumn: 'gone' }));
        expect(error.code).toBe('drifted');
      });

      test('refuses a column that is not there', async () => {
        const error = await failureOf(
          bench().source.countBefore({ table: 'orders', column: 'gone', before: '2026-01-01' }),
        );
        expect(error.code).toBe('drifted');
      });
    });
  });
}

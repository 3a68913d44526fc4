import { describe, expect, it } from 'vitest';
import { catalogOf, column, foreignKey, table } from '../../test/support/catalog-of.ts';
import type { Catalog } from './catalog.ts';
import { diffCatalogs } from './drift.ts';

const before: Catalog = catalogOf([
  table('customers', [column('id', 'bigint'), column('email', 'text')], { primaryKey: ['id'] }),
  table('notes', [column('id', 'bigint'), column('customer_id', 'bigint')], {
    primaryKey: ['id'],
    foreignKeys: [foreignKey('notes', 'customer_id', 'customers')],
  }),
]);

describe('diffCatalogs', () => {
  it('is empty when only rows and indexes changed', () => {
    const after = catalogOf(
      before.tables.map((each) => ({ ...each, estimatedRows: 9, indexes: [['email']] })),
    );
    expect(diffCatalogs(before, after)).toEqual([]);
  });

  it('does not mind the order in which a source lists things', () => {
    const after = catalogOf(
      before.tables.toReversed().map((each) => ({ ...each, columns: each.columns.toReversed() })),
    );
    expect(diffCatalogs(before, after)).toEqual([]);
  });

  it('names what is new, gone and changed', () => {
    const after = catalogOf([
      table(
        'customers',
        [column('id', 'bigint'), column('email', 'text', { nullable: true }), column('bsn', 'text')],
        {
          primaryKey: ['id'],
          uniqueKeys: [['email']],
        },
      ),
      table('leads', [column('id', 'bigint')], { primaryKey: ['id'] }),
    ]);
    expect(diffCatalogs(before, after)).toMatchObject([
      { kind: 'column-new', table: 'customers', column: { name: 'bsn' } },
      { kind: 'column-changed', table: 'customers', before: { nullable: false }, after: { nullable: true } },
      { kind: 'keys-changed', table: 'customers', keys: 'unique' },
      { kind: 'table-new', table: 'leads' },
      { kind: 'table-gone', table: 'notes' },
    ]);
  });

  it('tells a column that went and a reference that changed its rule', () => {
    const after = catalogOf([
      ...before.tables.slice(0, 1),
      table('notes', [column('id', 'bigint')], {
        primaryKey: ['id'],
        foreignKeys: [{ ...foreignKey('notes', 'customer_id', 'customers'), onDelete: 'cascade' }],
      }),
    ]);
    expect(diffCatalogs(before, after)).toMatchObject([
      { kind: 'column-gone', table: 'notes', column: { name: 'customer_id' } },
      { kind: 'keys-changed', table: 'notes', keys: 'foreign' },
    ]);
  });
});

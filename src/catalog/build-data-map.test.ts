import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogOf, column, foreignKey, table } from '../../test/support/catalog-of.ts';
import { present } from '../base/assert.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { PolicySource } from '../policy/policy.ts';
import { buildDataMap } from './build-data-map.ts';
import type { Catalog, CatalogTable } from './catalog.ts';

const file = join(import.meta.dirname, '../../test/golden/policy/valid.yaml');
const text = readFileSync(file, 'utf8');

/** The source of the golden policy, with a piece of its text replaced. */
function policy(from = '', to = ''): PolicySource {
  expect(text).toContain(from);
  const { policy: compiled, diagnostics } = compilePolicy('policy.yaml', text.replace(from, to));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return present(present(compiled, 'policy').sources[0], 'source');
}

const nullable = { nullable: true };

/** What the golden policy was written for, and nothing to find in it. */
const tables: readonly CatalogTable[] = [
  table(
    'customers',
    [
      column('id', 'bigint'),
      column('customer_no', 'character varying(12)'),
      column('name', 'text'),
      column('email', 'text', nullable),
      column('last_active_on', 'date'),
      column('address_id', 'bigint', nullable),
      column('branch_id', 'integer'),
      column('account_manager_id', 'bigint', nullable),
    ],
    {
      primaryKey: ['id'],
      uniqueKeys: [['customer_no']],
      foreignKeys: [
        foreignKey('customers', 'address_id', 'addresses'),
        foreignKey('customers', 'account_manager_id', 'employees'),
      ],
      indexes: [['lower(email)'], ['address_id'], ['account_manager_id']],
    },
  ),
  table('employees', [column('id', 'bigint'), column('email', 'text'), column('left_on', 'date')], {
    primaryKey: ['id'],
    indexes: [['lower((email)::text)']],
  }),
  table('addresses', [column('id', 'bigint'), column('street', 'text')], { primaryKey: ['id'] }),
  table(
    'invoices',
    [
      column('id', 'bigint'),
      column('customer_id', 'bigint'),
      column('invoice_date', 'date'),
      column('iban', 'text', nullable),
    ],
    {
      primaryKey: ['id'],
      foreignKeys: [foreignKey('invoices', 'customer_id', 'customers')],
      indexes: [['customer_id', 'invoice_date']],
    },
  ),
  table(
    'invoice_lines',
    [column('invoice_id', 'bigint'), column('line', 'integer'), column('text', 'text', nullable)],
    {
      uniqueKeys: [['invoice_id', 'line']],
      foreignKeys: [foreignKey('invoice_lines', 'invoice_id', 'invoices')],
      indexes: [['invoice_id']],
    },
  ),
  table('branches', [column('id', 'integer'), column('name', 'text')], { primaryKey: ['id'] }),
  table('schema_migrations', [column('version', 'integer')], { primaryKey: ['version'] }),
];

function withTable(name: string, change: (found: CatalogTable) => CatalogTable): Catalog {
  expect(tables.some(({ id }) => id === name)).toBe(true);
  return catalogOf(tables.map((each) => (each.id === name ? change(each) : each)));
}

function withColumn(name: string, columnName: string, parts: Parameters<typeof column>[2]): Catalog {
  return withTable(name, (found) => ({
    ...found,
    columns: found.columns.map((each) => (each.name === columnName ? { ...each, ...parts } : each)),
  }));
}

function found(catalog: Catalog, source = policy()) {
  const { map, findings } = buildDataMap(source, catalog);
  return {
    map,
    codes: findings.map(({ severity, code, table: at, column: name }) => [severity, code, at, name]),
  };
}

describe('buildDataMap', () => {
  it('finds nothing where everything is mapped and indexed', () => {
    const { map, codes } = found(catalogOf(tables));
    expect(codes).toEqual([]);
    expect([...(map?.tables.keys() ?? [])]).toHaveLength(7);
  });

  it('fills in what the policy leaves to the database', () => {
    const { map } = found(catalogOf(tables));
    const customers = map?.tables.get('customers');
    const name = customers?.columns.find((each) => each.name === 'name');
    expect(name?.personal).toMatchObject({ purposes: ['service'], onErasure: 'pseudonymise' });
    const email = customers?.columns.find((each) => each.name === 'email');
    expect(email?.personal).toMatchObject({ purposes: ['service', 'newsletter'], onErasure: 'null' });
    expect(customers?.columns.find((each) => each.name === 'id')?.personal).toBeNull();
    expect(customers?.uniqueColumns).toEqual(new Set(['id', 'customer_no', 'email']));
    expect(map?.tables.get('addresses')?.links).toEqual([
      {
        name: 'customers.address_id',
        kind: 'co-owned',
        table: 'customers',
        reference: 'other',
        rowColumns: ['id'],
        otherColumns: ['address_id'],
        nullable: true,
        enforced: true,
      },
    ]);
    expect(customers?.links[0]).toMatchObject({
      name: 'branch_id',
      otherColumns: ['id'],
      nullable: false,
      enforced: false,
    });
    expect(map?.tables.get('invoice_lines')?.key).toEqual(['invoice_id', 'line']);
    expect(map?.tables.get('branches')?.columns.map((each) => each.personal)).toEqual([null, null]);
  });

  it('denies what is not mapped: a table, a column; a view is a copy', () => {
    const catalog = catalogOf([
      ...withTable('customers', (each) => ({ ...each, columns: [...each.columns, column('bsn', 'text')] }))
        .tables,
      table('leads', [column('id', 'bigint')], { primaryKey: ['id'] }),
      table('customers_view', [column('id', 'bigint')], { kind: 'view' }),
    ]);
    const { map, findings } = buildDataMap(policy(), catalog);
    expect(map).toBeNull();
    expect(findings.map(({ code, table: at, column: name, place }) => [code, at, name, place.line])).toEqual([
      ['unmapped-table', 'leads', null, 48],
      ['unmapped-column', 'customers', 'bsn', 53],
    ]);
  });

  it('says what is gone, and what it may be called now', () => {
    const renamed = catalogOf(
      withTable('customers', (each) => ({
        ...each,
        columns: each.columns.map((one) => (one.name === 'email' ? { ...one, name: 'e_mail' } : one)),
      })).tables.map((each) => (each.id === 'branches' ? { ...each, id: 'branch', name: 'branch' } : each)),
    );
    const { map, findings } = buildDataMap(policy(), renamed);
    expect(map).toBeNull();
    expect(findings.map(({ code, hint }) => [code, hint])).toEqual(
      expect.arrayContaining([
        ['column-gone', 'was it renamed? did you mean "e_mail"?'],
        ['table-gone', 'was it renamed? did you mean "branch"?'],
      ]),
    );
  });

  it('refuses a link whose ends cannot meet', () => {
    expect(found(withColumn('invoices', 'customer_id', { type: 'text', family: 'text' })).codes).toEqual([
      ['error', 'link-types-differ', 'invoices', 'customer_id'],
    ]);
    expect(found(withTable('invoices', (each) => ({ ...each, primaryKey: [] }))).codes).toContainEqual([
      'error',
      'link-without-key',
      'invoice_lines',
      'invoice_id',
    ]);
    const byKey = policy('column: branch_id, to: branches', 'column: branch_id, to: branches, key: [nr]');
    expect(found(catalogOf(tables), byKey).codes).toEqual([
      ['error', 'link-column-gone', 'customers', 'branch_id'],
    ]);
  });

  it('warns of a link to columns that are no key', () => {
    const byName = policy(
      'column: customer_id, to: customers',
      'column: customer_id, to: customers, key: [address_id]',
    );
    const { map, codes } = found(catalogOf(tables), byName);
    expect(codes).toEqual([['warning', 'link-not-to-a-key', 'invoices', 'customer_id']]);
    expect(map?.tables.get('invoices')?.links[0]).toMatchObject({ enforced: false });
  });

  it('warns where a deletion would read a whole table', () => {
    const { codes } = found(
      withTable('invoices', (each) => ({ ...each, indexes: [['invoice_date', 'customer_id']] })),
    );
    expect(codes).toContainEqual(['warning', 'missing-index', 'invoices', 'customer_id']);
    const unmapped = withTable('schema_migrations', (each) => ({
      ...each,
      columns: [...each.columns, column('by', 'bigint')],
      foreignKeys: [foreignKey('schema_migrations', 'by', 'employees')],
    }));
    expect(found(unmapped).codes).toEqual([['warning', 'missing-index', 'schema_migrations', 'by']]);
    const referred = withTable('customers', (each) => ({
      ...each,
      indexes: [['lower(email)'], ['customer_no'], ['account_manager_id']],
    }));
    expect(found(referred).codes).toEqual([['warning', 'missing-index', 'customers', 'address_id']]);
  });

  it('wants an index that disregards case for e-mail addresses', () => {
    const indexed = (...indexes: string[][]) =>
      found(withTable('employees', (each) => ({ ...each, indexes }))).codes;
    expect(indexed(['id'], ['email'])).toEqual([['warning', 'identity-without-index', 'employees', 'email']]);
    for (const serves of [
      'lower(email)',
      'lower((email)::text)',
      'lower(("email")::character varying(80))',
      'email collate nocase',
    ]) {
      expect(indexed([serves])).toEqual([]);
    }
    expect(indexed(['lower(other_email)'])).toHaveLength(1);
    const ofType = (type: string) =>
      found(
        withTable('employees', (each) => ({
          ...each,
          indexes: [['email']],
          columns: each.columns.map((known) => (known.name === 'email' ? { ...known, type } : known)),
        })),
      ).codes;
    expect(ofType('varchar(254) collate utf8mb4_general_ci')).toEqual([]);
    expect(ofType('varchar(254) collate utf8mb4_bin')).toHaveLength(1);
  });

  it('tells that rows without a date are held, and that a text is no date', () => {
    expect(found(withColumn('invoices', 'invoice_date', nullable)).codes).toEqual([
      ['info', 'hold-date-may-be-null', 'invoices', 'invoice_date'],
    ]);
    expect(found(withColumn('employees', 'left_on', { type: 'text', family: 'text' })).codes).toEqual([
      ['error', 'retention-not-a-date', 'employees', 'left_on'],
    ]);
  });

  it('warns when deleting a person would delete what the law holds', () => {
    const cascading = withTable('invoices', (each) => ({
      ...each,
      foreignKeys: each.foreignKeys.map((key) => ({ ...key, onDelete: 'cascade' })),
    }));
    expect(found(cascading).codes).toEqual([['warning', 'cascade-into-held', 'invoices', 'customer_id']]);
  });

  it('warns when somebody could not leave a row that is others’ too', () => {
    const link = 'column: customer_id, to: customers }';
    const several = policy(link, `${link}\n          - { kind: co-owned, column: id, to: employees }`);
    const leaving = (catalog: Catalog) =>
      found(catalog, several).codes.filter(([, code]) => code === 'co-owner-cannot-leave');
    expect(leaving(catalogOf(tables))).toEqual([
      ['warning', 'co-owner-cannot-leave', 'invoices', 'id'],
      ['warning', 'co-owner-cannot-leave', 'invoices', 'customer_id'],
    ]);
    expect(leaving(withColumn('invoices', 'customer_id', nullable))).toEqual([
      ['warning', 'co-owner-cannot-leave', 'invoices', 'id'],
    ]);
  });

  it('refuses people whom nothing tells apart', () => {
    const nameless = withTable('customers', (each) => ({ ...each, primaryKey: [], uniqueKeys: [] }));
    expect(found(nameless).codes).toContainEqual(['error', 'subject-without-key', 'customers', null]);
  });

  it('refuses rows that nothing tells apart, where a row has no address', () => {
    const keyless = withTable('invoices', (each) => ({ ...each, primaryKey: [], uniqueKeys: [] }));
    expect(found(keyless).codes).not.toContainEqual(['error', 'rows-without-key', 'invoices', null]);
    const onMariadb = found({ ...keyless, kind: 'mariadb' }, policy('kind: postgresql', 'kind: mariadb'));
    expect(onMariadb.codes).toContainEqual(['error', 'rows-without-key', 'invoices', null]);
  });

  it('says what cannot be written or emptied', () => {
    expect(found(withColumn('customers', 'name', { generated: true })).codes).toEqual([
      ['info', 'generated-column', 'customers', 'name'],
    ]);
    expect(found(withColumn('customers', 'name', { type: 'interval', family: 'other' })).codes).toEqual([
      ['error', 'cannot-be-emptied', 'customers', 'name'],
    ]);
  });

  it('refuses a database of another kind', () => {
    expect(found(catalogOf(tables, 'sqlite')).codes).toEqual([['error', 'other-kind', null, null]]);
  });
});

describe('what the policy says stands inside JSON', () => {
  const within = (type: string) => {
    const declared = policy(
      'email: contact',
      "email: { category: contact, paths: { 'contacts[].email': payment } }",
    );
    const changed = tables.map((each) =>
      each.id === 'customers'
        ? {
            ...each,
            columns: each.columns.map((old) =>
              old.name === 'email' ? column('email', type, nullable) : old,
            ),
          }
        : each,
    );
    return buildDataMap(declared, catalogOf(changed));
  };

  it('is in the map, of documents and of text that may hold them', () => {
    for (const type of ['jsonb', 'text']) {
      const email = within(type)
        .map?.tables.get('customers')
        ?.columns.find(({ name }) => name === 'email');
      expect(email?.personal).toMatchObject({
        category: 'contact',
        paths: [{ path: 'contacts[].email', category: 'payment' }],
      });
    }
  });

  it('is refused of a column that holds none', () => {
    const { map, findings } = within('integer');
    expect(map).toBeNull();
    expect(findings.map(({ code, column: name }) => `${code} ${name}`)).toContain('paths-without-json email');
  });
});

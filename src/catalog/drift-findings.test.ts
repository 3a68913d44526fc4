import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogOf, column, foreignKey, table } from '../../test/support/catalog-of.ts';
import { present } from '../base/assert.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Catalog, CatalogTable } from './catalog.ts';
import { findDrift } from './drift-findings.ts';

const text = readFileSync(join(import.meta.dirname, '../../test/golden/policy/valid.yaml'), 'utf8');
const policy = present(
  compilePolicy('policy.yaml', text).policy?.sources[0],
  'the source of the golden policy',
);

const customers = [
  column('id', 'bigint'),
  column('customer_no', 'text'),
  column('email', 'text'),
  column('branch_id', 'integer'),
  column('theme', 'text'),
];
const migrations = [column('version', 'integer'), column('by', 'bigint')];

function shape(
  parts: Partial<CatalogTable> = {},
  {
    of = customers,
    meta = migrations,
  }: { readonly of?: typeof customers; readonly meta?: typeof customers } = {},
  keys: Partial<CatalogTable> = {},
): Catalog {
  return catalogOf([
    table('customers', of, { primaryKey: ['id'], ...parts }),
    table('schema_migrations', meta, keys),
  ]);
}

const tell = (after: Catalog) =>
  findDrift(policy, { catalog: shape(), on: '2026-11-02' }, after).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

describe('findDrift', () => {
  it('says nothing of the same shape', () => {
    expect(tell(shape())).toEqual([]);
  });

  it.each<readonly [string, Catalog, string]>([
    [
      'another primary key',
      shape({ primaryKey: ['customer_no'] }),
      'warning: the primary key of crm.customers changed: was (id), is (customer_no), since 2026-11-02',
    ],
    [
      'a unique key',
      shape({ uniqueKeys: [['email']] }),
      'warning: the unique keys of crm.customers changed: was none, is (email), since 2026-11-02',
    ],
    [
      'an identity that may be NULL',
      shape(
        {},
        { of: customers.map((each) => (each.name === 'email' ? { ...each, nullable: true } : each)) },
      ),
      'warning: column crm.customers.email changed: it may be NULL, since 2026-11-02',
    ],
    [
      'a column of which plans know nothing',
      shape({}, { of: customers.map((each) => (each.name === 'theme' ? { ...each, type: 'json' } : each)) }),
      'info: column crm.customers.theme changed: it was text and is json, since 2026-11-02',
    ],
    [
      'a column that nobody looks at by default',
      shape({}, { meta: [...migrations, column('author_email', 'text')] }),
      'warning: column crm.schema_migrations.author_email (text) is new, in a table that is declared not personal as a whole, since 2026-11-02',
    ],
    [
      'a key from elsewhere to people',
      shape({}, {}, { foreignKeys: [foreignKey('schema_migrations', 'by', 'customers')] }),
      'warning: foreign key schema_migrations_by_fkey of crm.schema_migrations (by to customers, on delete no action) is new since 2026-11-02',
    ],
  ])('%s', (_, after, sentence) => {
    expect(tell(after)).toEqual([sentence]);
  });

  it('says what to do about what matters, at the place of the column in the policy', () => {
    const [finding] = findDrift(
      policy,
      { catalog: shape(), on: '2026-11-02' },
      shape({ uniqueKeys: [['email']] }),
    );
    expect(finding?.hint).toBe(
      'values that are emptied there must stay distinct; then "gestand check --accept"',
    );
    expect(finding?.place.file).toBe('policy.yaml');
  });

  it('compares a thousand tables', () => {
    const many = (type: string) =>
      catalogOf(
        Array.from({ length: 1000 }, (_, i) =>
          table(
            `t${i}`,
            Array.from({ length: 20 }, (_each, j) => column(`c${j}`, j === 0 ? type : 'text')),
          ),
        ),
      );
    expect(findDrift(policy, { catalog: many('text'), on: '2026-11-02' }, many('integer'))).toHaveLength(
      1000,
    );
  });
});

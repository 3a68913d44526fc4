import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogOf, column, foreignKey, table } from '../../../test/support/catalog-of.ts';
import { present } from '../../base/assert.ts';
import { formatDiagnostic } from '../../base/diagnostic.ts';
import { compilePolicy } from '../../policy/compile-policy.ts';
import { buildDataMap } from '../build-data-map.ts';
import type { CatalogTable } from '../catalog.ts';
import { adviseMapping } from './mapping-advice.ts';

const text = readFileSync(join(import.meta.dirname, '../../../test/golden/policy/valid.yaml'), 'utf8');
const policy = present(compilePolicy('policy.yaml', text).policy, 'policy');
const declared = present(policy.sources[0], 'source');

/** What is said of one table or column that came to the customers of the golden policy. */
function said(
  code: string,
  customers: readonly ReturnType<typeof column>[],
  others: readonly CatalogTable[] = [],
) {
  const known = [
    'id',
    'customer_no',
    'name',
    'email',
    'last_active_on',
    'address_id',
    'branch_id',
    'account_manager_id',
  ];
  const catalog = catalogOf([
    table(
      'customers',
      [...known.map((name) => column(name, name.endsWith('id') ? 'bigint' : 'text')), ...customers],
      { primaryKey: ['id'] },
    ),
    ...others,
  ]);
  const { findings } = buildDataMap(declared, catalog);
  return adviseMapping(findings, { policy, declared, catalog })
    .filter((finding) => finding.code === code)
    .map(formatDiagnostic)
    .join('\n');
}

describe('advice on what nobody mapped', () => {
  it('uses the word that the policy has for it, and says as which column', () => {
    const words = said('unmapped-column', [column('work_email', 'text')]);
    expect(words).toContain('as customers.email does');
    expect(words).toMatch(
      /after "account_manager_id" \(line \d+\) in the columns of customers:\n {8}work_email: contact\n/,
    );
    expect(words).toContain('work_email: not-personal');
    expect(words).not.toContain('categories:"');
  });

  it('brings along a category that the policy does not have', () => {
    expect(said('unmapped-column', [column('geboortedatum', 'date')])).toMatch(
      /geboortedatum: personal-details\n[\s\S]*under "categories:", after "[a-z-]+" \(line \d+\)[\s\S]*\n {8}personal-details: \{ name: \{ nl: "Geboortedatum/,
    );
  });

  it('does not call what says nothing about a person personal', () => {
    const words = said('unmapped-column', [column('row_version', 'integer')]);
    expect(words).toMatch(/ {8}row_version: not-personal$/);
    expect(words).toContain('nothing about a person');
  });

  it('writes a whole table out, with the purposes of what owns its rows', () => {
    const pets = table(
      'pets',
      [column('id', 'bigint'), column('customer_id', 'bigint'), column('note', 'text')],
      {
        primaryKey: ['id'],
        foreignKeys: [foreignKey('pets', 'customer_id', 'customers')],
      },
    );
    const words = said('unmapped-table', [], [pets]);
    const purposes = declared.tables.find(({ id }) => id === 'customers')?.purposes.join(', ');
    expect(words).toContain(`          purposes: [${purposes}]`);
    expect(words).toContain('- { kind: owned-by, column: customer_id, to: customers }');
    expect(said('unmapped-table', [], [table('tax_rates', [column('percent', 'integer')])])).toMatch(
      / {8}tax_rates: not-personal$/,
    );
  });
});

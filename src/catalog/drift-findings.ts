import { hashOf } from '../base/hash.ts';
import type { PolicySource, PolicyTable } from '../policy/policy.ts';
import {
  type Catalog,
  type CatalogColumn,
  type CatalogTable,
  catalogHash,
  type ForeignKey,
  findTable,
} from './catalog.ts';
import { type CatalogChange, diffCatalogs } from './drift.ts';
import { type Finding, placeIn } from './finding.ts';

export interface Accepted {
  readonly catalog: Catalog;
  /** ISO date on which somebody found this shape right. */
  readonly on: string;
}

/**
 * What changed in a source since its shape was accepted, in sentences for whoever changed it. A change that a plan
 * comes out of otherwise is a warning; that a table or column is in no policy is an error of its own.
 */
export function findDrift(policy: PolicySource, accepted: Accepted, catalog: Catalog): readonly Finding[] {
  if (catalogHash(accepted.catalog) === catalogHash(catalog)) return [];
  return diffCatalogs(accepted.catalog, catalog).flatMap((change) => {
    const told = tell(change, { policy, before: accepted.catalog, after: catalog });
    const column = 'column' in change ? change.column.name : 'after' in change ? change.after.name : null;
    return told.map(
      ({ text, matters, hint }): Finding => ({
        severity: matters ? 'warning' : 'info',
        code: `drift-${change.kind}`,
        message: `${text} since ${accepted.on}`,
        hint: matters ? `${hint}; then "gestand check --accept"` : hint,
        source: policy.id,
        table: change.table,
        column,
        place: placeIn(policy, { table: change.table, column }),
      }),
    );
  });
}

interface Told {
  readonly text: string;
  readonly matters: boolean;
  /** Empty where there is nothing to do. */
  readonly hint: string;
}

interface Looks {
  readonly policy: PolicySource;
  readonly before: Catalog;
  readonly after: Catalog;
}

function tell(change: CatalogChange, looks: Looks): readonly Told[] {
  const { policy } = looks;
  const declared = policy.tables.find(({ id }) => id === change.table);
  const name = `${policy.id}.${change.table}`;
  switch (change.kind) {
    case 'table-new':
      return [{ text: `table ${name} is new`, matters: false, hint: '' }];
    case 'table-gone':
      return [{ text: `table ${name} is gone`, matters: false, hint: '' }];
    case 'column-new':
      return [tellNewColumn(`${name}.${change.column.name} (${change.column.type})`, declared)];
    case 'column-gone':
      return [{ text: `column ${name}.${change.column.name} is gone`, matters: false, hint: '' }];
    case 'column-changed':
      return [
        {
          text: `column ${name}.${change.after.name} changed: ${columnText(change.before, change.after)}`,
          matters: declared !== undefined && plansUse(declared, change.after.name, looks.after),
          hint: 'see that it can still be searched and emptied as the policy says',
        },
      ];
    case 'keys-changed':
      return change.keys === 'foreign'
        ? foreignKeyChanges(change.table, looks)
        : [keyChange(change.table, change.keys, { ...looks, declared })];
  }
}

function tellNewColumn(column: string, declared: PolicyTable | undefined): Told {
  const text = `column ${column} is new`;
  switch (declared?.use) {
    case 'not-personal':
      return {
        text: `${text}, in a table that is declared not personal as a whole,`,
        matters: true,
        hint: 'map the table when the column is about people',
      };
    case 'context':
      return {
        text: `${text}, in a table whose rows go along in every copy,`,
        matters: true,
        hint: 'see that it is about nobody',
      };
    case 'personal':
    case undefined:
      return { text, matters: false, hint: '' };
  }
}

function columnText(before: CatalogColumn, after: CatalogColumn): string {
  const parts = [
    before.type === after.type ? '' : `it was ${before.type} and is ${after.type}`,
    before.nullable === after.nullable ? '' : after.nullable ? 'it may be NULL' : 'it may no longer be NULL',
    before.generated === after.generated
      ? ''
      : after.generated
        ? 'the database computes it'
        : 'the database no longer computes it',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `${parts.join(', ')},` : 'its type is another of the same name,';
}

/** Whether a plan reads the column for more than to copy it. */
function plansUse(declared: PolicyTable, column: string, { tables }: Catalog): boolean {
  if (declared.use !== 'personal') return false;
  const { subject, hold, retention, links } = declared;
  const found = tables.find(({ id }) => id === declared.id);
  return (
    declared.columns.some(({ kind, name }) => kind === 'personal' && name === column) ||
    subject?.identities.some((identity) => identity.column === column) === true ||
    subject?.created === column ||
    (hold?.kind === 'from' && hold.column === column) ||
    retention?.from === column ||
    retention?.orFrom === column ||
    links.some(({ rowColumns }) => rowColumns.includes(column)) ||
    found?.primaryKey.includes(column) === true ||
    found?.foreignKeys.some(({ columns }) => columns.includes(column)) === true
  );
}

function keyChange(
  table: string,
  keys: 'primary' | 'unique',
  { policy, before, after, declared }: Looks & { readonly declared: PolicyTable | undefined },
): Told {
  const spelled = (found: CatalogTable | undefined) =>
    keys === 'primary'
      ? columnList(found?.primaryKey ?? [])
      : (found?.uniqueKeys ?? []).map(columnList).join(' ') || 'none';
  const [was, is] = [spelled(findTable(before, table)), spelled(findTable(after, table))];
  return {
    text: `the ${keys} ${keys === 'primary' ? 'key' : 'keys'} of ${policy.id}.${table} changed: was ${was}, is ${is},`,
    matters: declared?.use === 'personal',
    hint:
      keys === 'primary'
        ? 'plans that were not carried out yet must be made again'
        : 'values that are emptied there must stay distinct',
  };
}

/** Keys bind the order in which rows go, and decide which must stay: those to or from people's tables matter. */
function foreignKeyChanges(table: string, { policy, before, after }: Looks): readonly Told[] {
  const uses = new Map(policy.tables.map(({ id, use }) => [id, use]));
  const [olds, news] = [before, after].map((look) => findTable(look, table)?.foreignKeys ?? []);
  const without = (keys: readonly ForeignKey[] = [], others: readonly ForeignKey[] = []) => {
    const known = new Set(others.map((key) => hashOf({ ...key })));
    return keys.filter((key) => !known.has(hashOf({ ...key })));
  };
  const told = (key: ForeignKey, what: string): Told => ({
    text: `foreign key ${key.name} of ${policy.id}.${table} (${key.columns.join(', ')} to ${key.to}, on delete ${key.onDelete.replace('-', ' ')}) is ${what}`,
    matters: uses.get(table) === 'personal' || uses.get(key.to) === 'personal',
    hint: 'see that the links of the policy still say whose the rows are',
  });
  return [
    ...without(news, olds).map((key) => told(key, 'new')),
    ...without(olds, news).map((key) => told(key, 'gone')),
  ];
}

function columnList(columns: readonly string[]): string {
  return columns.length === 0 ? 'none' : `(${columns.join(', ')})`;
}

import type { IdentityKind } from '../domain/identity.ts';
import { isOwning } from '../domain/ownership.ts';
import { type CatalogTable, findTable } from './catalog.ts';
import { isLedBy } from './column-list.ts';
import type { MappedTable } from './data-map.ts';
import type { Inspection } from './finding.ts';

/** What is looked up by a column without an index is looked up by reading the whole table, per person or per row deleted. */
export function checkIndexes(inspection: Inspection, tables: readonly MappedTable[]): void {
  checkReferring(inspection, tables);
  for (const table of tables) {
    const found = findTable(inspection.catalog, table.id);
    if (found === undefined || found.kind === 'view') continue;
    for (const { kind, column } of table.subject?.identities ?? []) {
      if (!found.columns.some(({ name }) => name === column) || isFoundByIndex(kind, column, found)) continue;
      inspection.say(
        { table: table.id, column },
        {
          severity: 'warning',
          code: 'identity-without-index',
          message: `people are found by ${table.id}.${column}, and no index serves that: every look-up reads the table`,
          hint: `create an index on ${found.name} (${kind === 'email' ? `lower(${column})` : column})`,
        },
      );
    }
  }
}

/** The columns that rows are found by when their owner, or what they refer to, goes. */
function checkReferring({ catalog, say }: Inspection, tables: readonly MappedTable[]): void {
  const personal = new Set(tables.filter((table) => table.use === 'personal').map((table) => table.id));
  const referring = [
    ...tables.flatMap((table) =>
      table.links
        .filter((link) => isOwning(link.kind))
        .map((link) =>
          link.reference === 'row'
            ? { table: table.id, columns: link.rowColumns, to: link.table }
            : { table: link.table, columns: link.otherColumns, to: table.id },
        ),
    ),
    ...catalog.tables.flatMap((table) =>
      table.foreignKeys
        .filter((key) => personal.has(key.to))
        .map((key) => ({ table: table.id, columns: key.columns, to: key.to })),
    ),
  ];
  for (const { table, columns, to } of referring) {
    const found = findTable(catalog, table);
    if (
      found === undefined ||
      found.kind === 'view' ||
      found.indexes.some((index) => isLedBy(index, columns))
    )
      continue;
    say(
      { table, column: columns[0] ?? null },
      {
        severity: 'warning',
        code: 'missing-index',
        message: `${table}(${columns.join(', ')}) refers to ${to} and has no index: every deletion there reads this whole table`,
        hint: `create an index on ${found.name} (${columns.join(', ')})`,
      },
    );
  }
}

/** A type that compares without regard to case by itself: a collation of MariaDB (`… collate utf8mb4_general_ci`). */
const typeIgnoresCase = / collate \w+_ci$/;

/**
 * E-mail addresses are compared without regard to case, so an index on the bare column does not serve but where its type
 * does so too. Telephone
 * numbers and plates are compared by their digits and letters alone, which no usual index serves: reading the table is
 * then what it costs, and nothing is said.
 */
function isFoundByIndex(kind: IdentityKind, column: string, { indexes, columns }: CatalogTable): boolean {
  const leading = indexes.map(([first]) => first ?? '');
  switch (kind) {
    case 'email': {
      const type = columns.find(({ name }) => name === column)?.type ?? '';
      if (typeIgnoresCase.test(type) && leading.includes(column)) return true;
      return leading.some((expression) => ignoresCase(expression, column));
    }
    case 'customer-number':
    case 'account-id':
      return leading.includes(column);
    case 'phone':
    case 'licence-plate':
      return true;
  }
}

/** `lower(email)`, `lower((email)::text)`, `"email" COLLATE nocase`: as PostgreSQL and SQLite print them. */
function ignoresCase(expression: string, column: string): boolean {
  const bare = expression
    .toLowerCase()
    .replace(/::[a-z ]+(\(\d+\))?/g, '')
    .replace(/["'`[\]()\s]/g, '');
  const name = column.toLowerCase().replace(/\s/g, '');
  return bare === `lower${name}` || bare === `${name}collatenocase`;
}

import type { IdentityKind } from '../domain/identity.ts';
import { isOwning } from '../domain/ownership.ts';
import { type CatalogColumn, type CatalogTable, findTable, isDatabase } from './catalog.ts';
import { isLedBy } from './column-list.ts';
import type { MappedTable } from './data-map.ts';
import type { FindingText, Inspection } from './finding.ts';
import { indexStatement } from './suggested-statement.ts';

/** What to do about an index that is missing. */
type Advise = (
  table: CatalogTable,
  index: { readonly columns: readonly string[]; readonly anyCase?: boolean },
) => Pick<FindingText, 'hint' | 'paste'>;

/** What is looked up by a column without an index is looked up by reading the whole table, per person or per row deleted. */
export function checkIndexes(inspection: Inspection, tables: readonly MappedTable[]): void {
  const { kind: system, source } = inspection.catalog;
  // Of others nobody knows how rows are looked up.
  if (!isDatabase(system)) return;
  const advise: Advise = (table, index) => ({
    hint: 'make the index',
    paste: [{ where: `in the database ${source}`, lines: [indexStatement(system, table, index)] }],
  });
  checkReferring(inspection, tables, advise);
  for (const table of tables) {
    const found = findTable(inspection.catalog, table.id);
    if (found === undefined || found.kind === 'view') continue;
    for (const { kind, column } of table.subject?.identities ?? []) {
      const actual = found.columns.find(({ name }) => name === column);
      if (actual === undefined || isFoundByIndex(kind, actual, found)) continue;
      inspection.say(
        { table: table.id, column },
        {
          severity: 'warning',
          code: 'identity-without-index',
          message: `people are found by ${table.id}.${column}, and no index serves that: every look-up reads the table`,
          ...advise(found, { columns: [column], anyCase: kind === 'email' }),
        },
      );
    }
  }
}

/** The columns that rows are found by when their owner, or what they refer to, goes. */
function checkReferring({ catalog, say }: Inspection, tables: readonly MappedTable[], advise: Advise): void {
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
        ...advise(found, { columns }),
      },
    );
  }
}

/**
 * E-mail addresses are compared without regard to case, so an index on the bare column does not serve. Telephone
 * numbers and plates are compared by their digits and letters alone, which no usual index serves: reading the table is
 * then what it costs, and nothing is said.
 */
function isFoundByIndex(
  kind: IdentityKind,
  { name: column, type }: CatalogColumn,
  { indexes }: CatalogTable,
): boolean {
  const leading = indexes.map(([first]) => first ?? '');
  switch (kind) {
    case 'email':
      return leading.some(
        (expression) => ignoresCase(expression, column) || (expression === column && foldsCase(type)),
      );
    case 'customer-number':
    case 'account-id':
      return leading.includes(column);
    case 'phone':
    case 'licence-plate':
      return true;
  }
}

/** MariaDB: the collation, which is part of the type, compares without regard to case. */
function foldsCase(type: string): boolean {
  return / collate \w+_ci$/.test(type);
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

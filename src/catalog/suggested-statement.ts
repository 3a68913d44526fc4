import type { CatalogTable, DatabaseKind } from './catalog.ts';

/** Statements for a person to paste. Gestand runs none of them: the shape of a database is its owner's. */

type Quote = (name: string) => string;

const quotes: Readonly<Record<DatabaseKind, Quote>> = {
  postgresql: (name) => `"${name.replaceAll('"', '""')}"`,
  sqlite: (name) => `"${name.replaceAll('"', '""')}"`,
  mariadb: (name) => `\`${name.replaceAll('`', '``')}\``,
};

/** How an index is made that serves a comparison without regard to case. In MariaDB a column's collation sees to that. */
const caseless: Readonly<Record<DatabaseKind, (column: string) => string>> = {
  postgresql: (column) => `lower(${column})`,
  sqlite: (column) => `lower(${column})`,
  mariadb: (column) => column,
};

/** No database takes a longer name. */
const longestName = 60;

export function indexStatement(
  kind: DatabaseKind,
  table: CatalogTable,
  { columns, anyCase = false }: { readonly columns: readonly string[]; readonly anyCase?: boolean },
): string {
  const quote = quotes[kind];
  const name = `${[table.name, ...columns].join('_')}_index`.slice(-longestName);
  const parts = columns.map((column) => (anyCase ? caseless[kind](quote(column)) : quote(column)));
  return `create index ${quote(name)} on ${place(table, quote)} (${parts.join(', ')});`;
}

function place({ id, schema, name }: CatalogTable, quote: Quote): string {
  return id === name ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

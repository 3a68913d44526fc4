import type { Catalog, CatalogTable } from '../../catalog/catalog.ts';
import { markerTable } from '../mariadb/journal.ts';
import { readTable } from './mariadb-table.ts';
import { dumpStatements, type Statement } from './mariadb-tokens.ts';
import { type SchemaFile, withTables } from './statement-rules.ts';
import { TokenCursor } from './token-cursor.ts';

export interface MariadbSchema {
  /** Without the views: a dump does not tell the types of their columns. */
  readonly catalog: Catalog;
  /** The views, and the line of each. */
  readonly views: ReadonlyMap<string, number>;
}

const advice = 'Make the file with: mariadb-dump --no-data DATABASE > schema.sql';

/** Change no table, column or key. */
const skipped: ReadonlySet<string> = new Set([
  'set',
  'drop',
  'lock',
  'unlock',
  'do',
  'commit',
  'start',
  'grant',
]);

/**
 * What a MariaDB database would look like that a dump was loaded into. Reads what mariadb-dump writes of tables, without any
 * server; a dump of MySQL as far as that is the same.
 *
 * @throws GestandError `bad-input` with the line at anything else: nothing is skipped that could make a table, column or key.
 */
export function mariadbSchema(schema: SchemaFile): MariadbSchema {
  const { source, file, text } = schema;
  const tables = new Map<string, CatalogTable>();
  const views = new Map<string, number>();
  const databases = new Set<string>();
  for (const statement of dumpStatements(text)) {
    const cursor = new TokenCursor({ file, text, advice }, statement);
    const made = readStatement(cursor, statement);
    if (made === null) continue;
    if (made.kind === 'database') {
      databases.add(made.name);
      if (databases.size > 1) cursor.refuse('comes after another database in one file');
    } else if (made.kind === 'table') tables.set(made.table.name, made.table);
    else {
      // A dump keeps the place of a view with a table until everything it reads is there.
      tables.delete(made.name);
      views.set(made.name, made.line);
    }
  }
  tables.delete(markerTable);
  const sorted = [...tables.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { catalog: withTables({ source, kind: 'mariadb', tables: sorted }, schema), views };
}

type Made =
  | { readonly kind: 'table'; readonly table: CatalogTable }
  | { readonly kind: 'view'; readonly name: string; readonly line: number }
  | { readonly kind: 'database'; readonly name: string };

function readStatement(cursor: TokenCursor, [first]: Statement): Made | null {
  const { value, line } = first;
  if (first.kind !== 'word') return cursor.refuse();
  if (skipped.has(value)) return null;
  switch (value) {
    case 'insert':
    case 'replace':
    case 'load':
      return cursor.refuse('means that there are rows in it');
    case 'use':
      cursor.expect('use');
      return { kind: 'database', name: cursor.name() };
    case 'alter':
      cursor.expect('alter');
      return cursor.take('database') ? null : cursor.refuse('changes what was made before');
    case 'create':
      cursor.expect('create');
      return readCreate(cursor, line);
    default:
      return cursor.refuse();
  }
}

const code = [
  'trigger',
  'procedure',
  'function',
  'event',
  'sequence',
  'aggregate function',
  'package',
  'package body',
];

function readCreate(cursor: TokenCursor, line: number): Made | null {
  cursor.take('or', 'replace');
  if (cursor.take('database')) return null;
  if (cursor.take('table')) return { kind: 'table', table: readTable(cursor) };
  if (cursor.take('algorithm', '=')) cursor.name();
  if (cursor.take('definer', '=')) {
    cursor.expectKind('name', 'word', 'text');
    if (cursor.take('@')) cursor.expectKind('name', 'word', 'text');
    else cursor.takeKind('word');
  }
  if (cursor.take('sql', 'security')) cursor.name();
  if (cursor.takeOne(code) !== undefined) return null;
  if (!cursor.take('view')) return cursor.refuse();
  return { kind: 'view', name: cursor.name(), line };
}

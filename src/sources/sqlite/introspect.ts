import {
  type Catalog,
  type CatalogColumn,
  type CatalogTable,
  type ForeignKey,
  tableId,
} from '../../catalog/catalog.ts';
import { typeFamily } from '../../catalog/type-family.ts';
import type { Session } from '../session.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import {
  type ColumnRow,
  columnsQuery,
  type ForeignKeyRow,
  foreignKeysQuery,
  hasStatisticsQuery,
  type IndexRow,
  indexesQuery,
  type StatisticsRow,
  statisticsQuery,
  type TableRow,
  tablesQuery,
  viewColumnsQuery,
} from './catalog-queries.ts';
import type { SqliteConnection } from './connection.ts';
import { resultCode } from './failure.ts';
import { indexedParts } from './index-expressions.ts';

export const defaultSchema = 'main';

/**
 * The tables, views, keys and indexes of a file, from one snapshot.
 *
 * @throws GestandError `source-unreachable`, `source-failed`
 */
export async function introspectSqlite(
  source: string,
  connection: Pick<SqliteConnection, 'transaction'>,
): Promise<Catalog> {
  return connection.transaction('read', async (session) => {
    const tables = await read<TableRow>(session, tablesQuery);
    const columns = Map.groupBy(
      [...(await read<ColumnRow>(session, columnsQuery)), ...(await readViewColumns(session, tables))],
      (row) => row.table,
    );
    const indexes = Map.groupBy(await read<IndexRow>(session, indexesQuery), (row) => row.table);
    const keys = Map.groupBy(await read<ForeignKeyRow>(session, foreignKeysQuery), (row) => row.table);
    const estimates = await readEstimates(session);
    const parts = (table: TableRow): TableParts => ({
      table,
      columns: columns.get(table.name) ?? [],
      indexes: indexes.get(table.name) ?? [],
      foreignKeys: keys.get(table.name) ?? [],
      estimatedRows: estimates.get(table.name) ?? 0,
    });
    // Names are compared without regard to case: a key may spell its parent otherwise than the parent itself.
    const byName = new Map(tables.map((table) => [foldName(table.name), parts(table)]));
    return { source, kind: 'sqlite', tables: tables.map((table) => catalogTable(parts(table), byName)) };
  });
}

interface TableParts {
  readonly table: TableRow;
  readonly columns: readonly ColumnRow[];
  readonly indexes: readonly IndexRow[];
  readonly foreignKeys: readonly ForeignKeyRow[];
  readonly estimatedRows: number;
}

async function read<T>(session: Session, statement: CompiledSql): Promise<readonly T[]> {
  return (await session.run(statement)).rows as readonly T[];
}

// A view that cannot be read has no columns, and no rows that could leave this database through it.
async function readViewColumns(session: Session, tables: readonly TableRow[]): Promise<readonly ColumnRow[]> {
  const columns: ColumnRow[] = [];
  for (const { name } of tables.filter((table) => table.type === 'view')) {
    try {
      columns.push(...(await read<ColumnRow>(session, viewColumnsQuery(name))));
    } catch (error) {
      if (resultCode(error) !== 1) throw error;
    }
  }
  return columns;
}

// `ANALYZE` writes "rows, rows per value, …" for each index; without it nothing is known.
async function readEstimates(session: Session): Promise<ReadonlyMap<string, number>> {
  const known = await session.run(hasStatisticsQuery);
  if (known.count === 0) return new Map();
  const estimates = new Map<string, number>();
  for (const { table, stat } of await read<StatisticsRow>(session, statisticsQuery)) {
    const rows = Number.parseInt(stat ?? '', 10);
    if (Number.isSafeInteger(rows)) estimates.set(table, Math.max(rows, estimates.get(table) ?? 0));
  }
  return estimates;
}

function catalogTable(parts: TableParts, byName: ReadonlyMap<string, TableParts>): CatalogTable {
  const { table, columns } = parts;
  const primaryKey = primaryKeyOf(columns);
  const indexes = [...Map.groupBy(parts.indexes, (row) => row.index).values()].filter(
    (rows) => rows[0]?.partial !== 1,
  );
  const unique = indexes.filter(
    (rows) => rows[0]?.unique === 1 && rows[0].origin !== 'pk' && rows.every((row) => row.name !== null),
  );
  const columnLists = indexes.map(indexedColumns);
  return {
    id: tableId(defaultSchema, table.name, defaultSchema),
    schema: defaultSchema,
    name: table.name,
    kind: table.type === 'view' ? 'view' : 'table',
    columns: columns.map((column) => catalogColumn(column, table, primaryKey)),
    primaryKey,
    uniqueKeys: unique.map((rows) => rows.flatMap((row) => (row.name === null ? [] : [row.name]))),
    foreignKeys: [...Map.groupBy(parts.foreignKeys, (row) => row.id).values()]
      .map((rows) => foreignKey(rows, parts, byName))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    // The rowid, and a table without one, are their own index on the primary key.
    indexes:
      primaryKey.length === 0 || columnLists.some((list) => list.join('\0') === primaryKey.join('\0'))
        ? columnLists
        : [primaryKey, ...columnLists],
    estimatedRows: parts.estimatedRows,
  };
}

function primaryKeyOf(columns: readonly ColumnRow[]): readonly string[] {
  return columns
    .filter((column) => column.pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map((column) => column.name);
}

function catalogColumn(column: ColumnRow, table: TableRow, primaryKey: readonly string[]): CatalogColumn {
  // SQLite lets a primary key hold NULL, except where the key is the rowid or there is no rowid.
  const isRowid =
    primaryKey.length === 1 &&
    column.pk > 0 &&
    column.type.toLowerCase() === 'integer' &&
    table.type === 'table';
  const neverNull =
    column.notnull === 1 || (column.pk > 0 && (isRowid || table.wr === 1 || table.strict === 1));
  return {
    name: column.name,
    type: column.type,
    family: typeFamily('sqlite', column.type),
    nullable: !neverNull,
    // 2 and 3 are computed columns.
    generated: column.hidden !== 0,
    // `varchar(80)` is a remark to SQLite: longer text is stored all the same.
    maxLength: null,
  };
}

function indexedColumns(rows: readonly IndexRow[]): readonly string[] {
  const definition = rows[0]?.definition ?? null;
  const written = definition === null ? [] : indexedParts(definition);
  return rows.map((row, i) => {
    if (row.name === null) return written[i] ?? 'expression';
    return row.collation === null || row.collation.toUpperCase() === 'BINARY'
      ? row.name
      : `${row.name} collate ${row.collation.toLowerCase()}`;
  });
}

const deleteRules: Readonly<Record<string, ForeignKey['onDelete']>> = {
  'NO ACTION': 'no-action',
  RESTRICT: 'restrict',
  CASCADE: 'cascade',
  'SET NULL': 'set-null',
  'SET DEFAULT': 'set-default',
};

function foreignKey(
  rows: readonly ForeignKeyRow[],
  child: TableParts,
  byName: ReadonlyMap<string, TableParts>,
): ForeignKey {
  const first = rows[0];
  const parentName = first?.parent ?? '';
  const parent = byName.get(foldName(parentName));
  const parentKey = primaryKeyOf(parent?.columns ?? []);
  const columns = rows.map((row) => spelled(child.columns, row.from));
  return {
    // SQLite does not tell a key's name; this one is stable as long as the key is.
    name: [child.table.name, ...columns, 'fkey'].join('_'),
    columns,
    to: tableId(defaultSchema, parent?.table.name ?? parentName, defaultSchema),
    // A key that names no columns refers to the primary key.
    toColumns: rows.map((row, i) =>
      row.to === null ? (parentKey[i] ?? '') : spelled(parent?.columns ?? [], row.to),
    ),
    onDelete: deleteRules[first?.on_delete ?? ''] ?? 'no-action',
  };
}

function spelled(columns: readonly ColumnRow[], name: string): string {
  return columns.find((column) => foldName(column.name) === foldName(name))?.name ?? name;
}

// SQLite folds ASCII only in names.
function foldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

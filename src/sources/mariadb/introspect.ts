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
  type CheckRow,
  type ColumnRow,
  checksQuery,
  columnsQuery,
  type DeleteRuleRow,
  deleteRulesQuery,
  type ForeignKeyRow,
  foreignKeysQuery,
  type IndexRow,
  indexesQuery,
  type TableRow,
  tablesQuery,
} from './catalog-queries.ts';
import type { MariadbConnection } from './connection.ts';

/**
 * The tables and views of the connection's database, and the tables of other databases that foreign keys tie to them:
 * a row there may keep a row here from going, or go along with it.
 *
 * @throws GestandError `source-unreachable`, `source-failed`
 */
export async function introspectMariadb(
  source: string,
  connection: Pick<MariadbConnection, 'database' | 'reading'>,
): Promise<Catalog> {
  const { database } = connection;
  return connection.reading(async (session) => {
    const keys = await read<ForeignKeyRow>(session, foreignKeysQuery);
    const elsewhere = tiedElsewhere(database, keys);
    const schemas = [database, ...new Set([...elsewhere.values()].map(({ schema }) => schema))];
    const tables = (await read<TableRow>(session, tablesQuery(schemas))).filter(
      ({ schema, name }) => schema === database || elsewhere.has(placeOf(schema, name)),
    );
    const columns = byTable(await read<ColumnRow>(session, columnsQuery(schemas)));
    const indexes = byTable(await read<IndexRow>(session, indexesQuery(schemas)));
    const checks = byTable(await read<CheckRow>(session, checksQuery(schemas)));
    const rules = byTable(await read<DeleteRuleRow>(session, deleteRulesQuery(schemas)));
    const keysByTable = byTable(keys);
    return {
      source,
      kind: 'mariadb',
      tables: tables.map((table) => {
        const place = placeOf(table.schema, table.name);
        return catalogTable(table, {
          database,
          columns: columns.get(place) ?? [],
          indexes: indexes.get(place) ?? [],
          checks: checks.get(place) ?? [],
          rules: rules.get(place) ?? [],
          keys: keysByTable.get(place) ?? [],
        });
      }),
    };
  });
}

// The shape of each row is fixed by the statement beside its type.
async function read<T>(session: Session, statement: CompiledSql): Promise<readonly T[]> {
  return (await session.run(statement)).rows as readonly T[];
}

// No name holds a zero byte.
function placeOf(schema: string, table: string): string {
  return `${schema}\0${table}`;
}

function byTable<Row extends { readonly schema: string; readonly table: string }>(rows: readonly Row[]) {
  return Map.groupBy(rows, (row) => placeOf(row.schema, row.table));
}

/** Tables of other databases that keys tie to this one, directly or through each other. */
function tiedElsewhere(database: string, keys: readonly ForeignKeyRow[]) {
  const found = new Map<string, { readonly schema: string }>();
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { schema, table, to_schema, to_table } of keys) {
      const ends = [
        { schema, table },
        { schema: to_schema, table: to_table },
      ];
      const tied = ends.some((end) => end.schema === database || found.has(placeOf(end.schema, end.table)));
      if (!tied) continue;
      for (const end of ends) {
        if (end.schema !== database) found.set(placeOf(end.schema, end.table), end);
      }
    }
  }
  return found;
}

interface TableParts {
  readonly database: string;
  readonly columns: readonly ColumnRow[];
  readonly indexes: readonly IndexRow[];
  readonly checks: readonly CheckRow[];
  readonly rules: readonly DeleteRuleRow[];
  readonly keys: readonly ForeignKeyRow[];
}

function catalogTable(table: TableRow, parts: TableParts): CatalogTable {
  const indexes = [...Map.groupBy(parts.indexes, (row) => row.name)].map(([name, rows]) => ({
    name,
    unique: Number(rows[0]?.not_unique) === 0,
    // Distinct beginnings make distinct values, but a prefix is no column that a key could be made of.
    whole: rows.every((row) => row.prefix === null && row.column !== null),
    columns: rows.flatMap((row) => (row.column === null ? [] : [row.column])),
  }));
  const json = new Set(
    parts.checks.flatMap(
      ({ clause }) => /^json_valid\([`"](.*)[`"]\)$/s.exec(clause)?.[1]?.replaceAll('``', '`') ?? [],
    ),
  );
  return {
    id: tableId(table.schema, table.name, parts.database),
    schema: table.schema,
    name: table.name,
    kind: tableKind(table),
    columns: parts.columns.map((column) => catalogColumn(column, json)),
    primaryKey: indexes.find(({ name, whole }) => name === 'PRIMARY' && whole)?.columns ?? [],
    uniqueKeys: indexes
      .filter(({ name, unique, whole }) => name !== 'PRIMARY' && unique && whole)
      .map(({ columns }) => columns),
    foreignKeys: [...Map.groupBy(parts.keys, (row) => row.name).values()].map((rows) =>
      foreignKey(rows, parts),
    ),
    indexes: indexes.map(({ columns }) => columns),
    estimatedRows: Number(table.estimated_rows ?? 0),
  };
}

function tableKind({ type, options }: TableRow): CatalogTable['kind'] {
  if (type === 'VIEW') return 'view';
  return /\bpartitioned\b/.test(options ?? '') ? 'partitioned-table' : 'table';
}

function catalogColumn(row: ColumnRow, json: ReadonlySet<string>): CatalogColumn {
  const isJson = json.has(row.name);
  // Keys and links compare as their collation says: it is part of the type.
  const collation = row.collation === null ? '' : ` collate ${row.collation}`;
  const type = isJson ? 'json' : `${row.type}${collation}`;
  const hasLength = ['varchar', 'char'].includes(row.data_type) && row.length !== null;
  return {
    name: row.name,
    type,
    family: typeFamily('mariadb', type),
    nullable: row.nullable === 'YES',
    generated: row.generated === 'ALWAYS',
    maxLength: hasLength ? Number(row.length) : null,
  };
}

const deleteRules: Readonly<Record<string, ForeignKey['onDelete']>> = {
  'NO ACTION': 'no-action',
  // One to InnoDB, which prints a key that says nothing so.
  RESTRICT: 'no-action',
  CASCADE: 'cascade',
  'SET NULL': 'set-null',
  'SET DEFAULT': 'set-default',
};

function foreignKey(rows: readonly ForeignKeyRow[], { database, rules }: TableParts): ForeignKey {
  const [first] = rows;
  const name = first?.name ?? '';
  const rule = rules.find((candidate) => candidate.name === name)?.delete_rule;
  return {
    name,
    columns: rows.map((row) => row.column),
    to: tableId(first?.to_schema ?? database, first?.to_table ?? '', database),
    toColumns: rows.map((row) => row.to_column),
    onDelete: deleteRules[rule ?? ''] ?? 'no-action',
  };
}

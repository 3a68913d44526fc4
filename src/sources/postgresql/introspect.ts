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
  type IndexRow,
  indexesQuery,
  type TableRow,
  tablesQuery,
} from './catalog-queries.ts';
import type { PostgresqlConnection } from './connection.ts';

export const defaultSchema = 'public';

/**
 * The tables, views, keys and indexes that the connection's role can see, from one snapshot, in four statements.
 *
 * @throws GestandError `source-unreachable`, `source-failed`
 */
export async function introspectPostgresql(
  source: string,
  connection: PostgresqlConnection,
): Promise<Catalog> {
  return connection.transaction('read', async (session) => {
    const tables = await read<TableRow>(session, tablesQuery);
    const columns = Map.groupBy(await read<ColumnRow>(session, columnsQuery), (row) => row.oid);
    const indexes = Map.groupBy(await read<IndexRow>(session, indexesQuery), (row) => row.oid);
    const keys = Map.groupBy(await read<ForeignKeyRow>(session, foreignKeysQuery), (row) => row.oid);
    return {
      source,
      kind: 'postgresql',
      tables: tables.map((table) =>
        catalogTable(table, {
          columns: columns.get(table.oid) ?? [],
          indexes: indexes.get(table.oid) ?? [],
          foreignKeys: keys.get(table.oid) ?? [],
        }),
      ),
    };
  });
}

// The shape of each row is fixed by the statement beside its type.
async function read<T>(session: Session, statement: CompiledSql): Promise<readonly T[]> {
  return (await session.run(statement)).rows as readonly T[];
}

function catalogTable(
  table: TableRow,
  parts: {
    readonly columns: readonly ColumnRow[];
    readonly indexes: readonly IndexRow[];
    readonly foreignKeys: readonly ForeignKeyRow[];
  },
): CatalogTable {
  const primary = parts.indexes.find((index) => index.is_primary);
  return {
    id: tableId(table.schema, table.name, defaultSchema),
    schema: table.schema,
    name: table.name,
    kind: tableKind(table.relkind),
    columns: parts.columns.map(catalogColumn),
    primaryKey: primary?.columns ?? [],
    uniqueKeys: parts.indexes
      .filter((index) => index.is_unique && !index.is_primary && !index.has_expression)
      .map((index) => index.columns),
    foreignKeys: parts.foreignKeys.map(foreignKey),
    indexes: parts.indexes.map((index) => index.columns),
    estimatedRows: Math.round(table.estimated_rows),
  };
}

// A materialised view is a copy of other tables' rows, like a view; a foreign table is read and written like a table.
function tableKind(relkind: string): CatalogTable['kind'] {
  if (relkind === 'p') return 'partitioned-table';
  return relkind === 'v' || relkind === 'm' ? 'view' : 'table';
}

function catalogColumn(row: ColumnRow): CatalogColumn {
  const hasLength = /^(character varying|character)\b/.test(row.base_type) && row.type_modifier >= 0;
  return {
    name: row.name,
    type: row.type,
    family: row.base_kind === 'e' ? 'other' : typeFamily('postgresql', row.base_type),
    nullable: row.nullable,
    generated: row.generated,
    // varchar and char store their length plus the four bytes of a header.
    maxLength: hasLength ? row.type_modifier - 4 : null,
  };
}

const deleteRules: Readonly<Record<string, ForeignKey['onDelete']>> = {
  a: 'no-action',
  r: 'restrict',
  c: 'cascade',
  n: 'set-null',
  d: 'set-default',
};

function foreignKey(row: ForeignKeyRow): ForeignKey {
  return {
    name: row.name,
    columns: row.columns,
    to: tableId(row.to_schema, row.to_name, defaultSchema),
    toColumns: row.to_columns,
    onDelete: deleteRules[row.delete_rule] ?? 'no-action',
  };
}

import type { CompiledSql } from '../sql/dialect.ts';
import { gateTable } from './gate.ts';
import { markerTable } from './journal.ts';

/** One statement per kind of thing, never one per table. Names of the columns are spelled as the server gives them. */

export interface ForeignKeyRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly column: string;
  readonly to_schema: string;
  readonly to_table: string;
  readonly to_column: string;
}

export interface DeleteRuleRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly delete_rule: string;
}

export interface TableRow {
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly options: string | null;
  readonly estimated_rows: number | string | null;
}

export interface ColumnRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly data_type: string;
  readonly type: string;
  readonly nullable: string;
  readonly extra: string;
  readonly generated: string;
  readonly length: number | string | null;
  readonly collation: string | null;
}

export interface IndexRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly not_unique: number | string;
  readonly column: string | null;
  /** Of a prefix of the column; null: of the whole. */
  readonly prefix: number | string | null;
}

export interface CheckRow {
  readonly schema: string;
  readonly table: string;
  readonly clause: string;
}

const systemSchemas = `('information_schema', 'mysql', 'performance_schema', 'sys')`;

/** The keys of every database the user sees: one of another database may lead to this one. */
export const foreignKeysQuery: CompiledSql = {
  sql: `select k.table_schema as \`schema\`, k.table_name as \`table\`, k.constraint_name as name, k.column_name as \`column\`,
  k.referenced_table_schema as to_schema, k.referenced_table_name as to_table, k.referenced_column_name as to_column
from information_schema.key_column_usage k
where k.referenced_table_name is not null and k.table_schema not in ${systemSchemas}
order by k.table_schema, k.table_name, k.constraint_name, k.ordinal_position`,
  parameters: [],
};

export function deleteRulesQuery(schemas: readonly string[]): CompiledSql {
  return inSchemas(
    schemas,
    (
      some,
    ) => `select constraint_schema as \`schema\`, table_name as \`table\`, constraint_name as name, delete_rule
from information_schema.referential_constraints where constraint_schema ${some}`,
  );
}

export function tablesQuery(schemas: readonly string[]): CompiledSql {
  return inSchemas(
    schemas,
    (
      some,
    ) => `select table_schema as \`schema\`, table_name as name, table_type as type, create_options as options,
  table_rows as estimated_rows
from information_schema.tables
where table_schema ${some} and table_type in ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED') and table_name not in ('${markerTable}', '${gateTable}')
order by table_schema, table_name`,
  );
}

export function columnsQuery(schemas: readonly string[]): CompiledSql {
  return inSchemas(
    schemas,
    (
      some,
    ) => `select table_schema as \`schema\`, table_name as \`table\`, column_name as name, data_type, column_type as type,
  is_nullable as nullable, extra, is_generated as \`generated\`, character_maximum_length as length, collation_name as collation
from information_schema.columns where table_schema ${some} order by table_schema, table_name, ordinal_position`,
  );
}

export function indexesQuery(schemas: readonly string[]): CompiledSql {
  return inSchemas(
    schemas,
    (
      some,
    ) => `select table_schema as \`schema\`, table_name as \`table\`, index_name as name, non_unique as not_unique,
  column_name as \`column\`, sub_part as prefix
from information_schema.statistics where table_schema ${some} and index_type in ('BTREE', 'HASH')
order by table_schema, table_name, index_name, seq_in_index`,
  );
}

/** MariaDB's JSON is text with a check. */
export function checksQuery(schemas: readonly string[]): CompiledSql {
  return inSchemas(
    schemas,
    (some) => `select constraint_schema as \`schema\`, table_name as \`table\`, check_clause as clause
from information_schema.check_constraints where constraint_schema ${some} and check_clause like 'json\\_valid(%)'`,
  );
}

function inSchemas(schemas: readonly string[], select: (some: string) => string): CompiledSql {
  const some = schemas.length === 1 ? '= ?' : `in (${schemas.map(() => '?').join(', ')})`;
  return { sql: select(some), parameters: schemas };
}

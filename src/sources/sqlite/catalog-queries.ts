import type { CompiledSql } from '../sql/dialect.ts';

/** SQLite's pragmas as tables, joined: one statement per kind of thing, never one per table. */
type CatalogQuery = CompiledSql;

export interface TableRow {
  readonly name: string;
  readonly type: 'table' | 'view' | 'virtual';
  /** 1: WITHOUT ROWID. */
  readonly wr: number;
  readonly strict: number;
}

export interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** Place in the primary key, from 1; 0: not part of it. */
  readonly pk: number;
  readonly hidden: number;
}

export interface IndexRow {
  readonly table: string;
  readonly index: string;
  readonly unique: number;
  /** `c`: CREATE INDEX, `u`: UNIQUE, `pk`: PRIMARY KEY. */
  readonly origin: string;
  readonly partial: number;
  /** Null for an expression. */
  readonly name: string | null;
  readonly collation: string | null;
  readonly definition: string | null;
}

export interface ForeignKeyRow {
  readonly table: string;
  readonly id: number;
  readonly parent: string;
  readonly from: string;
  readonly to: string | null;
  readonly on_delete: string;
}

export interface StatisticsRow {
  readonly table: string;
  readonly stat: string | null;
}

// Shadow tables are a virtual table's own store; ours are the journal and the gate.
const listed = `t.schema = 'main' and t.type in ('table', 'view', 'virtual')
  and substr(t.name, 1, 7) <> 'sqlite_' and t.name not in ('gestand_step_marker', 'gestand_gate')`;

export const tablesQuery: CatalogQuery = {
  sql: `select t.name, t.type, t.wr, t.strict from pragma_table_list t where ${listed} order by t.name`,
  parameters: [],
};

// Columns with hidden = 1 are a virtual table's controls, not its contents.
export const columnsQuery: CatalogQuery = {
  sql: `select t.name as "table", x.name, x.type, x."notnull", x.pk, x.hidden
from pragma_table_list t, pragma_table_xinfo(t.name, 'main') x
where ${listed} and t.type <> 'view' and x.hidden <> 1 order by t.name, x.cid`,
  parameters: [],
};

/** One view at a time: a view on a table that is gone fails, and would take every other with it. */
export function viewColumnsQuery(view: string): CatalogQuery {
  return {
    sql: `select ? as "table", x.name, x.type, x."notnull", x.pk, x.hidden
from pragma_table_xinfo(?, 'main') x order by x.cid`,
    parameters: [view, view],
  };
}

export const indexesQuery: CatalogQuery = {
  sql: `select t.name as "table", i.name as "index", i."unique", i.origin, i.partial,
  case when x.cid = -1 then 'rowid' else x.name end as name, x.coll as collation, s.sql as definition
from pragma_table_list t, pragma_index_list(t.name, 'main') i, pragma_index_xinfo(i.name, 'main') x
left join main.sqlite_schema s on s.type = 'index' and s.name = i.name
where ${listed} and t.type <> 'view' and x.key = 1 order by t.name, i.name, x.seqno`,
  parameters: [],
};

export const foreignKeysQuery: CatalogQuery = {
  sql: `select t.name as "table", f.id, f."table" as parent, f."from", f."to", f.on_delete
from pragma_table_list t, pragma_foreign_key_list(t.name, 'main') f
where ${listed} and t.type <> 'view' order by t.name, f.id, f.seq`,
  parameters: [],
};

export const hasStatisticsQuery: CatalogQuery = {
  sql: `select 1 as present from main.sqlite_schema where name = 'sqlite_stat1'`,
  parameters: [],
};

export const statisticsQuery: CatalogQuery = {
  sql: 'select tbl as "table", stat from main.sqlite_stat1',
  parameters: [],
};

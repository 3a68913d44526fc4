import type { CompiledSql } from '../sql/dialect.ts';

/**
 * One statement per kind of thing, never one per table: a schema of a thousand tables is read in four. Partitions
 * are left out: their rows are reached through the table they are part of, and so are the keys they add to it.
 */

export interface TableRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly relkind: string;
  readonly estimated_rows: number;
}

export interface ColumnRow {
  readonly oid: string;
  readonly name: string;
  /** As `format_type` prints it: with length, and quoted where a name needs it. */
  readonly type: string;
  /** What the type is underneath, when it is a domain; else the same. */
  readonly base_type: string;
  readonly base_kind: string;
  readonly nullable: boolean;
  readonly generated: boolean;
  readonly type_modifier: number;
}

export interface IndexRow {
  readonly oid: string;
  readonly is_primary: boolean;
  readonly is_unique: boolean;
  readonly columns: readonly string[];
  readonly has_expression: boolean;
}

export interface ForeignKeyRow {
  readonly oid: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly to_schema: string;
  readonly to_name: string;
  readonly to_columns: readonly string[];
  readonly delete_rule: string;
}

// Ours, and of no business of the policy: see journal.ts and gate.ts.
const ownTables = `(n.nspname = 'gestand' and c.relname in ('step_marker', 'working_row', 'gate'))`;

const systemSchemas = `(n.nspname in ('information_schema', 'pg_catalog', 'pg_toast')
  or n.nspname like 'pg\\_temp\\_%' or n.nspname like 'pg\\_toast\\_temp\\_%')`;

// Views that an extension brings (pg_stat_statements) show the server, not the customer's data.
const extensionViews = `(c.relkind = 'v' and exists (
  select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))`;

const listed = `c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
  and not ${systemSchemas} and not ${ownTables} and not ${extensionViews}`;

export const tablesQuery: CompiledSql = {
  sql: `select c.oid::text as oid, n.nspname::text as schema, c.relname::text as name, c.relkind::text as relkind,
  greatest(c.reltuples, 0)::float8 as estimated_rows
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where ${listed}
order by n.nspname, c.relname`,
  parameters: [],
};

// `generated always as identity` counts as generated: a value of ours is refused there.
export const columnsQuery: CompiledSql = {
  sql: `with recursive base (typ, base, modifier, required) as (
  select oid, oid, -1, typnotnull from pg_type where typtype <> 'd'
  union all
  select d.oid, b.base, case when d.typtypmod = -1 then b.modifier else d.typtypmod end, d.typnotnull or b.required
  from pg_type d join base b on b.typ = d.typbasetype where d.typtype = 'd'
)
select c.oid::text as oid, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
  format_type(b.base, greatest(a.atttypmod, b.modifier)) as base_type, t.typtype::text as base_kind,
  not (a.attnotnull or b.required) as nullable, (a.attgenerated <> '' or a.attidentity = 'a') as generated,
  greatest(a.atttypmod, b.modifier) as type_modifier
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
join base b on b.typ = a.atttypid
join pg_type t on t.oid = b.base
where a.attnum > 0 and not a.attisdropped and ${listed}
order by c.oid, a.attnum`,
  parameters: [],
};

// Partial indexes are left out: they neither make a key nor serve every search.
export const indexesQuery: CompiledSql = {
  sql: `select c.oid::text as oid, i.indisprimary as is_primary, i.indisunique as is_unique,
  i.indexprs is not null as has_expression,
  array(select coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, k.place::int, false))
    from unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0
    where k.place <= i.indnkeyatts order by k.place) as columns
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_class x on x.oid = i.indexrelid
where i.indpred is null and i.indisvalid and ${listed}
order by c.oid, x.relname`,
  parameters: [],
};

// A key that a partition has by itself counts as its parent's; one it has from its parent is not said twice.
export const foreignKeysQuery: CompiledSql = {
  sql: `select c.oid::text as oid, f.conname::text as name, f.confdeltype::text as delete_rule,
  rn.nspname::text as to_schema, r.relname::text as to_name,
  array(select a.attname::text from unnest(f.conkey) with ordinality as k (attnum, place)
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum order by k.place) as columns,
  array(select a.attname::text from unnest(f.confkey) with ordinality as k (attnum, place)
    join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum order by k.place) as to_columns
from pg_constraint f
join pg_class c on c.oid = coalesce(pg_partition_root(f.conrelid)::oid, f.conrelid)
join pg_namespace n on n.oid = c.relnamespace
join pg_class r on r.oid = coalesce(pg_partition_root(f.confrelid)::oid, f.confrelid)
join pg_namespace rn on rn.oid = r.relnamespace
where f.contype = 'f' and f.conparentid = 0 and ${listed}
order by c.oid, f.conname, f.oid`,
  parameters: [],
};

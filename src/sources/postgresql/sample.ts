import { sql } from 'kysely';
import type { CatalogTable, TableId } from '../../catalog/catalog.ts';
import type { CatalogSamples } from '../../catalog/classification/classify-catalog.ts';
import type { ColumnSample } from '../../catalog/classification/content/evidence.ts';
import { columnSamples, type SampledColumn, type SampleLimits, sampledColumns } from '../sample.ts';
import type { Row, Session } from '../session.ts';
import { type CompiledSql, type Fragment, postgresqlDialect } from '../sql/dialect.ts';
import type { PostgresqlConnection } from './connection.ts';
import { isConnectionLoss, sqlState } from './failure.ts';

/** What is larger as stored is not unpacked to look at its beginning. */
const largestPacked = 64 * 1024;
const leastPages = 32;
const mostPages = 250;
const unknownRowsPerPage = 20;
/** Pages are drawn by chance, so some more are asked for than hold the rows wanted. */
const surplus = 1.5;

/**
 * Values of some rows: pages drawn over the whole table (`TABLESAMPLE SYSTEM`), about 250 of them at most
 * whatever its size, one statement a table. What the role may not read, what row-level security would hide rows
 * of, and what another server keeps (a foreign table) is left out.
 *
 * @throws GestandError `source-unreachable`, `source-failed`
 */
export async function samplePostgresql(
  connection: PostgresqlConnection,
  tables: readonly CatalogTable[],
  limits: SampleLimits,
): Promise<CatalogSamples> {
  const found = new Map<TableId, ReadonlyMap<string, ColumnSample>>();
  const { rows: sizes } = await connection.run(sizesStatement(tables));
  for (let next = 0; next < sizes.length; ) {
    await connection.transaction('read', async (session) => {
      await session.run(plain(`set local statement_timeout = ${limits.secondsPerTable * 1_000}`));
      for (; next < sizes.length; ) {
        const size = sizes[next++] ?? {};
        const table = tables[Number(size['place']) - 1];
        if (table === undefined) continue;
        const columns = sampledColumns(table);
        const statement = sampleStatement({ table, columns, size }, limits);
        const rows = columns.length === 0 ? [] : await rowsOrNull(session, statement);
        // What the server refuses ends this transaction: the tables after it are read in another.
        if (rows === null) return;
        found.set(table.id, columnSamples(rows, columns, limits));
      }
    });
  }
  return found;
}

async function rowsOrNull(session: Session, statement: CompiledSql): Promise<readonly Row[] | null> {
  try {
    return (await session.run(statement)).rows;
  } catch (error) {
    const state = sqlState(error);
    if (state === null || isConnectionLoss(state)) throw error;
    return null;
  }
}

function plain(text: string): CompiledSql {
  return { sql: text, parameters: [] };
}

/** The pages a table has now, and how many rows a page of it had when it was last analysed. */
function sizesStatement(tables: readonly CatalogTable[]): CompiledSql {
  const looked = tables.map(({ kind, schema, name }) => (kind === 'view' ? null : { schema, name }));
  return {
    sql: `select k.place, c.relkind = 'p' as partitioned,
  coalesce(l.bytes, pg_relation_size(c.oid)) / current_setting('block_size')::int as pages,
  coalesce(l.tuples, c.reltuples)::float8 / nullif(coalesce(l.pages, c.relpages), 0) as rows_per_page
from unnest($1::text[], $2::text[]) with ordinality as k (schema, name, place)
join pg_namespace n on n.nspname = k.schema
join pg_class c on c.relnamespace = n.oid and c.relname = k.name
cross join lateral (
  select sum(pg_relation_size(p.oid)) as bytes, sum(greatest(p.reltuples, 0)) as tuples, sum(p.relpages) as pages,
    bool_or(p.relkind = 'f') as elsewhere
  from pg_partition_tree(c.oid) t join pg_class p on p.oid = t.relid where t.isleaf and c.relkind = 'p'
) l
where c.relkind in ('r', 'p') and l.elsewhere is not true
  and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') and not row_security_active(c.oid)
order by k.place`,
    parameters: [looked.map((each) => each?.schema ?? null), looked.map((each) => each?.name ?? null)],
  };
}

interface Sampled {
  readonly table: CatalogTable;
  readonly columns: readonly SampledColumn[];
  readonly size: Row;
}

function sampleStatement({ table, columns, size }: Sampled, limits: SampleLimits): CompiledSql {
  const pages = Math.max(Number(size['pages']), 1);
  const known = Number(size['rows_per_page'] ?? 0);
  const rowsPerPage = known > 0 ? known : unknownRowsPerPage;
  const wanted = (limits.rowsPerTable / rowsPerPage) * surplus;
  const drawn = Math.min(mostPages, Math.max(leastPages, Math.ceil(wanted)));
  // A partitioned table has rows in its partitions only; the children of another are tables of their own.
  const from = size['partitioned'] === true ? sql`` : sql`only`;
  const names = sql.join(columns.map(({ column }) => sql.id('t', column.name)));
  const values = sql.join(
    columns.map(({ column, as }) => sql`${valueText(column.family, column.name, limits)} as ${sql.id(as)}`),
  );
  // The same rows each time, and not those of the first pages only when the pages drawn hold more than are wanted. What
  // is stored apart is fetched for the rows that remain.
  return postgresqlDialect.compile(sql`select ${values} from (
  select ${names} from ${from} ${sql.id(table.schema, table.name)} as t
  tablesample system (${Math.min(100, (100 * drawn) / pages)}::float4) repeatable (1)
  order by md5(t.ctid::text) limit ${sql.lit(limits.rowsPerTable)}
) as s`);
}

function valueText(family: string, name: string, { charactersPerValue }: SampleLimits): Fragment {
  const value = sql.id('s', name);
  const text = sql`left(${value}::text, ${sql.lit(charactersPerValue)})`;
  // Of a text only the beginning is unpacked; a document or a list is unpacked whole before it can be cut.
  return family === 'json' || family === 'other'
    ? sql`case when pg_column_size(${value}) <= ${sql.lit(largestPacked)} then ${text} end`
    : text;
}

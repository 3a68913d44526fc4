import { sql } from 'kysely';
import type { CatalogTable, TableId } from '../../catalog/catalog.ts';
import type { CatalogSamples } from '../../catalog/classification/classify-catalog.ts';
import type { ColumnSample } from '../../catalog/classification/content/evidence.ts';
import { columnSamples, type SampleLimits, sampledColumns } from '../sample.ts';
import type { Session } from '../session.ts';
import { type Fragment, sqliteDialect } from '../sql/dialect.ts';
import { boundsStatement, type SpreadKey, type Windows, windowsStatement } from '../sql/key-windows.ts';
import { type TableRow, tablesQuery } from './catalog-queries.ts';
import type { SqliteConnection } from './connection.ts';
import { resultCode } from './failure.ts';

/**
 * Values of some rows, from one snapshot: a few at ten places along the number that SQLite gives each row, or the first and
 * last by the key of a table without one. Virtual tables are left out: what reading them takes is theirs to
 * say. A statement cannot be given up here after a time; it ends when its rows are there.
 *
 * @throws GestandError `source-unreachable`, `source-failed`
 */
export async function sampleSqlite(
  connection: Pick<SqliteConnection, 'transaction'>,
  tables: readonly CatalogTable[],
  limits: SampleLimits,
): Promise<CatalogSamples> {
  return connection.transaction('read', async (session) => {
    const kinds = (await session.run(tablesQuery)).rows as unknown as readonly TableRow[];
    const plain = new Map(kinds.flatMap((row) => (row.type === 'table' ? [[row.name, row] as const] : [])));
    const found = new Map<TableId, ReadonlyMap<string, ColumnSample>>();
    for (const table of tables) {
      const kind = plain.get(table.name);
      if (kind === undefined) continue;
      const samples = await readTable(session, { table, rowless: kind.wr === 1 }, limits);
      if (samples !== null) found.set(table.id, samples);
    }
    return found;
  });
}

interface Sampled {
  readonly table: CatalogTable;
  /** Declared WITHOUT ROWID. */
  readonly rowless: boolean;
}

async function readTable(
  session: Session,
  sampled: Sampled,
  limits: SampleLimits,
): Promise<ReadonlyMap<string, ColumnSample> | null> {
  const { table } = sampled;
  const columns = sampledColumns(table);
  if (columns.length === 0) return new Map();
  const from = sql`${sql.id(table.schema, table.name)}`;
  const values = sql.join(
    columns.map(({ column, as }) => sql`${valueText(column.name, limits)} as ${sql.id(as)}`),
  );
  try {
    const windows = await windowsOf(session, { ...sampled, from }, limits);
    const statement = windowsStatement(sqliteDialect, { from, values }, windows);
    return columnSamples((await session.run(sqliteDialect.compile(statement))).rows, columns, limits);
  } catch (error) {
    // A table that is gone, or that computes a column with a function of the customer's own program.
    if (resultCode(error) !== 1) throw error;
    return null;
  }
}

async function windowsOf(
  session: Session,
  { table, rowless, from }: Sampled & { readonly from: Fragment },
  limits: SampleLimits,
): Promise<Windows> {
  const rows = limits.rowsPerTable;
  const key = rowless ? null : rowNumber(table);
  if (key === null)
    return table.primaryKey.length > 0
      ? { kind: 'ends', key: table.primaryKey, rows }
      : { kind: 'first', rows };
  const answer = await session.run(sqliteDialect.compile(boundsStatement(sqliteDialect, [{ from, key }])));
  const [low, high] = [answer.rows[0]?.['low'] ?? null, answer.rows[0]?.['high'] ?? null];
  if (low === null || high === null) return { kind: 'first', rows };
  return { kind: 'spread', key, rows, low: BigInt(String(low)), high: BigInt(String(high)) };
}

/** The name of the row's own number that no column has taken. */
function rowNumber({ columns }: CatalogTable): SpreadKey | null {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  const column = ['rowid', '_rowid_', 'oid'].find((name) => !taken.has(name));
  return column === undefined ? null : { column, type: 'integer' };
}

function valueText(name: string, { charactersPerValue }: SampleLimits): Fragment {
  const value = sql.id('t', name);
  // Any column can hold bytes.
  return sql`case when typeof(${value}) <> 'blob' then substr(${value}, 1, ${sql.lit(charactersPerValue)}) end`;
}

import { sql } from 'kysely';
import type { CatalogColumn, CatalogTable, TableId } from '../../catalog/catalog.ts';
import type { CatalogSamples } from '../../catalog/classification/classify-catalog.ts';
import type { ColumnSample } from '../../catalog/classification/content/evidence.ts';
import { columnSamples, type SampleLimits, sampledColumns } from '../sample.ts';
import type { Row, Session } from '../session.ts';
import type { CompiledSql, Fragment } from '../sql/dialect.ts';
import { boundsStatement, type SpreadKey, type Windows, windowsStatement } from '../sql/key-windows.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import { mariadbType } from '../sql/mariadb-type.ts';
import type { MariadbConnection } from './connection.ts';
import { errorNumber, isConnectionLoss } from './failure.ts';

const boundsPerStatement = 100;

/**
 * Values of some rows, at one moment, locking nothing: of a table with more rows than are wanted a few at ten places along its
 * key, else its first and last by the key, else its first; one statement a table, and one a hundred tables that
 * asks where their keys begin and end. What the user may not read is left out.
 *
 * @throws GestandError `source-unreachable`, `source-failed`
 */
export async function sampleMariadb(
  connection: Pick<MariadbConnection, 'reading'>,
  tables: readonly CatalogTable[],
  limits: SampleLimits,
): Promise<CatalogSamples> {
  const looked = tables.filter(({ kind }) => kind !== 'view');
  return connection.reading(async (session) => {
    const bounds = await readBounds(session, looked, limits);
    const found = new Map<TableId, ReadonlyMap<string, ColumnSample>>();
    for (const table of looked) {
      const columns = sampledColumns(table, isReadable);
      const values = sql.join(
        columns.map(({ column, as }) => sql`${valueText(column, limits)} as ${sql.id(as)}`),
      );
      const windows = windowsOf(table, bounds.get(table.id), limits);
      const statement = mariadbDialect.compile(
        windowsStatement(mariadbDialect, { from: placeOf(table), values }, windows),
      );
      const rows = columns.length === 0 ? [] : await rowsOrNull(session, statement, limits);
      if (rows !== null) found.set(table.id, columnSamples(rows, columns, limits));
    }
    return found;
  });
}

interface Bounds {
  readonly key: SpreadKey;
  readonly low: bigint;
  readonly high: bigint;
}

async function readBounds(
  session: Session,
  tables: readonly CatalogTable[],
  limits: SampleLimits,
): Promise<ReadonlyMap<TableId, Bounds>> {
  const spread = tables.flatMap((table) => {
    const key = table.columns.find(({ name }) => name === table.primaryKey[0]);
    const large = table.estimatedRows > limits.rowsPerTable;
    return large && key?.family === 'integer' ? [{ table, from: placeOf(table), key: keyOf(key) }] : [];
  });
  const bounds = new Map<TableId, Bounds>();
  for (let at = 0; at < spread.length; at += boundsPerStatement) {
    const some = spread.slice(at, at + boundsPerStatement);
    const statement = mariadbDialect.compile(boundsStatement(mariadbDialect, some));
    for (const row of (await rowsOrNull(session, statement, limits)) ?? []) {
      const known = some[Number(row['tab'])];
      const [low, high] = [row['low'], row['high']];
      if (known === undefined || low === null || high === null) continue;
      bounds.set(known.table.id, { key: known.key, low: BigInt(String(low)), high: BigInt(String(high)) });
    }
  }
  return bounds;
}

function keyOf({ name, type }: CatalogColumn): SpreadKey {
  return { column: name, type };
}

function windowsOf(table: CatalogTable, bounds: Bounds | undefined, limits: SampleLimits): Windows {
  const rows = limits.rowsPerTable;
  if (bounds !== undefined) return { kind: 'spread', rows, ...bounds };
  const large = table.estimatedRows > rows && table.primaryKey.length > 0;
  return large ? { kind: 'ends', key: table.primaryKey, rows } : { kind: 'first', rows };
}

/** Null when the server refuses this statement: the others go on. */
async function rowsOrNull(
  session: Session,
  { sql: text, parameters }: CompiledSql,
  { secondsPerTable }: SampleLimits,
): Promise<readonly Row[] | null> {
  try {
    const limited = `set statement max_statement_time = ${secondsPerTable} for ${text}`;
    return (await session.run({ sql: limited, parameters })).rows;
  } catch (error) {
    const number = errorNumber(error);
    if (number === null || isConnectionLoss(number)) throw error;
    return null;
  }
}

function placeOf({ schema, name }: CatalogTable): Fragment {
  return sql`${sql.id(schema, name)}`;
}

const readableOthers = new Set(['enum', 'set', 'time']);

/** Shapes on a map are bytes. */
function isReadable({ family, type }: CatalogColumn): boolean {
  return family !== 'other' || readableOthers.has(mariadbType(type).name);
}

function valueText({ name, type }: CatalogColumn, { charactersPerValue }: SampleLimits): Fragment {
  const value = sql.id('t', name);
  const shown = mariadbType(type).name === 'bit' ? sql`${value} + 0` : value;
  return sql`left(convert(cast(${shown} as char) using utf8mb4), ${sql.lit(charactersPerValue)})`;
}

import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceRectification } from '../../plan/plan.ts';
import type { RectifyFaultPoint } from '../rectify-fault-points.ts';
import { type CellSystem, rectifyStep } from '../rectify-step.ts';
import type { CorrectedPeople, Rectified, RectifyOptions } from '../source.ts';
import type { CellDialect } from '../sql/corrected-cells.ts';
import { sqliteDialect } from '../sql/dialect.ts';
import type { CellTable } from '../sql/rectify.ts';
import type { SqliteConnection } from './connection.ts';
import { conditionOf } from './find.ts';
import { enterStep, recordStep } from './journal.ts';

export const sqliteCells: CellDialect = {
  dialect: sqliteDialect,
  // A cast keeps the collation of its column.
  cellText: ({ name }) => sql`(cast(${sql.id('t', name)} as text) collate binary)`,
  mayCarry: (asked) => conditionOf(asked, false),
};

export const sqliteCellTable: CellTable = {
  name: sql`temp.gestand_cell`,
  // Columns of keys without a type keep each value as it is.
  create: (arity) =>
    sql`create temp table gestand_cell (n integer primary key, step integer, fate text, since text, ${sql.join(
      Array.from({ length: arity }, (_, i) => sql.id(`k${i + 1}`)),
    )}, ${sql.id('before')} text)`,
  drop: null,
  update: ({ table, rows, sets, where }) =>
    sql`update ${table} as t set ${sql.join(sets.map(({ column, value }) => sql`${sql.id(column)} = ${value}`))} from (${rows}) as r where ${where}`,
  isStill: null,
};

/**
 * In one transaction, with its marker.
 *
 * @throws GestandError `lost-lease`, `source-unreachable`, `source-failed`
 */
export async function rectifyInSqlite(
  connection: SqliteConnection,
  plan: SourceRectification,
  { people, options }: { readonly people: CorrectedPeople; readonly options: RectifyOptions },
): Promise<Rectified> {
  const { marker } = options;
  const rectified = await connection.transaction('write', async (session) =>
    present(
      await rectifyStep(session, system, { plan, people, options, marker }),
      'counts, where nobody else writes',
    ),
  );
  await options.faultPoint('rectify.committed' satisfies RectifyFaultPoint);
  return rectified;
}

const system: CellSystem = { cells: sqliteCells, into: sqliteCellTable, enterStep, recordStep };

import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceRectification } from '../../plan/plan.ts';
import { recordableRectified, recordedRectified } from '../recorded-counts.ts';
import type { RectifyFaultPoint } from '../rectify-fault-points.ts';
import type { CorrectedPeople, Rectified, RectifyOptions } from '../source.ts';
import type { CellDialect } from '../sql/corrected-cells.ts';
import { sqliteDialect } from '../sql/dialect.ts';
import { type CellTable, rectifyIn } from '../sql/rectify.ts';
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
  const { marker, capture } = options;
  const reach = (point: RectifyFaultPoint) => options.faultPoint(point);
  const rectified = await connection.transaction('write', async (session): Promise<Rectified> => {
    const done = marker === null ? null : await enterStep(session, marker);
    if (done !== null) return recordedRectified(done);
    await reach('rectify.entered');
    const counts = await rectifyIn(
      session,
      { on: sqliteCells, plan, people },
      { into: sqliteCellTable, capture, captured: () => reach('rectify.captured') },
    );
    const result = {
      counts: present(counts, 'counts, where nobody else writes'),
      capture: marker === null ? null : capture.id,
    };
    if (marker !== null) await recordStep(session, marker, recordableRectified(result));
    await reach('rectify.recorded');
    return result;
  });
  await reach('rectify.committed');
  return rectified;
}

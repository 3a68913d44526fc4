import { sql } from 'kysely';
import type { SourceRectification } from '../../plan/plan.ts';
import type { RectifyFaultPoint } from '../rectify-fault-points.ts';
import { type CellSystem, rectifyStep } from '../rectify-step.ts';
import type { CorrectedPeople, Rectified, RectifyOptions } from '../source.ts';
import type { CellDialect } from '../sql/corrected-cells.ts';
import { postgresqlDialect } from '../sql/dialect.ts';
import type { CellTable } from '../sql/rectify.ts';
import { BeginAgain, type PostgresqlConnection } from './connection.ts';
import { conditionOf } from './find.ts';
import { enterStep, recordStep } from './journal.ts';

export const postgresqlCells: CellDialect = {
  dialect: postgresqlDialect,
  cellText: ({ name }) => sql`(${sql.id('t', name)}::text collate "C")`,
  mayCarry: conditionOf,
};

export const postgresqlCellTable: CellTable = {
  name: sql`pg_temp.gestand_cell`,
  create: (arity) =>
    sql`create temporary table gestand_cell (n bigint generated always as identity primary key, step int not null, fate text not null, since text, ${sql.join(
      Array.from({ length: arity }, (_, i) => sql`${sql.id(`k${i + 1}`)} text`),
    )}, ${sql.id('before')} text collate "C") on commit drop`,
  drop: null,
  update: ({ table, rows, sets, where }) =>
    sql`update ${table} as t set ${sql.join(sets.map(({ column, value }) => sql`${sql.id(column)} = ${value}`))} from (${rows}) as r where ${where}`,
  isStill: (now, before) => sql`${now} is not distinct from ${before}`,
};

export interface PostgresqlRectification {
  readonly plan: SourceRectification;
  readonly people: CorrectedPeople;
  readonly options: RectifyOptions;
  /** The role may keep our journal: see contact.ts. */
  readonly markers: boolean;
  readonly prepareJournal: () => Promise<void>;
}

/**
 * In one transaction, with its marker. A cell that somebody changes meanwhile makes it begin again.
 *
 * @throws GestandError `lost-lease`, `source-unreachable`, `source-failed`
 */
export async function rectifyInPostgresql(
  connection: PostgresqlConnection,
  { plan, people, options, markers, prepareJournal }: PostgresqlRectification,
): Promise<Rectified> {
  const marker = markers ? options.marker : null;
  if (marker !== null) await prepareJournal();
  const rectified = await connection.transaction('write', async (session) => {
    const result = await rectifyStep(session, system, { plan, people, options, marker });
    if (result === null) throw new BeginAgain();
    return result;
  });
  await options.faultPoint('rectify.committed' satisfies RectifyFaultPoint);
  return rectified;
}

const system: CellSystem = { cells: postgresqlCells, into: postgresqlCellTable, enterStep, recordStep };

import { sql } from 'kysely';
import { present } from '../../base/assert.ts';
import type { SourceRectification } from '../../plan/plan.ts';
import type { RectifyFaultPoint } from '../rectify-fault-points.ts';
import { type CellSystem, rectifyStep } from '../rectify-step.ts';
import type { CorrectedPeople, Rectified, RectifyOptions } from '../source.ts';
import type { CellDialect } from '../sql/corrected-cells.ts';
import { keyText } from '../sql/growth-loop.ts';
import { mariadbDialect } from '../sql/mariadb-dialect.ts';
import type { CellTable } from '../sql/rectify.ts';
import type { MariadbConnection } from './connection.ts';
import { conditionOf } from './find.ts';
import { enterStep, prepareJournal, recordStep } from './journal.ts';

const byByte = sql`character set utf8mb4 collate utf8mb4_nopad_bin`;

export const mariadbCells: CellDialect = {
  dialect: mariadbDialect,
  cellText: ({ name }) =>
    sql`(convert(cast(${sql.id('t', name)} as char) using utf8mb4) collate utf8mb4_nopad_bin)`,
  mayCarry: conditionOf,
};

const cellTable: CellTable = {
  name: sql`gestand_cell`,
  create: (arity) =>
    sql`create or replace temporary table gestand_cell (n bigint not null auto_increment primary key, step int not null, fate varchar(8) not null, since varchar(40), ${sql.join(
      Array.from({ length: arity }, (_, i) => sql`${sql.id(`k${i + 1}`)} ${keyText}`),
    )}, ${sql.id('before')} longtext ${byByte})`,
  drop: sql`drop temporary table gestand_cell`,
  update: ({ table, rows, sets, where }) =>
    sql`update (${rows}) as r join ${table} as t on ${where} set ${sql.join(sets.map(({ column, value }) => sql`${sql.id('t', column)} = ${value}`))}`,
  // What the cells were read from is locked until the end.
  isStill: null,
};

export interface MariadbRectification {
  readonly plan: SourceRectification;
  readonly people: CorrectedPeople;
  readonly options: RectifyOptions;
  /** The user may keep our journal: see contact.ts. */
  readonly markers: boolean;
}

/**
 * In one transaction, with its marker.
 *
 * @throws GestandError `lost-lease`, `source-unreachable`, `source-failed`
 */
export async function rectifyInMariadb(
  connection: MariadbConnection,
  { plan, people, options, markers }: MariadbRectification,
): Promise<Rectified> {
  const marker = markers ? options.marker : null;
  if (marker !== null) await prepareJournal(connection);
  const rectified = await connection.writing(async (session) =>
    present(
      await rectifyStep(session, system, { plan, people, options, marker }),
      'counts, where the rows are locked',
    ),
  );
  await options.faultPoint('rectify.committed' satisfies RectifyFaultPoint);
  return rectified;
}

const system: CellSystem = { cells: mariadbCells, into: cellTable, enterStep, recordStep };

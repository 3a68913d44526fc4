import type { Json } from '../../base/canonical-json.ts';
import { GestandError } from '../../base/error.ts';
import type { Session } from '../session.ts';
import type { StepMarker } from '../step-marker.ts';
import type { MariadbConnection } from './connection.ts';

/*
 * Our journal in the customer's database, where its user may keep one: what a step has done, committed together with
 * its effect, so that a step whose answer was lost is not done twice.
 */

export const markerTable = 'gestand_step_marker';

const definition = `create table if not exists ${markerTable} (
  run varchar(190) not null, step int not null, fence bigint not null, result longtext,
  at timestamp not null default current_timestamp, primary key (run, step)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin`;

/** The step number under which the newest fence of a run stands: every writer of the run locks this row first. */
const fenceStep = -1;

/** Creates the journal when it is not there. Before the transaction: making a table ends one. */
export async function prepareJournal(connection: MariadbConnection): Promise<void> {
  const present = await connection.session.run({
    sql: 'select 1 from information_schema.tables where table_schema = database() and table_name = ?',
    parameters: [markerTable],
  });
  if (present.count === 0) await connection.session.run({ sql: definition, parameters: [] });
}

/**
 * Enters a step, inside the transaction of its effect. Returns what the step recorded when it was done before, or
 * null when it is still to be done. Until the transaction ends no other node enters a step of this run.
 *
 * @throws GestandError `lost-lease` when a newer fence has written here.
 */
export async function enterStep(session: Session, { run, step, fence }: StepMarker): Promise<Json | null> {
  await session.run({
    sql: `insert into ${markerTable} (run, step, fence) values (?, ?, ?)
on duplicate key update fence = greatest(fence, value(fence))`,
    parameters: [run, fenceStep, fence.toString()],
  });
  // Locking reads: they see what was committed while this transaction waited, which its snapshot may not.
  const newest = await session.run({
    sql: `select fence from ${markerTable} where run = ? and step = ? for update`,
    parameters: [run, fenceStep],
  });
  if (BigInt(String(newest.rows[0]?.['fence'])) > fence) {
    throw new GestandError('lost-lease', `another node has taken over run ${run}; this one stops`);
  }
  const done = await session.run({
    sql: `select result from ${markerTable} where run = ? and step = ? for update`,
    parameters: [run, step],
  });
  const result = done.rows[0]?.['result'];
  return typeof result === 'string' ? (JSON.parse(result) as Json) : null;
}

/** Records what a step did: the second half of what {@link enterStep} began. */
export async function recordStep(
  session: Session,
  { run, step, fence }: StepMarker,
  result: Json,
): Promise<void> {
  await session.run({
    sql: `insert into ${markerTable} (run, step, fence, result) values (?, ?, ?, ?)`,
    parameters: [run, step, fence.toString(), JSON.stringify(result)],
  });
}

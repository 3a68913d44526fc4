import type { Json } from '../../base/canonical-json.ts';
import { GestandError } from '../../base/error.ts';
import type { Session } from '../session.ts';
import type { StepMarker } from '../step-marker.ts';

/*
 * Our journal in the customer's file: what a step has done, committed together with its effect, so that a step whose
 * answer was lost is not done twice.
 */

const definition = `create table if not exists gestand_step_marker (
  run text not null, step integer not null, fence integer not null, result text,
  at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), primary key (run, step)) without rowid`;

/** The step number under which the newest fence of a run stands. */
const fenceStep = -1;

/**
 * Enters a step, inside the transaction of its effect; creates the journal when it is not there. Returns what the
 * step recorded when it was done before, or null when it is still to be done.
 *
 * @throws GestandError `lost-lease` when a newer fence has written here.
 */
export async function enterStep(session: Session, { run, step, fence }: StepMarker): Promise<Json | null> {
  await session.run({ sql: definition, parameters: [] });
  const taken = await session.run({
    sql: `insert into gestand_step_marker (run, step, fence) values (?, ?, ?)
on conflict (run, step) do update set fence = excluded.fence where gestand_step_marker.fence <= excluded.fence`,
    parameters: [run, fenceStep, fence],
  });
  if (taken.count === 0) {
    throw new GestandError('lost-lease', `another node has taken over run ${run}; this one stops`);
  }
  const done = await session.run({
    sql: 'select result from gestand_step_marker where run = ? and step = ?',
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
    sql: 'insert into gestand_step_marker (run, step, fence, result) values (?, ?, ?, ?)',
    parameters: [run, step, fence, JSON.stringify(result)],
  });
}

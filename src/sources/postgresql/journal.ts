import type { Json } from '../../base/canonical-json.ts';
import { GestandError } from '../../base/error.ts';
import type { Session, StatementResult } from '../session.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import type { StepMarker } from '../step-marker.ts';
import { BeginAgain, type PostgresqlConnection } from './connection.ts';
import { sqlState } from './failure.ts';

/*
 * Our journal in the customer's database, where its role may keep one: a schema `gestand` with what a step has done
 * (`step_marker`) and what a step in batches still has to do (`working_row`). A step's effect and its marker commit
 * together, so that a step whose answer was lost is not done twice.
 */

const definitions = [
  'create schema if not exists gestand',
  `create table if not exists gestand.step_marker (
    run text not null, step int not null, fence bigint not null, result jsonb, at timestamptz not null default now(),
    primary key (run, step))`,
  `create table if not exists gestand.working_row (
    run text not null, step int not null, part int not null, position bigint not null, row jsonb not null,
    primary key (run, step, part, position))`,
];

/** The step number under which the newest fence of a run stands: every writer of the run locks this row first. */
const fenceStep = -1;

/** Creates what is missing. Two nodes may do so at once. */
export async function prepareJournal(connection: PostgresqlConnection): Promise<void> {
  const present = await connection.run({
    sql: `select to_regclass('gestand.step_marker') is not null and to_regclass('gestand.working_row') is not null as present`,
    parameters: [],
  });
  if (present.rows[0]?.['present'] === true) return;
  for (const definition of definitions) await createOnce(connection, { sql: definition, parameters: [] });
}

// `if not exists` looks before it writes: of two sessions that looked together one still fails.
export async function createOnce(connection: PostgresqlConnection, statement: CompiledSql): Promise<void> {
  await connection.transaction('write', async (session) => {
    await session.run({ sql: 'savepoint creation', parameters: [] });
    try {
      await session.run(statement);
    } catch (error) {
      if (!['23505', '42P06', '42P07', 'XX000'].includes(sqlState(error) ?? '')) throw error;
      await session.run({ sql: 'rollback to savepoint creation', parameters: [] });
    }
  });
}

/**
 * Enters a step, inside the transaction of its effect. Returns what the step recorded when it was done before, or
 * null when it is still to be done. Until the transaction ends no other node enters a step of this run.
 *
 * @throws GestandError `lost-lease` when a newer fence has written here.
 */
export async function enterStep(session: Session, { run, step, fence }: StepMarker): Promise<Json | null> {
  const taken = await inJournal(session, {
    sql: `insert into gestand.step_marker as m (run, step, fence) values ($1, $2, $3)
on conflict (run, step) do update set fence = excluded.fence, at = now() where m.fence <= excluded.fence`,
    parameters: [run, fenceStep, fence.toString()],
  });
  if (taken.count === 0) throw takenOver(run);
  const done = await session.run({
    sql: 'select result from gestand.step_marker where run = $1 and step = $2',
    parameters: [run, step],
  });
  return (done.rows[0]?.['result'] as Json | undefined) ?? null;
}

/** What a step that is entered and done in one transaction finds. */
export type StepState =
  | { readonly kind: 'to-do' }
  | { readonly kind: 'in-batches' }
  | { readonly kind: 'done'; readonly recorded: Json };

/**
 * As {@link enterStep}, in one round trip. It sees what was committed before it began: that another node did the step
 * while this one waited to enter is found out by {@link recordStep}.
 *
 * @throws GestandError `lost-lease` when a newer fence has written here.
 */
export async function enterStepAtOnce(
  session: Session,
  { run, step, fence }: StepMarker,
): Promise<StepState> {
  const taken = await inJournal(session, {
    sql: `insert into gestand.step_marker as m (run, step, fence) values ($1, $2, $3)
on conflict (run, step) do update set fence = excluded.fence, at = now() where m.fence <= excluded.fence
returning (select d.result from gestand.step_marker d where d.run = $1 and d.step = $4) as recorded,
  exists (select from gestand.working_row w where w.run = $1 and w.step = $4) as in_batches`,
    parameters: [run, fenceStep, fence.toString(), step],
  });
  const [row] = taken.rows;
  if (row === undefined) throw takenOver(run);
  const recorded = (row['recorded'] as Json | undefined) ?? null;
  if (recorded !== null) return { kind: 'done', recorded };
  return row['in_batches'] === true ? { kind: 'in-batches' } : { kind: 'to-do' };
}

/** The journal that was there before is not: a backup from before it was made was restored. */
export class JournalGone extends Error {}

const undefinedTable: readonly (string | null)[] = ['42P01', '3F000'];

async function inJournal(session: Session, statement: CompiledSql): Promise<StatementResult> {
  try {
    return await session.run(statement);
  } catch (error) {
    throw undefinedTable.includes(sqlState(error)) ? new JournalGone() : error;
  }
}

function takenOver(run: string): GestandError {
  return new GestandError('lost-lease', `another node has taken over run ${run}; this one stops`);
}

/**
 * Records what a step did: the second half of what {@link enterStep} began.
 *
 * @throws BeginAgain when another node did the step meanwhile.
 */
export async function recordStep(
  session: Session,
  { run, step, fence }: StepMarker,
  result: Json,
): Promise<void> {
  const { count } = await session.run({
    sql: 'insert into gestand.step_marker (run, step, fence, result) values ($1, $2, $3, $4) on conflict do nothing',
    parameters: [run, step, fence.toString(), JSON.stringify(result)],
  });
  if (count === 0) throw new BeginAgain();
}

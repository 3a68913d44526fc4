import { type Selectable, sql } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import { GestandError } from '../base/error.ts';
import type { RunId } from '../base/ids.ts';
import { type HeldRun, lostLease } from './run.ts';
import type { Database, StepState } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

/** One step of a run, and how far it is. */
export interface RunStep {
  /** From 0, in the order in which they run. */
  readonly ordinal: number;
  readonly name: string;
  readonly source: string;
  readonly state: StepState;
  /** Where the next batch begins; null before the first. Positions, never a person's values. */
  readonly cursor: Json | null;
  /** Counts and hashes; no personal data. */
  readonly result: Json | null;
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

export async function listSteps(scope: StoreScope, runId: RunId): Promise<readonly RunStep[]> {
  const rows = await scope.db
    .selectFrom('run_step')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', runId)
    .orderBy('ordinal')
    .execute();
  return rows.map(fromRow);
}

/** Begins a step, or begins it again after a crash, and returns how far it had come. @throws GestandError lost-lease */
export async function startStep(scope: StoreScope, held: HeldRun, ordinal: number): Promise<RunStep> {
  return writeStep(scope, held, {
    ordinal,
    from: ['waiting', 'running'],
    change: sql`state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, ${nowOf(scope)})`,
  });
}

/** Keeps how far a step is, after a batch. @throws GestandError lost-lease */
export async function saveCursor(
  scope: StoreScope,
  held: HeldRun,
  { ordinal, cursor }: { readonly ordinal: number; readonly cursor: Json },
): Promise<RunStep> {
  return writeStep(scope, held, {
    ordinal,
    from: ['running'],
    change: sql`batch_cursor = ${JSON.stringify(cursor)}::jsonb`,
  });
}

/** Ends a step. Ending it twice with the same fence changes nothing. @throws GestandError lost-lease */
export async function completeStep(
  scope: StoreScope,
  held: HeldRun,
  { ordinal, result }: { readonly ordinal: number; readonly result: Json },
): Promise<RunStep> {
  return writeStep(scope, held, {
    ordinal,
    from: ['waiting', 'running', 'completed'],
    change: sql`state = 'completed',
      result = case when state = 'completed' then result else ${JSON.stringify(result)}::jsonb end,
      completed_at = coalesce(completed_at, ${nowOf(scope)})`,
  });
}

interface StepWrite {
  readonly ordinal: number;
  readonly from: readonly StepState[];
  readonly change: ReturnType<typeof sql>;
}

// The row of the run is locked before the step is written: a claim by another worker comes either before, and
// then this finds another fence, or after the commit.
async function writeStep(scope: StoreScope, held: HeldRun, write: StepWrite): Promise<RunStep> {
  return withTransaction(scope, async (inside) => {
    const run = await inside.db
      .selectFrom('run')
      .select('run_id')
      .where('organisation_id', '=', scope.organisationId)
      .where('run_id', '=', held.id)
      .where('state', '=', 'running')
      .where('fence', '=', held.fence)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (run === undefined) throw lostLease(held);
    const written = await sql<Selectable<Database['run_step']>>`
      update gestand.run_step set ${write.change}
      where organisation_id = ${scope.organisationId} and run_id = ${held.id}
        and ordinal = ${write.ordinal} and state in (${sql.join([...write.from])})
      returning *`.execute(inside.db);
    const row = written.rows[0];
    if (row === undefined)
      throw new GestandError(
        'conflict',
        `Step ${write.ordinal} of run ${held.id} is not in a state for this.`,
      );
    return fromRow(row);
  });
}

function fromRow(row: Selectable<Database['run_step']>): RunStep {
  return {
    ordinal: row.ordinal,
    name: row.name,
    source: row.source,
    state: row.state,
    cursor: row.batch_cursor,
    result: row.result,
    attempts: row.attempts,
    startedAt: row.started_at,
    completedAt: row.completed_at,
  };
}

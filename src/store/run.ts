import { type Selectable, sql } from 'kysely';
import { GestandError } from '../base/error.ts';
import { newId, type PlanId, type RunId } from '../base/ids.ts';
import type { Database, RunState } from './schema.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';
import { withTransaction } from './transaction.ts';

/** The execution of a plan. */
export interface Run {
  readonly id: RunId;
  readonly planId: PlanId;
  readonly state: RunState;
  /** Goes up with every claim. A write with an older number is refused. */
  readonly fence: number;
  readonly worker: string | null;
  readonly leaseUntil: string | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly failureCode: string | null;
}

/** A run this process may work on until its lease ends, or somebody else claims it after that. */
export interface HeldRun {
  readonly id: RunId;
  readonly planId: PlanId;
  readonly fence: number;
}

export interface StepWanted {
  readonly name: string;
  readonly source: string;
}

/**
 * Puts a run in the queue, with its steps in order.
 *
 * @throws GestandError not-approved when the plan is not approved.
 */
export async function queueRun(
  scope: StoreScope,
  planId: PlanId,
  steps: readonly StepWanted[],
): Promise<Run> {
  return withTransaction(scope, async (inside) => {
    const plan = await inside.db
      .selectFrom('plan')
      .select('state')
      .where('organisation_id', '=', scope.organisationId)
      .where('plan_id', '=', planId)
      .forShare()
      .executeTakeFirst();
    if (plan?.state !== 'approved')
      throw new GestandError('not-approved', `Plan ${planId} is not approved, so it does not run.`);
    const id: RunId = newId('run', scope.clock.now());
    const row = await inside.db
      .insertInto('run')
      .values({
        organisation_id: scope.organisationId,
        run_id: id,
        plan_id: planId,
        state: 'queued',
        created_at: nowOf(scope),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    if (steps.length > 0)
      await inside.db
        .insertInto('run_step')
        .values(
          steps.map(({ name, source }, ordinal) => ({
            organisation_id: scope.organisationId,
            run_id: id,
            ordinal,
            name,
            source,
            state: 'waiting' as const,
          })),
        )
        .execute();
    return fromRow(row);
  });
}

/**
 * Claims a run that waits, or one whose worker let its lease end; a given one, or else the oldest. Workers that
 * ask at once get different runs. Undefined when there is none to be had.
 */
export async function claimRun(
  scope: StoreScope,
  claim: { readonly worker: string; readonly leaseSeconds: number; readonly runId?: RunId },
): Promise<HeldRun | undefined> {
  const now = nowOf(scope);
  let free = scope.db
    .selectFrom('run')
    .select('run_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('state', 'in', ['queued', 'running'])
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', now)]))
    .orderBy('created_at')
    .orderBy('run_id')
    .limit(1)
    .forUpdate()
    .skipLocked();
  if (claim.runId !== undefined) free = free.where('run_id', '=', claim.runId);
  const row = await scope.db
    .with('free', () => free)
    .updateTable('run')
    .set({
      state: 'running',
      fence: sql`fence + 1`,
      worker: claim.worker,
      lease_until: secondsFromNow(scope, claim.leaseSeconds),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', (from) => from.selectFrom('free').select('free.run_id'))
    .returning(['run.run_id', 'run.plan_id', 'run.fence'])
    .executeTakeFirst();
  return row && { id: row.run_id as RunId, planId: row.plan_id as PlanId, fence: row.fence };
}

/** @throws GestandError lost-lease when somebody else claimed the run, or it was closed. */
export async function renewLease(scope: StoreScope, held: HeldRun, leaseSeconds: number): Promise<void> {
  const row = await heldRow(scope, held)
    .set({ lease_until: secondsFromNow(scope, leaseSeconds) })
    .executeTakeFirst();
  if (row.numUpdatedRows === 0n) throw lostLease(held);
}

/** Lets a run go unfinished, so that another worker may claim it at once. */
export async function releaseRun(scope: StoreScope, held: HeldRun): Promise<void> {
  await heldRow(scope, held).set({ lease_until: null, worker: null }).execute();
}

/**
 * Closes a run. The receipt belongs in the ledger in the same transaction: call it inside `withTransaction`.
 *
 * @throws GestandError lost-lease; conflict when a step of a run that is to be completed is not.
 */
export async function closeRun(
  scope: StoreScope,
  held: HeldRun,
  end: { readonly state: 'completed' } | { readonly state: 'failed'; readonly failureCode: string },
): Promise<void> {
  await withTransaction(scope, async (inside) => {
    const row = await heldRow(inside, held)
      .set({
        state: end.state,
        closed_at: nowOf(scope),
        lease_until: null,
        failure_code: end.state === 'failed' ? end.failureCode : null,
      })
      .executeTakeFirst();
    if (row.numUpdatedRows === 0n) throw lostLease(held);
    if (end.state === 'failed') return;
    const open = await inside.db
      .selectFrom('run_step')
      .select('ordinal')
      .where('organisation_id', '=', scope.organisationId)
      .where('run_id', '=', held.id)
      .where('state', '!=', 'completed')
      .executeTakeFirst();
    if (open !== undefined)
      throw new GestandError('conflict', `Run ${held.id} has a step (${open.ordinal}) that is not done.`);
  });
}

export async function readRun(scope: StoreScope, id: RunId): Promise<Run | undefined> {
  const row = await runs(scope).where('run_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/**
 * Keeps a run that nobody has begun from being begun, until the transaction it is called in ends. False when somebody has begun it, or is
 * about to: who claims it then has its row, and is not waited for, because they may wait for a row that is held here.
 */
export async function holdBackRun({ db, organisationId }: StoreScope, id: RunId): Promise<boolean> {
  const row = await db
    .selectFrom('run')
    .select('run_id')
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a run that is held back: nobody begins it any more. */
export async function recallRun(scope: StoreScope, id: RunId, failureCode: string): Promise<void> {
  const { numUpdatedRows } = await scope.db
    .updateTable('run')
    .set({ state: 'failed', closed_at: nowOf(scope), failure_code: failureCode })
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new GestandError('conflict', `Run ${id} was begun.`);
}

/** The runs of a plan, oldest first; at most 100. */
export async function listRunsOfPlan(scope: StoreScope, planId: PlanId): Promise<readonly Run[]> {
  const rows = await runs(scope)
    .where('plan_id', '=', planId)
    .orderBy('created_at')
    .orderBy('run_id')
    .limit(100)
    .execute();
  return rows.map(fromRow);
}

/** Runs that are open and that nobody holds a lease on now, oldest first. */
export async function listClaimableRuns(scope: StoreScope, limit: number): Promise<readonly Run[]> {
  const rows = await runs(scope)
    .where('state', 'in', ['queued', 'running'])
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', nowOf(scope))]))
    .orderBy('created_at')
    .orderBy('run_id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** The refusal for a worker whose run is now somebody else's. */
export function lostLease(held: HeldRun): GestandError {
  return new GestandError('lost-lease', `Run ${held.id} is no longer held with fence ${held.fence}.`);
}

// Being the holder is a condition of the write itself. A lease that ended but that nobody claimed is still good:
// what protects is the number, not the time, and clocks of two nodes differ.
function heldRow(scope: StoreScope, held: HeldRun) {
  return scope.db
    .updateTable('run')
    .where('organisation_id', '=', scope.organisationId)
    .where('run_id', '=', held.id)
    .where('state', '=', 'running')
    .where('fence', '=', held.fence);
}

function runs(scope: StoreScope) {
  return scope.db.selectFrom('run').selectAll().where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: Selectable<Database['run']>): Run {
  return {
    id: row.run_id as RunId,
    planId: row.plan_id as PlanId,
    state: row.state,
    fence: row.fence,
    worker: row.worker,
    leaseUntil: row.lease_until,
    createdAt: row.created_at,
    closedAt: row.closed_at,
    failureCode: row.failure_code,
  };
}

import type { RunId, TaskId } from '../base/ids.ts';
import { type HeldRun, lostLease } from './run.ts';
import { type StoreScope, secondsFromNow } from './store.ts';
import { withTransaction } from './transaction.ts';

/**
 * Lets a run wait for a task: nobody takes it up before so many seconds have passed, or somebody attests. The task's row
 * is locked first: an attestation comes before, and then the run does not wait, or finds it waiting.
 *
 * @returns false when the task is done: there is nothing to wait for.
 * @throws GestandError lost-lease
 */
export async function parkRun(
  scope: StoreScope,
  held: HeldRun,
  { taskId, seconds }: { readonly taskId: TaskId; readonly seconds: number },
): Promise<boolean> {
  return withTransaction(scope, async ({ db, organisationId }) => {
    const task = await db
      .selectFrom('task')
      .select('state')
      .where('organisation_id', '=', organisationId)
      .where('task_id', '=', taskId)
      .forShare()
      .executeTakeFirst();
    if (task?.state !== 'open') return false;
    const { numUpdatedRows } = await db
      .updateTable('run')
      .set({ worker: null, lease_until: secondsFromNow(scope, seconds) })
      .where('organisation_id', '=', organisationId)
      .where('run_id', '=', held.id)
      .where('state', '=', 'running')
      .where('fence', '=', held.fence)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw lostLease(held);
    return true;
  });
}

/** Lets a run that waits be taken up at once. One that somebody works on is left to them. */
export async function wakeRun({ db, organisationId }: StoreScope, runId: RunId): Promise<void> {
  await db
    .updateTable('run')
    .set({ lease_until: null })
    .where('organisation_id', '=', organisationId)
    .where('run_id', '=', runId)
    .where('state', '=', 'running')
    .where('worker', 'is', null)
    .execute();
}

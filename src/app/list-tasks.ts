import { listTasks as readTasks } from '../store/task.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
import { type ViewedTask, viewTask } from './task-view.ts';

/** The tasks that are open, or all of them: what is overdue first. No name, no address. */
export async function listTasks(
  { actor, store, policy }: Pick<PolicyContext, 'actor' | 'store' | 'policy'>,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<readonly ViewedTask[]> {
  permit(actor, 'list-tasks');
  const open = await readTasks(store, { states: ['open'], limit });
  const others = all
    ? await readTasks(store, { states: ['attested', 'cancelled'], limit: limit - open.length })
    : [];
  return Promise.all([...open, ...others].map((task) => viewTask(store, policy, task)));
}

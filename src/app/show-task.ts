import { GestandError } from '../base/error.ts';
import type { TaskId } from '../base/ids.ts';
import { readTask, readTaskNote, readTaskSubject, type TaskSubject } from '../store/task.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
import { type ViewedTask, viewTask } from './task-view.ts';

export interface ShownTask extends ViewedTask {
  /** Whom it is about: personal data, for a screen alone. Null when it is not open any more. */
  readonly subject: TaskSubject | null;
  readonly note: string | null;
}

/** A task with whom it is about, for who must look them up. @throws GestandError `not-found` */
export async function showTask(
  { actor, store, policy }: Pick<PolicyContext, 'actor' | 'store' | 'policy'>,
  id: TaskId,
): Promise<ShownTask> {
  permit(actor, 'show-task');
  const task = await readTask(store, id);
  if (task === undefined) throw new GestandError('not-found', `There is no task ${id}. See "gestand tasks".`);
  return {
    ...(await viewTask(store, policy, task)),
    subject: task.state === 'open' ? await readTaskSubject(store, id) : null,
    note: await readTaskNote(store, id),
  };
}

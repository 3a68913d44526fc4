import type { CaseId, RunId } from '../base/ids.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { cancelTasks } from '../store/task.ts';

/** Lets nobody do any more what a case, or a run that no case asked for, needs no longer. Belongs in the transaction that ends it. */
export async function cancelOpenTasks(
  inside: StoreScope,
  of: { readonly caseId: CaseId } | { readonly runId: RunId },
): Promise<void> {
  for (const { id, runId, caseId, source } of await cancelTasks(inside, of))
    await appendLedgerEntry(inside, {
      kind: 'task-cancelled',
      subjects: { taskId: id, runId, source, ...(caseId === null ? {} : { caseId }) },
      detail: {},
    });
}

import { GestandError } from '../base/error.ts';
import type { TaskId } from '../base/ids.ts';
import { groundById, grounds } from '../law/grounds.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { wakeRun } from '../store/parked-run.ts';
import { readTask, type Task, attestTask as writeAttestation } from '../store/task.ts';
import { keepTaskFile } from '../store/task-file.ts';
import { withTransaction } from '../store/transaction.ts';
import type { Dispatch, StoreContext } from './context.ts';
import { refuseUnfitNote } from './note.ts';
import { actorName, permit } from './permissions.ts';

export interface AttestTaskInput {
  readonly taskId: TaskId;
  readonly outcome: 'done' | 'nothing-found' | 'kept';
  /** How many rows, files or letters it was about; left out: none. */
  readonly items?: number | undefined;
  /** For `kept`: an id of the list of grounds. */
  readonly ground?: string | undefined;
  /** For `kept`: the last day. */
  readonly until?: Temporal.PlainDate | undefined;
  /** Without personal data. */
  readonly note?: string | undefined;
  /** For access: what was found, for the package. */
  readonly file?: { readonly name: string; readonly content: Uint8Array } | undefined;
}

const keepingGrounds = grounds.filter(({ effect }) => effect === 'keep').map(({ id }) => id);
const mostFileBytes = 50_000_000;

/**
 * Writes down what somebody did by hand, in their name, and lets the run that waits for it go on.
 *
 * @throws GestandError `bad-input` when the attestation does not say what its outcome asks; `conflict` when the task is
 * not open; `not-found`.
 */
export async function attestTask(
  context: StoreContext & { readonly dispatch: Dispatch },
  input: AttestTaskInput,
): Promise<Task> {
  const { actor, store, dispatch } = context;
  permit(actor, 'attest-task');
  const by = actorName(actor);
  const known = await readTask(store, input.taskId);
  if (known === undefined)
    throw new GestandError('not-found', `There is no task ${input.taskId}. See "gestand tasks".`);
  refuseUnclear(known, input);
  const { outcome, items = 0, ground = null, until, note = null, file } = input;
  const task = await withTransaction(store, async (inside) => {
    const attested = await writeAttestation(inside, known.id, {
      by,
      outcome,
      items,
      ground,
      keptUntil: until?.toString() ?? null,
      note,
      file: file === undefined ? null : { name: file.name, bytes: file.content.length },
    });
    if (file !== undefined) await keepTaskFile(inside, known.id, file.content);
    const facts = {
      outcome,
      items,
      ground,
      keptUntil: until?.toString() ?? null,
      file: file !== undefined,
      by,
    };
    const { id, runId, caseId, source } = attested;
    if (caseId !== null)
      await appendCaseEvent(inside, caseId, {
        kind: 'task-attested',
        actor: by,
        detail: { taskId: id, ...facts },
      });
    await appendLedgerEntry(inside, {
      kind: 'task-attested',
      subjects: { taskId: id, runId, source, ...(caseId === null ? {} : { caseId }) },
      detail: facts,
    });
    await wakeRun(inside, runId);
    return attested;
  });
  await dispatch(task.runId);
  return task;
}

function refuseUnclear({ asks }: Task, input: AttestTaskInput): void {
  const { outcome, items = 0, ground, until, note, file } = input;
  const refuse = (why: string): never => {
    throw new GestandError('bad-input', why);
  };
  if (outcome === 'nothing-found' && (items > 0 || file !== undefined))
    refuse('Where nothing was found there is nothing to count or to add. Attest "done", or leave those out.');
  if (outcome !== 'nothing-found' && items < 1) refuse('Say how many it was about: --items 3.');
  if (outcome === 'kept' && asks !== 'erase' && asks !== 'rectify')
    refuse(
      'Only an erasure or a correction can leave something on a ground. For access, add what was found: --outcome done --file FILE.',
    );
  if (outcome === 'kept' && groundById(ground ?? '')?.effect !== 'keep')
    refuse(`Say on which ground it is kept: --ground with one of ${keepingGrounds.join(', ')}.`);
  if (outcome !== 'kept' && (ground !== undefined || until !== undefined))
    refuse('A ground and its last day go with --outcome kept alone.');
  if (outcome === 'done' && asks === 'access' && file === undefined)
    refuse('Add what was found, so that it goes into the package: --file FILE.');
  if (file !== undefined && asks !== 'access') refuse('This takes no file. Leave --file out.');
  if (file !== undefined && file.content.length > mostFileBytes)
    refuse('The file is larger than 50 MB. Make it smaller, or a ZIP of it.');
  refuseUnfitNote(note);
}

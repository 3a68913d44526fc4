import type { Json } from '../base/canonical-json.ts';
import type { WorkOutcome } from '../report/hand-outcome.ts';
import type { RunStep } from '../store/run-step.ts';
import { taskOfRun } from '../store/task.ts';
import { RunFailure } from './run-failure.ts';
import type { CarryOut } from './step-done.ts';

/**
 * Waits until somebody attests the task of a source, and takes over what they attest.
 *
 * @throws RunFailure conflict when the task was cancelled.
 */
export const awaitStep: CarryOut = async (run, { step }) => {
  const { source } = step;
  const task = await taskOfRun(run.context.store, { runId: run.held.id, source });
  if (task === undefined)
    throw new RunFailure('conflict', {
      message: `The task of run ${run.held.id} in source ${source} was cancelled.`,
      detail: { source },
    });
  if (task.attested === null) return { waitsFor: task.id };
  const { outcome, items, ground, keptUntil } = task.attested;
  const facts: Readonly<Record<string, Json>> = { taskId: task.id, outcome, items, ground, keptUntil };
  return { result: facts, detail: facts };
};

/** What was attested, of each source whose step is done. */
export function attestedOutcomes(steps: readonly RunStep[]): readonly WorkOutcome[] {
  return steps
    .filter(({ name, state }) => name.startsWith('await:') && state === 'completed')
    .map(({ source, result }) => ({ ...(result as unknown as Omit<WorkOutcome, 'source'>), source }));
}

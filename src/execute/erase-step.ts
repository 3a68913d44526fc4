import { assert, present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import type { SourceErasure } from '../plan/plan.ts';
import { recordable, recordedCounts } from '../sources/recorded-counts.ts';
import type { EraseOptions, ErasureCount } from '../sources/source.ts';
import { type RunStep, saveCursor } from '../store/run-step.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';
import { limitsOf } from './execute-context.ts';
import type { CarryOut } from './step-done.ts';

/**
 * Erases in one source. Effect and marker commit together there; whoever comes again with the same marker hears what
 * the first did, and who comes with an older fence is refused.
 */
export const eraseStep: CarryOut = async (run, { step }) => {
  const part = partOf(run, step.source);
  const source = sourceOf(run, step.source);
  const counts = source.capabilities.markers
    ? await eraseIn(run, part, { step, marked: true })
    : await eraseUnmarked(run, part, step);
  await source.clearMarks(part.selection, bindingsOf(run, step.source));
  return { result: { counts: recordable(counts) }, detail: rowsByEffect(counts) };
};

/** What an erase step counted, of each source whose step is done. */
export function erasedCounts(steps: readonly RunStep[]): Readonly<Record<string, readonly ErasureCount[]>> {
  return Object.fromEntries(
    steps
      .filter(({ name, state }) => name.startsWith('erase:') && state === 'completed')
      .map(({ source, result }) => [source, countsIn(result)]),
  );
}

export function partOf({ record: { plan } }: CurrentRun, source: string): SourceErasure {
  assert(plan.kind === 'erase', 'a plan that erases');
  return present(
    plan.sources.find((each) => each.source === source),
    'the part of a plan for a step',
  );
}

/** Rows in total for each effect. */
export function rowsByEffect(
  counts: readonly ErasureCount[],
): Readonly<Record<ErasureCount['effect'], number>> {
  const totals = { delete: 0, redact: 0, leave: 0, release: 0, keep: 0 };
  for (const { effect, rows } of counts) totals[effect] += rows;
  return totals;
}

function eraseIn(
  run: CurrentRun,
  part: SourceErasure,
  { step, marked }: { readonly step: RunStep; readonly marked: boolean },
): Promise<readonly ErasureCount[]> {
  const { context, held } = run;
  const options: EraseOptions = {
    marker: marked ? { run: held.id, step: step.ordinal, fence: BigInt(held.fence) } : null,
    batchRows: limitsOf(context).batchRows,
    faultPoint: context.faultPoint,
    onProgress: (done, total) => context.onProgress?.({ runId: held.id, step: step.name, done, total }),
  };
  return sourceOf(run, part.source).erase(part, bindingsOf(run, part.source), options);
}

// Where we may keep no journal, what is to be erased is counted and noted first. Erasing again finds only what is left,
// which after a crash may be nothing: then the noted counts are what happened.
async function eraseUnmarked(
  run: CurrentRun,
  part: SourceErasure,
  step: RunStep,
): Promise<readonly ErasureCount[]> {
  if (step.cursor !== null) {
    await eraseIn(run, part, { step, marked: false });
    return countsIn(step.cursor);
  }
  const expected = await sourceOf(run, part.source).countErasure(part, bindingsOf(run, part.source));
  const cursor: Json = { counts: recordable(expected) };
  await saveCursor(run.context.store, run.held, { ordinal: step.ordinal, cursor });
  return eraseIn(run, part, { step, marked: false });
}

function countsIn(value: Json | null): readonly ErasureCount[] {
  const counts =
    typeof value === 'object' && value !== null && 'counts' in value ? value['counts'] : undefined;
  return recordedCounts(present(counts, 'the counts of an erasure'));
}

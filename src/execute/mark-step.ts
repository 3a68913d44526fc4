import { assert, present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import type { GatePlan, SourceBindings, SourceGate } from '../plan/plan.ts';
import type { MarkCount } from '../sources/gate.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';
import { RunFailure } from './run-failure.ts';
import type { CarryOut } from './step-done.ts';

/** Sets, upholds or lifts the marks of a plan in the gate table of one source; effect and marker commit together there. */
export const markStep: CarryOut = async (run, { step }) => {
  const { plan, part } = partOf(run, step.source);
  const { context, held } = run;
  const counts = await sourceOf(run, step.source).changeMarks(
    { change: plan.change, marks: plan.marks, steps: part.steps },
    bindingsOf(run, step.source),
    {
      marker: { run: held.id, step: step.ordinal, fence: BigInt(held.fence) },
      faultPoint: context.faultPoint,
    },
  );
  return { result: { counts: asJson(counts) }, detail: { change: plan.change, rows: rowsOf(counts) } };
};

/**
 * Looks again what stands in the gate table: after a lift nothing, after an objection was upheld nothing that only rests, else at least
 * a row for each subject row, purpose and part of it.
 *
 * @throws RunFailure unverified
 */
export const lookStep: CarryOut = async (run, { step }) => {
  const { source } = step;
  const { plan, part } = partOf(run, source);
  const counts = await sourceOf(run, source).countMarks(plan.marks.map(({ id }) => id));
  if (!isRight(plan, counts, expectedRows(plan, part, bindingsOf(run, source))))
    throw new RunFailure('unverified', {
      message: `In source ${source} other marks stand than were to be there. Make a new plan.`,
      detail: { source, change: plan.change, rows: rowsOf(counts) },
    });
  return { result: { counts: asJson(counts) }, detail: { rows: rowsOf(counts) } };
};

function isRight(plan: GatePlan, counts: readonly MarkCount[], expected: number): boolean {
  switch (plan.change) {
    case 'set':
      return rowsOf(counts) >= expected;
    case 'uphold':
      return counts.every(({ mark, kind }) =>
        plan.marks.some(({ id, kind: wanted }) => id === mark && kind === wanted),
      );
    case 'lift':
      return counts.length === 0;
  }
}

function expectedRows({ marks }: GatePlan, { steps }: SourceGate, bound: SourceBindings): number {
  const rows = steps.reduce((sum, { table }) => sum + (bound[table]?.length ?? 0), 0);
  const cells = marks.map(
    ({ purposes, categories, recipients }) =>
      purposes.length * (categories?.length ?? 1) * (recipients?.length ?? 1),
  );
  return rows * cells.reduce((sum, count) => sum + count, 0);
}

function partOf(
  { record: { plan } }: CurrentRun,
  source: string,
): { readonly plan: GatePlan; readonly part: SourceGate } {
  assert(plan.kind === 'gate', 'a plan that marks');
  const part = plan.sources.find((each) => each.source === source);
  return { plan, part: present(part, 'the part of a plan for a step') };
}

function rowsOf(counts: readonly MarkCount[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

function asJson(counts: readonly MarkCount[]): Json {
  return counts.map(({ mark, kind, rows }) => ({ mark, kind, rows }));
}

import { assert, present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import type { CorrectedValue, SourceRectification } from '../plan/plan.ts';
import { recordableRectified, recordedRectified } from '../sources/recorded-counts.ts';
import type {
  CapturedCell,
  CellCapture,
  CorrectedPeople,
  RectificationCount,
  Rectified,
} from '../sources/source.ts';
import { type CellBatch, forgetCells, keepCells, settleCells } from '../store/corrected-cell.ts';
import { type RunStep, saveCursor } from '../store/run-step.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';
import type { CarryOut } from './step-done.ts';

/**
 * Corrects in one source (art. 16). What stood in the cells is kept with us, encrypted, before they change; effect and marker commit
 * together there. An attempt that came to nothing leaves cells that the attempt that did it removes: the marker tells whose they are.
 */
export const rectifyStep: CarryOut = async (run, { step }) => {
  const part = rectifiedPart(run, step.source);
  const { counts, capture } = sourceOf(run, step.source).capabilities.markers
    ? await rectifyMarked(run, part, step)
    : await rectifyUnmarked(run, part, step);
  return {
    result: { counts: counts.map((count) => ({ ...count })) },
    detail: rowsByOutcome(counts),
    together: async (inside) => {
      await settleCells(inside, { runId: run.held.id, step: step.ordinal, capture: capture ?? unmarked });
    },
  };
};

/** What a rectify step counted, of each source whose step is done. */
export function rectifiedCounts(
  steps: readonly RunStep[],
): Readonly<Record<string, readonly RectificationCount[]>> {
  return Object.fromEntries(
    steps
      .filter(({ name, state }) => name.startsWith('rectify:') && state === 'completed')
      .map(({ source, result }) => [source, countsIn(result)]),
  );
}

export function rectifiedPart({ record: { plan } }: CurrentRun, source: string): SourceRectification {
  assert(plan.kind === 'rectify', 'a plan that corrects');
  return present(
    plan.sources.find((each) => each.source === source),
    'the part of a plan for a step',
  );
}

export function correctedValuesOf({ bindings }: CurrentRun): readonly CorrectedValue[] {
  return present(bindings.corrections, 'the values of a plan that corrects');
}

export function peopleOf(run: CurrentRun, source: string): CorrectedPeople {
  return { bindings: bindingsOf(run, source), values: correctedValuesOf(run) };
}

/** Cells in total for each effect. */
export function rowsByOutcome(
  counts: readonly RectificationCount[],
): Readonly<Record<RectificationCount['effect'], number>> {
  const totals = { set: 0, keep: 0, shared: 0, left: 0 };
  for (const { effect, rows } of counts) totals[effect] += rows;
  return totals;
}

/** The attempts of a step that leaves no marker are one: each goes on with what those before it left. */
const unmarked = 'unmarked';

function rectifyMarked(run: CurrentRun, part: SourceRectification, step: RunStep): Promise<Rectified> {
  const { context, held } = run;
  const capture = captureOf(run, step, `fence-${held.fence}`);
  return sourceOf(run, part.source).rectify(part, peopleOf(run, part.source), {
    marker: { run: held.id, step: step.ordinal, fence: BigInt(held.fence) },
    capture,
    faultPoint: context.faultPoint,
  });
}

// Where we may keep no journal, what is to be corrected is counted and noted first: done again, it finds only what is left.
async function rectifyUnmarked(
  run: CurrentRun,
  part: SourceRectification,
  step: RunStep,
): Promise<Rectified> {
  const { context, held } = run;
  const source = sourceOf(run, part.source);
  const people = peopleOf(run, part.source);
  const known = step.cursor === null ? null : recordedRectified(step.cursor);
  const expected = known ?? { counts: await source.countRectification(part, people), capture: null };
  if (known === null) {
    const cursor = recordableRectified(expected);
    await saveCursor(context.store, held, { ordinal: step.ordinal, cursor });
  }
  await source.rectify(part, people, {
    marker: null,
    capture: captureOf(run, step, unmarked),
    faultPoint: context.faultPoint,
  });
  return expected;
}

function captureOf(run: CurrentRun, step: RunStep, id: string): CellCapture {
  const { store } = run.context;
  const batch: CellBatch = {
    runId: run.held.id,
    step: step.ordinal,
    capture: id,
    caseId: present(run.caseFile, 'the case of a correction').id,
    source: step.source,
  };
  const values = correctedValuesOf(run);
  const wanted = ({ correction }: CapturedCell) =>
    present(values[correction], 'the values of a correction').wanted;
  return {
    id,
    begin: async () => {
      if (id !== unmarked) await forgetCells(store, batch);
    },
    take: (cells) =>
      keepCells(
        store,
        batch,
        cells.map((cell) => ({ ...cell, after: wanted(cell) })),
      ),
  };
}

function countsIn(value: Json | null): readonly RectificationCount[] {
  const counts =
    typeof value === 'object' && value !== null && 'counts' in value ? value['counts'] : undefined;
  return present(counts, 'the counts of a correction') as unknown as readonly RectificationCount[];
}

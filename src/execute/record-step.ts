import { present } from '../base/assert.ts';
import type { Bindings } from '../plan/plan.ts';
import type { ErasureCount } from '../sources/source.ts';
import { type ErasedRow, type RowPlace, recordErasedRows } from '../store/erased-row.ts';
import { recordErasure } from '../store/erasure-record.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { readRunIdentities } from '../store/run-identities.ts';
import type { RunStep } from '../store/run-step.ts';
import type { CurrentRun } from './current-run.ts';
import { erasedCounts } from './erase-step.ts';
import { rectifiedCounts, rowsByOutcome } from './rectify-step.ts';
import type { CarryOut, StepDone } from './step-done.ts';

/** Leaves a keyed hash of each identity and of each row, so that what a backup brings back is recognised and erased again. */
export const recordStep: CarryOut = async (run, { steps }) => {
  if (run.record.plan.kind === 'rectify') return recordCorrection(run, steps);
  const { store } = run.context;
  const { identities } = present(await readRunIdentities(store, run.held.id), 'the identities of a run');
  const rows = erasedRows(run.bindings, erasedCounts(steps));
  const facts = { identities: identities.length, rows: rows.length };
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      await recordErasure(inside, run.held.id, identities);
      await recordErasedRows(inside, run.held.id, rows);
      await appendLedgerEntry(inside, { kind: 'erasure-recorded', subjects: run.subjects, detail: facts });
    },
  };
};

/**
 * The rows of people that were erased, in the sources that were. Whether a row was deleted is known of a table none of
 * whose rows had to stay.
 */
export function erasedRows(
  { sources }: Bindings,
  counts: Readonly<Record<string, readonly ErasureCount[]>>,
): readonly (RowPlace & Pick<ErasedRow, 'person' | 'deleted'>)[] {
  return Object.entries(counts).flatMap(([source, effects]) => {
    const staying = new Set(
      effects.filter(({ effect, rows }) => effect !== 'delete' && rows > 0).map(({ table }) => table),
    );
    return Object.entries(sources[source] ?? {}).flatMap(([table, rows]) =>
      rows.map(({ key, person }) => ({ source, table, key, person, deleted: !staying.has(table) })),
    );
  });
}

// That data were corrected is evidence; what they say is not.
async function recordCorrection(run: CurrentRun, steps: readonly RunStep[]): Promise<StepDone> {
  const facts = rowsByOutcome(Object.values(rectifiedCounts(steps)).flat());
  return {
    result: facts,
    detail: facts,
    together: async (inside) => {
      await appendLedgerEntry(inside, { kind: 'correction-recorded', subjects: run.subjects, detail: facts });
    },
  };
}

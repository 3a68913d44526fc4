import { present } from '../base/assert.ts';
import type { CaseId } from '../base/ids.ts';
import type { ReadStep, SourceErasure } from '../plan/plan.ts';
import type { ErasureCount, TableCount } from '../sources/source.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { keepLooseTraces } from '../store/loose-trace.ts';
import { leaveOut } from '../store/plan-case.ts';
import { readRunIdentities } from '../store/run-identities.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';
import { erasedCounts, partOf } from './erase-step.ts';
import { boundTo, casesOf } from './run-cases.ts';
import { RunFailure } from './run-failure.ts';
import { searchTraces, tracesDetail, tracesResult } from './search-traces.ts';
import type { CarryOut } from './step-done.ts';
import { traceSought } from './trace-sought.ts';
import { verifyCorrection } from './verify-correction.ts';

/**
 * Asks the source again, independently of the erasure: what would these people receive if they asked for access now,
 * and in which text of any table do their identities still stand? The first may be no more than what stayed for a reason.
 *
 * @throws RunFailure unverified, with the tables in which there is more.
 */
export const verifyStep: CarryOut = async (run, { step, steps }) => {
  if (run.record.plan.kind === 'rectify') return verifyCorrection(run, { step, steps });
  const { source } = step;
  const part = partOf(run, source);
  const erased = present(erasedCounts(steps)[source], 'the counts of an erase step');
  const found = await countLeft(run, part);
  // Of several cases none shares a row with another, so that a row is found once.
  const excess = excessRows(erased, found, run.several ? 1 : run.record.plan.people);
  const unverified = excess.length > 0 && run.several ? await whoseExcess(run, part) : [];
  if (excess.length > 0 && unverified.length === 0)
    throw new RunFailure('unverified', {
      message: `After the erasure more is left in source ${source} than was kept on a ground. Make a new plan.`,
      detail: { source, excess: excess.map((each) => ({ ...each })) },
    });
  const { spellings } = present(
    await readRunIdentities(run.context.store, run.held.id),
    'the identities of a run',
  );
  const searched = await searchTraces(run, source, spellings);
  const traces = await traceSought(run, { source, searched, spellings, steps });
  const without = unverified.length === 0 ? {} : { unverified: unverified.length };
  return {
    result: { found: found.map((each) => ({ ...each })), ...tracesResult(searched), ...without },
    detail: {
      left: found.reduce((sum, table) => sum + table.rows, 0),
      ...tracesDetail(searched),
      ...without,
    },
    // Whoever has more left than was kept is not answered; the others are.
    together: async (inside) => {
      await keepLooseTraces(inside, run.held.id, traces);
      await leaveOut(inside, run.held.planId, { caseIds: unverified, why: 'unverified' });
      for (const caseId of unverified)
        await appendCaseEvent(inside, caseId, {
          kind: 'run-failed',
          actor: 'system',
          detail: { runId: run.held.id, code: 'unverified', source },
        });
    },
  };
};

/** The cases of whose people more is left in a source than is kept on a ground. */
async function whoseExcess(run: CurrentRun, part: SourceErasure): Promise<readonly CaseId[]> {
  const theirs: CaseId[] = [];
  for (const one of await casesOf(run.context.store, run.record)) {
    const alone = { ...run, bindings: boundTo(run.bindings, [one]) };
    const found = await countLeft(alone, part);
    if (excessRows(one.counts?.[part.source] ?? [], found, 1).length > 0) theirs.push(one.file.id);
  }
  return theirs;
}

/** Where more is found than stayed for a reason: kept, emptied of the person, or somebody else's too. */
export function excessRows(
  erased: readonly ErasureCount[],
  found: readonly TableCount[],
  people: number,
): readonly (TableCount & { readonly allowed: number })[] {
  const allowed = new Map<string, number>();
  for (const { table, effect, rows } of erased)
    if (effect === 'keep' || effect === 'redact' || effect === 'leave')
      allowed.set(table, (allowed.get(table) ?? 0) + rows);
  // Access counts a row once for each of its people, erasure once.
  return found
    .map((count) => ({ ...count, allowed: (allowed.get(count.table) ?? 0) * people }))
    .filter((count) => count.rows > count.allowed);
}

async function countLeft(run: CurrentRun, part: SourceErasure): Promise<readonly TableCount[]> {
  const { source, catalogHash, selection } = part;
  // A source counts in the tables that a step reads: without steps it would look nowhere and find nothing.
  const steps = selection.tables
    .filter(({ use }) => use === 'personal')
    .map(({ id: table }): ReadStep => ({ kind: 'read', table, use: 'personal', shown: [], masked: [] }));
  const access = { source, catalogHash, selection, steps };
  const found = await sourceOf(run, source).countAccess(access, bindingsOf(run, source));
  return found.filter(({ rows }) => rows > 0);
}

import { present } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import type { SetStep, SourceAccess, SourceBindings, SourceRectification } from '../plan/plan.ts';
import { isKeyColumn, readingOf } from '../plan/reading-of.ts';
import type { SelectedTable } from '../plan/selection.ts';
import { identityIn } from '../sources/subject-question.ts';
import { listCellsOfStep } from '../store/corrected-cell.ts';
import { keepLooseTraces } from '../store/loose-trace.ts';
import type { RunStep } from '../store/run-step.ts';
import { bindingsOf, type CurrentRun, sourceOf } from './current-run.ts';
import { holds, lookAgain } from './look-again.ts';
import { correctedValuesOf, rectifiedCounts, rectifiedPart } from './rectify-step.ts';
import { RunFailure } from './run-failure.ts';
import { searchTraces, tracesDetail, tracesResult } from './search-traces.ts';
import type { StepDone } from './step-done.ts';
import { traceSought } from './trace-sought.ts';

const cellsAtOnce = 500;

/**
 * Asks the source again, independently of the correction: does each cell that was changed hold what is right, and in what these people
 * would receive now, does what is wrong stand anywhere but where it stayed for a reason? What somebody was recognised by is then
 * looked for in every table, also where nobody's data should be.
 *
 * @throws RunFailure unverified, with the columns.
 */
export async function verifyCorrection(
  run: CurrentRun,
  { step, steps }: { readonly step: RunStep; readonly steps: readonly RunStep[] },
): Promise<StepDone> {
  const { source } = step;
  const part = rectifiedPart(run, source);
  const { looked, unseen, wrong } = await lookAtChanged(run, part, steps);
  const left = await countLeft(run, part);
  const counts = present(rectifiedCounts(steps)[source], 'the counts of a rectify step');
  const excess = [...left].flatMap(([key, rows]) => {
    const [table, column] = JSON.parse(key) as [string, string];
    const allowed = counts
      .filter((count) => count.table === table && count.column === column && count.effect !== 'set')
      .reduce((sum, count) => sum + count.rows, 0);
    return rows > allowed ? [{ table, column, rows, allowed }] : [];
  });
  if (wrong > 0 || excess.length > 0)
    throw new RunFailure('unverified', {
      message: `After the correction cells of source ${source} are not what they should be. Make a new plan.`,
      detail: { source, wrong, excess },
    });
  const facts: Readonly<Record<string, Json>> = {
    looked,
    unseen,
    left: [...left.values()].reduce((sum, rows) => sum + rows, 0),
  };
  const spellings = wrongIdentities(run);
  const searched = await searchTraces(run, source, spellings);
  const traces = await traceSought(run, { source, searched, spellings, steps });
  return {
    result: { ...facts, ...tracesResult(searched) },
    detail: { ...facts, ...tracesDetail(searched) },
    together: (inside) => keepLooseTraces(inside, run.held.id, traces),
  };
}

/** Every spelling of a wrong value that is one person's. A wrong town is that of many: that it stands somewhere says nothing. */
function wrongIdentities(run: CurrentRun): readonly string[] {
  const { plan } = run.record;
  const values = correctedValuesOf(run);
  const spellings = new Set<string>();
  for (const step of plan.kind === 'rectify' ? plan.sources.flatMap(({ steps }) => steps) : []) {
    if (step.kind !== 'set' || step.compared === 'exact' || step.compared === 'empty') continue;
    const { now } = present(values[step.correction], 'the values of a correction');
    if (now === null) continue;
    spellings.add(now.trim().toLowerCase());
    spellings.add(normaliseIdentity(step.compared, now).value.toLowerCase());
  }
  return [...spellings];
}

async function lookAtChanged(
  run: CurrentRun,
  part: SourceRectification,
  steps: readonly RunStep[],
): Promise<{ readonly looked: number; readonly unseen: number; readonly wrong: number }> {
  const done = present(
    steps.find(({ name }) => name === `rectify:${part.source}`),
    'the step that corrected',
  );
  const total = { looked: 0, unseen: 0, wrong: 0 };
  for (let after = ''; ; ) {
    const page = await listCellsOfStep(run.context.store, {
      runId: run.held.id,
      step: done.ordinal,
      after,
      limit: cellsAtOnce,
    });
    for (const { cell, column, now } of await lookAgain(
      sourceOf(run, part.source),
      part.selection.tables,
      page,
    )) {
      if (now.kind === 'unseen') total.unseen++;
      else {
        total.looked++;
        if (now.kind === 'gone' || !holds(column, now.value, cell.after)) total.wrong++;
      }
    }
    if (page.length < cellsAtOnce) return total;
    after = present(page.at(-1), 'a cell').at.place;
  }
}

/** By table and column, in how many of their cells what is wrong still stands. */
async function countLeft(run: CurrentRun, part: SourceRectification): Promise<ReadonlyMap<string, number>> {
  const sets = part.steps.filter((step) => step.kind === 'set');
  const left = new Map<string, number>();
  if (sets.length === 0) return left;
  const values = correctedValuesOf(run);
  const tables = new Map(part.selection.tables.map((table) => [table.id, table]));
  const seen = new Set<string>();
  const people = reboundPeople(run, part);
  for await (const { table, values: cells } of sourceOf(run, part.source).readAccess(
    correctedCells(part, sets),
    people,
  )) {
    const selected = present(tables.get(table), table);
    const row = JSON.stringify([table, ...selected.key.map(({ name }) => cells[name])]);
    // Two of the rows that people are bound by may lead to one.
    if (selected.key.length > 0 && seen.has(row)) continue;
    if (selected.key.length > 0) seen.add(row);
    for (const step of sets) {
      if (step.table !== table) continue;
      const { now, wanted } = present(values[step.correction], 'the values of a correction');
      if (!isWrong(step, selected, { value: cells[step.column], now, wanted })) continue;
      const key = JSON.stringify([table, step.column]);
      left.set(key, (left.get(key) ?? 0) + 1);
    }
  }
  return left;
}

function isWrong(
  step: SetStep,
  table: SelectedTable,
  {
    value,
    now,
    wanted,
  }: { readonly value: unknown; readonly now: string | null; readonly wanted: string | null },
): boolean {
  const column = present(
    table.columns.find(({ name }) => name === step.column),
    step.column,
  );
  if (value === undefined) return false;
  const text = value === null ? null : String(value);
  if (step.compared === 'empty') return text === null || (column.family === 'text' && text === '');
  if (text === null || now === null || text === wanted) return false;
  if (step.compared === 'exact') return text === now;
  return identityIn(column, step.compared, text).value === normaliseIdentity(step.compared, now).value;
}

/** A plan that reads the columns that were corrected, and the keys of their rows. */
function correctedCells(part: SourceRectification, sets: readonly SetStep[]): SourceAccess {
  const read = new Set(sets.map(({ table, column }) => JSON.stringify([table, column])));
  return readingOf(
    part,
    (table, column) => read.has(JSON.stringify([table.id, column])) || isKeyColumn(table, column),
  );
}

// Whose row was found by an address that is corrected is found by the new one now.
function reboundPeople(run: CurrentRun, part: SourceRectification): SourceBindings {
  const values = correctedValuesOf(run);
  const bound = bindingsOf(run, part.source);
  return Object.fromEntries(
    Object.entries(bound).map(([id, rows]) => {
      const key = part.selection.tables.find((table) => table.id === id)?.key ?? [];
      const steps = part.steps.filter(
        (step) => step.kind === 'set' && step.table === id && step.bar === null,
      );
      const renamed = rows.map((row) => ({
        ...row,
        key: row.key.map((text, i) => {
          const setting = steps.find((step) => step.kind === 'set' && step.column === key[i]?.name);
          if (setting?.kind !== 'set') return text;
          const { now, wanted } = present(values[setting.correction], 'the values of a correction');
          const column = part.selection.tables
            .find((table) => table.id === id)
            ?.columns.find(({ name }) => name === setting.column);
          const same =
            setting.compared === 'exact' || setting.compared === 'empty' || column === undefined
              ? text === now
              : identityIn(column, setting.compared, text).value ===
                normaliseIdentity(setting.compared, now ?? '').value;
          return same && wanted !== null ? wanted : text;
        }),
      }));
      const changed = renamed.filter((row, i) => row.key.join('\0') !== rows[i]?.key.join('\0'));
      return [id, [...rows, ...changed]];
    }),
  );
}

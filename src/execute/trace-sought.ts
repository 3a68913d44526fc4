import { present } from '../base/assert.ts';
import type { DataMap } from '../catalog/data-map.ts';
import type { Trace } from '../sources/source.ts';
import type { LooseTrace } from '../store/loose-trace.ts';
import type { RunStep } from '../store/run-step.ts';
import { type CurrentRun, mapOf, sourceOf } from './current-run.ts';
import { type SearchedTraces, shortestSearched } from './search-traces.ts';
import { tablesLeft } from './tables-left.ts';

/**
 * Searches of one table until it is clear which values stand there. Each halves what is left, so that one value of ten thousand takes
 * 28; where it takes more, nothing is kept, and nobody looks there again.
 */
const mostSearches = 200;

/**
 * Of what a search found in texts in which the run left no rows for a reason: which values stand in which column. No other is to be kept,
 * and these for as long as they stand there.
 */
export async function traceSought(
  run: CurrentRun,
  { source, searched, spellings, steps }: Found,
): Promise<readonly Omit<LooseTrace, 'runId'>[]> {
  const done = steps.find(({ name }) => name === `erase:${source}` || name === `rectify:${source}`);
  const left = tablesLeft(done?.result ?? null);
  const values = spellings.filter((value) => value.length >= shortestSearched);
  const byTable = Map.groupBy(
    searched.traces.filter(({ table }) => !left.has(table)),
    ({ table }) => table,
  );
  const traces: Omit<LooseTrace, 'runId'>[] = [];
  for (const [table, its] of byTable) {
    const map = onlyTable(mapOf(run, source), table);
    const search = (some: readonly string[]) => sourceOf(run, source).search(map, some);
    const standing = await whichStand(search, values);
    for (const { column, rows } of its) {
      const sought = standing?.get(column);
      if (sought !== undefined) traces.push({ source, table, column, rows, sought });
    }
  }
  return traces;
}

interface Found {
  readonly source: string;
  readonly searched: SearchedTraces;
  readonly spellings: readonly string[];
  readonly steps: readonly RunStep[];
}

/** A map with which one table is searched. */
export function onlyTable(map: DataMap, table: string): DataMap {
  const its = map.tables.get(table);
  return { ...map, tables: new Map(its === undefined ? [] : [[table, its]]) };
}

/** By column, the values that stand in it; null when that takes too many searches. */
async function whichStand(
  search: (values: readonly string[]) => Promise<readonly Trace[]>,
  values: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]> | null> {
  const standing = new Map<string, string[]>();
  const groups = [values];
  for (let searches = 0; groups.length > 0; searches++) {
    if (searches === mostSearches) return null;
    const group = present(groups.pop(), 'values');
    const found = group.length === 0 ? [] : await search(group);
    if (found.length === 0) continue;
    const half = Math.ceil(group.length / 2);
    if (group.length > 1) groups.push(group.slice(0, half), group.slice(half));
    else for (const { column } of found) standing.set(column, [...(standing.get(column) ?? []), ...group]);
  }
  return standing;
}

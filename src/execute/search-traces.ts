import type { Json } from '../base/canonical-json.ts';
import type { Trace } from '../sources/source.ts';
import { type CurrentRun, mapOf, sourceOf } from './current-run.ts';

/** A value shorter than this occurs by chance in too many texts for its traces to say anything. */
export const shortestSearched = 6;

/** What a look through every table of a source came to, as the result of a step keeps it: no value, only where and how often. */
export interface SearchedTraces {
  readonly traces: readonly FoundTrace[];
  /** How many values were searched for, and how many are too short to be. */
  readonly searched: number;
  readonly notSearched: number;
  /** Whether the source lets its rows be looked through at all. */
  readonly scanned: boolean;
}

interface FoundTrace extends Trace {
  /** Whether the policy says that the column holds personal data. */
  readonly personal: boolean;
}

/** Looks for values in every table of a source, also those that the policy calls not personal and that no plan touches. */
export async function searchTraces(
  run: CurrentRun,
  source: string,
  spellings: readonly string[],
): Promise<SearchedTraces> {
  const { capabilities } = sourceOf(run, source);
  const values = capabilities.scans ? spellings.filter((value) => value.length >= shortestSearched) : [];
  const map = mapOf(run, source);
  const found = values.length === 0 ? [] : await sourceOf(run, source).search(map, values);
  return {
    traces: found.map((trace) => {
      const column = map.tables.get(trace.table)?.columns.find(({ name }) => name === trace.column);
      return { ...trace, personal: (column?.personal ?? null) !== null };
    }),
    searched: values.length,
    notSearched: spellings.length - values.length,
    scanned: capabilities.scans,
  };
}

/** For the result of a step. */
export function tracesResult({ traces, ...facts }: SearchedTraces): Readonly<Record<string, Json>> {
  return { ...facts, traces: traces.map((trace) => ({ ...trace })) };
}

/** For the timeline and the ledger: how many rows. */
export function tracesDetail({ traces, ...facts }: SearchedTraces): Readonly<Record<string, Json>> {
  return { ...facts, traces: traces.reduce((sum, trace) => sum + trace.rows, 0) };
}

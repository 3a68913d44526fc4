import type { Json } from '../base/canonical-json.ts';
import { listIn, memberOf, numberIn, textIn } from '../base/json-member.ts';
import type { ErasureRun } from '../store/erasure-run.ts';

/** Where, after a run, something by which its people were recognised still stood in text. */
export interface LooseTrace {
  /** `crm.branches.name` */
  readonly place: string;
  readonly rows: number;
  /** Whether the policy says that personal data stand there. */
  readonly personal: boolean;
}

/**
 * What the search after a run found in every table of a source, but for tables in which the run itself left rows as they were, for a
 * reason that it counted: a law that holds them, or somebody else whose they are too.
 */
export function looseTraces({ steps }: Pick<ErasureRun, 'steps'>): readonly LooseTrace[] {
  return steps.flatMap(({ name, source, result }) => {
    if (!name.startsWith('verify:')) return [];
    const done = steps.find((step) => step.name === `erase:${source}` || step.name === `rectify:${source}`);
    const left = tablesLeft(done?.result ?? null);
    return listIn(result, 'traces')
      .filter((trace) => !left.has(textIn(trace, 'table')))
      .map((trace) => ({
        place: `${source}.${textIn(trace, 'table')}.${textIn(trace, 'column')}`,
        rows: numberIn(trace, 'rows') ?? 0,
        // Runs of before this was kept searched nowhere else.
        personal: memberOf(trace, 'personal') !== false,
      }));
  });
}

export function rowsOf(traces: readonly LooseTrace[]): number {
  return traces.reduce((sum, { rows }) => sum + rows, 0);
}

/** Each place once, with the most rows first. */
export function placesOf(traces: readonly LooseTrace[]): readonly string[] {
  const rows = new Map<string, number>();
  for (const trace of traces) rows.set(trace.place, (rows.get(trace.place) ?? 0) + trace.rows);
  return [...rows].toSorted(([, a], [, b]) => b - a).map(([place]) => place);
}

const leaving: ReadonlySet<string> = new Set(['keep', 'shared', 'left']);

function tablesLeft(result: Json | null): ReadonlySet<string> {
  const counts = listIn(result, 'counts').filter(
    (count) => leaving.has(textIn(count, 'effect')) && (numberIn(count, 'rows') ?? 0) > 0,
  );
  return new Set(counts.map((count) => textIn(count, 'table')));
}

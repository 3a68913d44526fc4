import { listIn, memberOf, numberIn, textIn } from '../base/json-member.ts';
import type { Localised } from '../domain/language.ts';
import { tablesLeft } from '../execute/tables-left.ts';
import type { ErasureRun } from '../store/erasure-run.ts';

/** Where, after a run, something by which its people were recognised still stood in text. */
export interface LooseTrace {
  /** `crm.branches.name` */
  readonly place: string;
  readonly rows: number;
  /** Whether the policy says that personal data stand there. */
  readonly personal: boolean;
  /** It is looked at again, every hour. */
  readonly watched: boolean;
}

/**
 * What the search after a run found in every table of a source, but for tables in which the run itself left rows as they were, for a
 * reason that it counted: a law that holds them, or somebody else whose they are too. What is gone since is none any more
 * (`watch-traces.ts`).
 */
export function looseTraces({ steps, looks }: Pick<ErasureRun, 'steps' | 'looks'>): readonly LooseTrace[] {
  return steps.flatMap(({ name, source, result }) => {
    if (!name.startsWith('verify:')) return [];
    const done = steps.find((step) => step.name === `erase:${source}` || step.name === `rectify:${source}`);
    const left = tablesLeft(done?.result ?? null);
    return listIn(result, 'traces')
      .filter((trace) => !left.has(textIn(trace, 'table')))
      .flatMap((trace) => {
        const [table, column] = [textIn(trace, 'table'), textIn(trace, 'column')];
        // Of runs of before this was kept nobody knows what to look for again.
        const look = looks.find(
          (each) => each.source === source && each.table === table && each.column === column,
        );
        if (look?.gone === true) return [];
        return [
          {
            place: `${source}.${table}.${column}`,
            rows: look?.rows ?? numberIn(trace, 'rows') ?? 0,
            // Runs of before this was kept searched nowhere else.
            personal: memberOf(trace, 'personal') !== false,
            watched: look !== undefined,
          },
        ];
      });
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

/** What follows for whoever mends it; empty where nobody looks again. */
export function watchedSentence(traces: readonly LooseTrace[]): Localised {
  if (!traces.every(({ watched }) => watched)) return { nl: '', en: '' };
  return {
    nl: ' Elk uur kijken wij opnieuw; wat weg is, telt niet meer mee.',
    en: ' We look again every hour; what is gone no longer counts.',
  };
}

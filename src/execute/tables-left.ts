import type { Json } from '../base/canonical-json.ts';
import { listIn, numberIn, textIn } from '../base/json-member.ts';

const leaving: ReadonlySet<string> = new Set(['keep', 'shared', 'left']);

/** The tables in which a step of a run, by its own counts, left rows as they were for a reason. */
export function tablesLeft(result: Json | null): ReadonlySet<string> {
  const counts = listIn(result, 'counts').filter(
    (count) => leaving.has(textIn(count, 'effect')) && (numberIn(count, 'rows') ?? 0) > 0,
  );
  return new Set(counts.map((count) => textIn(count, 'table')));
}

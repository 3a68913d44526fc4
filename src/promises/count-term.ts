import type { Source } from '../sources/source.ts';
import { keepTermCount, type TermCount } from '../store/term-count.ts';
import { freshDaily } from './check.ts';
import type { CheckRound } from './round.ts';
import type { Term } from './term.ts';

export interface CountedTerm {
  readonly rows: number;
  /** Rows without the date it counts from: their term never begins. */
  readonly undated: number;
  /** Whether it was counted in this round; else it was before, and no row has changed since. */
  readonly anew: boolean;
}

/**
 * How many rows have had their term, and of how many none has begun. A count of this day stands for as long as the source says that no row of the table came, changed
 * or went. It is counted anew when
 *
 * - the source's tag is another one, or it cannot tell: see `Source.tagRows`, where each kind of source says when that is;
 * - the date before which a row must start is another one, as it is every day: so everything is counted in full at least once a
 *   day, and what a tag could ever miss is found then;
 * - there were rows past their term, so that what was mended shows at once.
 *
 * The tag is taken before the rows are counted. A change in between is in the count and not yet in the tag, so the next round counts
 * once too often, never once too few.
 */
export async function countTerm(round: CheckRound, source: Source, term: Term): Promise<CountedTerm> {
  const { store } = round;
  const tag = await tagOf(source, term);
  const known = (await round.termCounts()).find((count) => isOf(count, term));
  if (tag !== null && known !== undefined && known.tag === tag && stands(known, { term, round }))
    return { rows: known.rows, undated: known.undated, anew: false };
  const rows = await source.countBefore(term);
  const undated = await source.countUndated(term);
  const { table, before } = term;
  const counted = { source: source.id, table, column: startOf(term), before, rows, undated };
  if (tag !== null) await keepTermCount(store, { ...counted, tag });
  return { rows, undated, anew: true };
}

/** Of both columns, where there are two: a column that is another one now gives another tag. */
async function tagOf(source: Source, { table, column, orColumn }: Term): Promise<string | null> {
  const tag = await source.tagRows({ table, column });
  if (tag === null || orColumn === undefined) return tag;
  const other = await source.tagRows({ table, column: orColumn });
  return other === null ? null : `${tag} ${other}`;
}

function startOf({ column, orColumn }: Term): string {
  return orColumn === undefined ? column : `${column} ${orColumn}`;
}

function isOf(count: TermCount, term: Term): boolean {
  return count.source === term.source && count.table === term.table && count.column === startOf(term);
}

function stands(
  { before, rows, countedAt }: TermCount,
  { term, round }: { readonly term: Term; readonly round: CheckRound },
): boolean {
  const hours = Temporal.Instant.from(countedAt).until(round.store.clock.now()).total('hours');
  return rows === 0 && before === term.before && hours >= 0 && hours < freshDaily;
}

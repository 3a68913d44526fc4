/**
 * How a piece of law stands. `pending` is known but switched off: it never applies, whatever its dates say.
 * `disputed` applies, and whoever relies on it should know that it may fall. `repealed` applied until its end.
 */
export type LawStatus = 'in_force' | 'pending' | 'repealed' | 'disputed';

/** One fact of law with the days on which it holds. Numbers live here, never in code. */
export interface LawEntry<Key extends string, Value> {
  readonly key: Key;
  readonly value: Value;
  /** ISO date, the first day on which it holds. Of a pending entry: the day it was proposed. */
  readonly validFrom: string;
  /** ISO date, the first day on which it no longer holds: writing today's date here switches it off today. */
  readonly validTo?: string;
  readonly source: string;
  readonly status: LawStatus;
  /** Set while nobody has held the entry against its official text. */
  readonly unverified?: true;
}

/** Whether the entry applies on that date: not pending, begun, and not ended. */
export function appliesOn(entry: LawEntry<string, unknown>, date: Temporal.PlainDate): boolean {
  if (entry.status === 'pending') return false;
  if (Temporal.PlainDate.compare(date, Temporal.PlainDate.from(entry.validFrom)) < 0) return false;
  return entry.validTo === undefined || Temporal.PlainDate.compare(date, entry.validTo) < 0;
}

/** The entries that apply on that date, the one that began last first. */
export function applicable<Entry extends LawEntry<string, unknown>>(
  entries: readonly Entry[],
  date: Temporal.PlainDate,
): readonly Entry[] {
  return entries
    .filter((entry) => appliesOn(entry, date))
    .sort((a, b) => Temporal.PlainDate.compare(b.validFrom, a.validFrom));
}

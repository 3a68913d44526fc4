import { appliesOn, type LawEntry, type LawStatus } from './law-entry.ts';
import { lawPack } from './law-pack.ts';
import { retentionRules } from './retention-rules.ts';
import { adequacyEntries, eeaEntries } from './territories.ts';

/** One figure of law with all there is to cite. */
export interface LawFigure {
  /** Unique among what applies on one day: `breach.apHours`, `adequacy.US`, `retain.invoice`. */
  readonly key: string;
  readonly value: unknown;
  /** ISO dates; `validTo` is the first day on which it no longer holds. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly status: LawStatus;
  /** Somebody has held it against its official text. */
  readonly verified: boolean;
}

/** The law of a day: what applies, and what was proposed by then and does not. */
export interface LawOfDay {
  readonly applies: readonly LawFigure[];
  readonly pending: readonly LawFigure[];
}

/** Every figure that Gestand works with, on a day. */
export function lawOn(date: Temporal.PlainDate): LawOfDay {
  const pending = allEntries.filter(
    ({ entry }) => entry.status === 'pending' && Temporal.PlainDate.compare(entry.validFrom, date) <= 0,
  );
  return { applies: [...applyingOn(date).values()].map(figureOf), pending: pending.map(figureOf) };
}

/** A figure that is not the same on two days; null where there is none. */
export interface LawChange {
  readonly key: string;
  readonly before: LawFigure | null;
  readonly after: LawFigure | null;
}

/** What changed between two days, in the order of the pack: values, but also what a value rests on and how it stands. */
export function lawChanges(from: Temporal.PlainDate, to: Temporal.PlainDate): readonly LawChange[] {
  const [before, after] = [applyingOn(from), applyingOn(to)];
  return [...new Set(allEntries.map(({ key }) => key))].flatMap((key): readonly LawChange[] => {
    const [earlier, later] = [before.get(key), after.get(key)];
    if (earlier === later) return [];
    return [{ key, before: earlier ? figureOf(earlier) : null, after: later ? figureOf(later) : null }];
  });
}

interface NamedEntry {
  readonly key: string;
  readonly value: unknown;
  readonly entry: LawEntry<string, unknown>;
}

const allEntries: readonly NamedEntry[] = [
  ...lawPack.map((entry) => ({ key: entry.key, value: entry.value, entry })),
  ...eeaEntries.map((entry) => ({ key: entry.key, value: entry.value, entry })),
  ...adequacyEntries.map((entry) => {
    const { territory, ...value } = entry.value;
    return { key: `adequacy.${territory}`, value, entry };
  }),
  ...retentionRules.map((entry) => {
    const { rule, ...value } = entry.value;
    return { key: `retain.${rule}`, value, entry };
  }),
];

/** Of several entries with one key the one that began last counts, as for a look-up. */
function applyingOn(date: Temporal.PlainDate): ReadonlyMap<string, NamedEntry> {
  const newest = new Map<string, NamedEntry>();
  for (const each of allEntries) {
    if (!appliesOn(each.entry, date)) continue;
    const known = newest.get(each.key);
    if (known === undefined || Temporal.PlainDate.compare(each.entry.validFrom, known.entry.validFrom) > 0)
      newest.set(each.key, each);
  }
  return newest;
}

function figureOf({ key, value, entry }: NamedEntry): LawFigure {
  const { validFrom, validTo = null, source, status, unverified } = entry;
  return { key, value, validFrom, validTo, source, status, verified: unverified !== true };
}

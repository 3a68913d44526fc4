import type { Localised } from '../domain/language.ts';
import { codeOf } from '../execute/run-failure.ts';
import { earliestHeldStart } from '../law/retention.ts';
import type { Policy, RetentionRule } from '../policy/policy.ts';
import { countText, isoDateText } from '../report/date-text.ts';
import { type Evidence, unproven, type Verdict } from './check.ts';
import { countTerm } from './count-term.ts';
import { counted, named } from './phrase.ts';
import type { CheckRound } from './round.ts';
import { awayReason, publicAwayReason } from './source-look.ts';
import type { Term } from './term.ts';

export interface PastTerm extends Omit<Term, 'rule'> {
  readonly rule: string;
  readonly rows: number;
}

export interface UndatedRows extends Pick<Term, 'source' | 'table' | 'column'> {
  readonly rows: number;
}

export interface CountedTerms {
  /** Only those with rows. */
  readonly past: readonly PastTerm[];
  /** Only those with rows: without a date their term never begins. */
  readonly undated: readonly UndatedRows[];
  /** Terms that were counted before on this day, and of whose tables no row has changed since. */
  readonly unchanged: number;
  /** Sources that did not answer, or no longer have the column. */
  readonly failed: readonly string[];
  /** Sources that do not let rows be counted that are nobody's in particular. */
  readonly uncounted: readonly string[];
}

/** The first start that a rule still covers today; everything before it has had its term. */
export function firstCovered(policy: Policy, rule: RetentionRule, today: Temporal.PlainDate): string {
  return earliestHeldStart(rule, today, Temporal.PlainMonthDay.from(policy.bookYearEnd)).toString();
}

/** Of two ISO dates. */
export function earlierOf(a: string, b: string): string {
  return a.localeCompare(b) < 0 ? a : b;
}

const nothing: CountedTerms = { past: [], undated: [], unchanged: 0, failed: [], uncounted: [] };

/** Asks each source, one table after the other, how many rows have had their term. */
export async function countPastTerms(round: CheckRound, terms: readonly Term[]): Promise<CountedTerms> {
  const bySource = Map.groupBy(terms, ({ source }) => source);
  const looks = await Promise.all(
    [...bySource].map(async ([id, theirs]): Promise<CountedTerms> => {
      const source = round.sources.get(id);
      if (source === undefined) return { ...nothing, failed: [id] };
      if (!source.capabilities.scans) return { ...nothing, uncounted: [id] };
      const past: PastTerm[] = [];
      const undated: UndatedRows[] = [];
      let unchanged = 0;
      try {
        for (const term of theirs) {
          const { rows, undated: without, anew } = await countTerm(round, source, term);
          const { table, column } = term;
          if (without > 0) undated.push({ source: id, table, column, rows: without });
          if (!anew) unchanged++;
          if (rows > 0) past.push({ ...term, rule: term.rule.id, rows });
        }
        return { ...nothing, past, undated, unchanged };
      } catch (error) {
        round.log('warn', 'rows past their term not counted', { source: id, code: codeOf(error) });
        return { ...nothing, past, undated, unchanged, failed: [id] };
      }
    }),
  );
  return {
    past: looks.flatMap(({ past }) => past),
    undated: looks.flatMap(({ undated }) => undated),
    unchanged: looks.reduce((sum, { unchanged }) => sum + unchanged, 0),
    failed: looks.flatMap(({ failed }) => failed),
    uncounted: looks.flatMap(({ uncounted }) => uncounted),
  };
}

/** What was counted, as evidence holds it. */
export function countedEvidence({ past, undated, unchanged, failed, uncounted }: CountedTerms): Evidence {
  return {
    past: past.map((each) => ({ ...each })),
    undated: undated.map((each) => ({ ...each })),
    unchanged,
    failed,
    uncounted,
  };
}

/** What can be said when not everything was counted: nothing; null when everything was. */
export function uncountedVerdict({ failed, uncounted }: CountedTerms, evidence: Evidence): Verdict | null {
  if (failed.length > 0) return unproven(awayReason(failed), evidence, publicAwayReason(failed));
  if (uncounted.length === 0) return null;
  const names = uncounted.join(', ');
  const count = counted(uncounted.length, 'source');
  return unproven(
    {
      nl: `Niet te tellen: ${names}. Dat systeem laat niet al zijn rijen zien, dus of er iets over zijn termijn heen is, blijkt niet; geef de API een lijst ("list").`,
      en: `Cannot be counted: ${names}. That system does not show all of its rows, so that nothing tells whether something is past its period; give the API a "list".`,
    },
    evidence,
    {
      nl: `Niet te tellen: ${count.nl}. Of daar iets over zijn termijn heen is, blijkt nu niet.`,
      en: `Cannot be counted: ${count.en}. Nothing tells now whether something there is past its period.`,
    },
  );
}

export function rowsIn(counts: readonly { readonly rows: number }[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

const mostNamed = 3;

/** Where they are, how many of each, and before which date they began: "billing.invoices 2 (invoice_date vóór 1 januari 2019)". */
export function placesText(past: readonly PastTerm[]): Localised {
  const [nl, en] = (['nl', 'en'] as const).map((language) => {
    const parts = past
      .slice(0, mostNamed)
      .map(
        ({ source, table, column, orColumn, before, rows }) =>
          `${source}.${table} ${countText(rows, language)} (${column}${orColumn === undefined ? '' : ` ${language === 'nl' ? 'of' : 'or'} ${orColumn}`} ${language === 'nl' ? 'vóór' : 'before'} ${isoDateText(before, language)})`,
      );
    const more = past.length - mostNamed;
    const rest = more <= 0 ? [] : [language === 'nl' ? `en nog ${more}` : `and ${more} more`];
    return [...parts, ...rest].join(', ');
  });
  return { nl: nl ?? '', en: en ?? '' };
}

/** How many rows never get to their term, and where; empty when there are none. The second is for the public. */
export function undatedText(
  undated: readonly UndatedRows[],
): readonly [inside: Localised, outside: Localised] {
  if (undated.length === 0) return [empty, empty];
  const rows = counted(rowsIn(undated), 'row');
  const places = named(undated.map(({ source, table, column }) => `${source}.${table}.${column}`));
  const nl = ` Zonder datum, zodat hun termijn nooit begint: ${rows.nl}`;
  const en = ` Without a date, so that their period never begins: ${rows.en}`;
  return [
    {
      nl: `${nl} (${places.nl}). Dat klopt zolang nog niet gebeurde wat de datum vertelt; vul haar anders in.`,
      en: `${en} (${places.en}). Right while what the date tells of has not happened; else fill it in.`,
    },
    { nl: `${nl}.`, en: `${en}.` },
  ];
}

const empty: Localised = { nl: '', en: '' };

/** A sentence with another behind it. */
export function followed(first: Localised, second: Localised): Localised {
  return { nl: `${first.nl}${second.nl}`, en: `${first.en}${second.en}` };
}

import { codeOf } from '../execute/run-failure.ts';
import { earliestHeldStart } from '../law/retention.ts';
import type { Policy, RetentionRule } from '../policy/policy.ts';
import { type Evidence, unproven, type Verdict } from './check.ts';
import { countTerm } from './count-term.ts';
import { counted } from './phrase.ts';
import type { CheckRound } from './round.ts';
import { awayReason, publicAwayReason } from './source-look.ts';
import type { Term } from './term.ts';

export interface PastTerm extends Omit<Term, 'rule'> {
  readonly rule: string;
  readonly rows: number;
}

export interface CountedTerms {
  /** Only those with rows. */
  readonly past: readonly PastTerm[];
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

/** Asks each source, one table after the other, how many rows have had their term. */
export async function countPastTerms(round: CheckRound, terms: readonly Term[]): Promise<CountedTerms> {
  const bySource = Map.groupBy(terms, ({ source }) => source);
  const looks = await Promise.all(
    [...bySource].map(async ([id, theirs]): Promise<CountedTerms> => {
      const source = round.sources.get(id);
      if (source === undefined) return { past: [], unchanged: 0, failed: [id], uncounted: [] };
      if (!source.capabilities.scans) return { past: [], unchanged: 0, failed: [], uncounted: [id] };
      const past: PastTerm[] = [];
      let unchanged = 0;
      try {
        for (const term of theirs) {
          const { rows, anew } = await countTerm(round, source, term);
          if (!anew) unchanged++;
          if (rows > 0) past.push({ ...term, rule: term.rule.id, rows });
        }
        return { past, unchanged, failed: [], uncounted: [] };
      } catch (error) {
        round.log('warn', 'rows past their term not counted', { source: id, code: codeOf(error) });
        return { past, unchanged, failed: [id], uncounted: [] };
      }
    }),
  );
  return {
    past: looks.flatMap(({ past }) => past),
    unchanged: looks.reduce((sum, { unchanged }) => sum + unchanged, 0),
    failed: looks.flatMap(({ failed }) => failed),
    uncounted: looks.flatMap(({ uncounted }) => uncounted),
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

export function rowsIn(past: readonly PastTerm[]): number {
  return past.reduce((sum, { rows }) => sum + rows, 0);
}

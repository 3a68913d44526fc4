import type { Policy } from '../policy/policy.ts';
import { ownersOf } from '../policy/table-graph.ts';
import type { PromiseCheck } from './check.ts';
import { atRisk, broken, freshDaily, kept } from './check.ts';
import {
  countedEvidence,
  countPastTerms,
  earlierOf,
  firstCovered,
  followed,
  placesText,
  rowsIn,
  uncountedVerdict,
  undatedText,
} from './past-term.ts';
import { counted, named } from './phrase.ts';
import type { Term } from './term.ts';

/** Art. 5(1)(e): everything has a term, and what has had its term is gone. */
export const p25: PromiseCheck<'P25'> = {
  id: 'P25',
  owner: 'privacy',
  reads: {
    nl: 'de bewaartermijnen, en per tabel hoeveel rijen over hun termijn heen zijn',
    en: 'the retention periods, and for each table how many rows are past theirs',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const { policy, today } = round;
    const endless = tablesWithoutTerm(policy);
    const terms = p25Terms(policy, today);
    const counts = await countPastTerms(round, terms);
    const { past, undated } = counts;
    const [withoutDate, withoutDateOutside] = undatedText(undated);
    const due = past.filter(({ mayStay }) => !mayStay);
    const evidence = {
      terms: terms.length,
      endless,
      ...countedEvidence(counts),
    };
    if (endless.length > 0) {
      const names = named(endless);
      return broken(
        {
          nl: `Zonder bewaartermijn: ${names.nl}. Leg in het beleid vast wanneer dit weg moet.`,
          en: `Without a retention period: ${names.en}. Settle in the policy when this must go.`,
        },
        evidence,
        {
          nl: `Zonder bewaartermijn: ${counted(endless.length, 'part').nl} van onze systemen.`,
          en: `Without a retention period: ${counted(endless.length, 'part').en} of our systems.`,
        },
      );
    }
    if (due.length > 0) {
      const rows = counted(rowsIn(due), 'row');
      const places = placesText(due);
      return broken(
        {
          nl: `Over hun termijn heen: ${rows.nl}: ${places.nl}. Wis ze in het systeem zelf; welke het zijn, zegt "gestand promises show P25".`,
          en: `Past their period: ${rows.en}: ${places.en}. Erase them in that system itself; "gestand promises show P25" says which they are.`,
        },
        evidence,
        { nl: `Over hun termijn heen: ${rows.nl}.`, en: `Past their period: ${rows.en}.` },
      );
    }
    const unseen = uncountedVerdict(counts, evidence);
    if (unseen !== null) return unseen;
    if (past.length > 0) {
      const rows = counted(rowsIn(past), 'row');
      return atRisk(
        {
          nl: `Over hun termijn heen, maar mogelijk door een wet vastgehouden: ${rows.nl}. Kijk na welke daarvan weg moeten.`,
          en: `Past their period, but possibly held by a law: ${rows.en}. See which of them must go.`,
        },
        evidence,
      );
    }
    const count = counted(new Set(terms.map(({ source, table }) => `${source}.${table}`)).size, 'table');
    const whole = {
      nl: `Geen rij is over haar termijn heen: geteld in ${count.nl}. Elke andere tabel met persoonsgegevens gaat met haar eigenaar mee.`,
      en: `No row is past its period: counted in ${count.en}. Every other table with personal data goes with its owner.`,
    };
    return kept(followed(whole, withoutDate), evidence, followed(whole, withoutDateOutside));
  },
};

/** Personal tables for whose rows no term is settled, neither their own nor their owner's. */
function tablesWithoutTerm(policy: Policy): readonly string[] {
  return policy.sources.flatMap((source) =>
    source.tables
      .filter(
        (table) =>
          table.use === 'personal' &&
          !ownersOf(source, table).some(
            ({ retention, hold }) => isTerm(policy, retention) || isTerm(policy, hold),
          ),
      )
      .map(({ id }) => `${source.id}.${id}`),
  );
}

function isTerm(policy: Policy, term: { readonly rule: string } | null): boolean {
  return term !== null && policy.retention.has(term.rule);
}

/** What it counts: the terms that rows may be past. */
export function p25Terms(policy: Policy, today: Temporal.PlainDate): readonly Term[] {
  return policy.sources.flatMap((source) =>
    source.tables.flatMap(({ id: table, use, retention, hold }): readonly Term[] => {
      const rule = retention === null ? undefined : policy.retention.get(retention.rule);
      if (use !== 'personal' || retention === null || rule === undefined) return [];
      const due = firstCovered(policy, rule, today);
      const held = hold === null ? undefined : policy.retention.get(hold.rule);
      // What a law still holds is not past its term: with one date for both the earlier bound decides.
      const sameDate =
        hold?.kind === 'from' &&
        hold.column === retention.from &&
        retention.orFrom === undefined &&
        held !== undefined;
      const free = sameDate ? firstCovered(policy, held, today) : due;
      const before = earlierOf(free, due);
      return [
        {
          source: source.id,
          table,
          column: retention.from,
          ...(retention.orFrom === undefined ? {} : { orColumn: retention.orFrom }),
          rule,
          before,
          mayStay: hold !== null && !sameDate,
        },
      ];
    }),
  );
}

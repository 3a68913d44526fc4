import { groundById } from '../law/grounds.ts';
import type { Policy, PolicyHold } from '../policy/policy.ts';
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

/** Art. 6(1)(c), 17(3): what is held against erasure is held by a law that is named, and not beyond its end. */
export const p27: PromiseCheck<'P27'> = {
  id: 'P27',
  owner: 'privacy',
  reads: {
    nl: 'de bewaarplichten in het beleid, en hoeveel rijen er na het einde nog zijn',
    en: 'the holds in the policy, and how many rows are still there after their end',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const { policy, today } = round;
    const holds = holdsOf(policy);
    const groundless = holds.filter(({ hold }) => !hasGround(policy, hold)).map(({ place }) => place);
    const terms = p27Terms(policy, today);
    const counts = await countPastTerms(round, terms);
    const { past, undated } = counts;
    const [withoutDate, withoutDateOutside] = undatedText(undated);
    const expired = past.filter(({ mayStay }) => !mayStay);
    const evidence = {
      holds: holds.length,
      groundless,
      ...countedEvidence(counts),
    };
    if (groundless.length > 0) {
      const names = named(groundless);
      return broken(
        {
          nl: `Bewaard zonder wet die dat eist: ${names.nl}. Noem de grond in het beleid, of wis deze gegevens.`,
          en: `Held without a law that asks it: ${names.en}. Name the ground in the policy, or erase these data.`,
        },
        evidence,
        {
          nl: `Bewaard zonder wet die dat eist: ${counted(groundless.length, 'part').nl} van onze systemen.`,
          en: `Held without a law that asks it: ${counted(groundless.length, 'part').en} of our systems.`,
        },
      );
    }
    if (expired.length > 0) {
      const rows = counted(rowsIn(expired), 'row');
      const places = placesText(expired);
      return broken(
        {
          nl: `De bewaarplicht is voorbij en de gegevens zijn er nog: ${rows.nl}: ${places.nl}. Wis ze in het systeem zelf; welke het zijn, zegt "gestand promises show P27".`,
          en: `The hold has ended and the data are still there: ${rows.en}: ${places.en}. Erase them in that system itself; "gestand promises show P27" says which they are.`,
        },
        evidence,
        {
          nl: `De bewaarplicht is voorbij en de gegevens zijn er nog: ${rows.nl}.`,
          en: `The hold has ended and the data are still there: ${rows.en}.`,
        },
      );
    }
    const unseen = uncountedVerdict(counts, evidence);
    if (unseen !== null) return unseen;
    if (past.length > 0) {
      const rows = counted(rowsIn(past), 'row');
      return atRisk(
        {
          nl: `De bewaarplicht is voorbij, maar een andere termijn loopt mogelijk nog: ${rows.nl}. Kijk na welke daarvan weg moeten.`,
          en: `The hold has ended, but another period may still run: ${rows.en}. See which of them must go.`,
        },
        evidence,
      );
    }
    const count = counted(holds.length, 'table');
    const whole = {
      nl: `Een wet houdt gegevens vast in ${count.nl}; elke grond is genoemd en geen rij ligt er langer dan die wet eist.`,
      en: `A law holds data in ${count.en}; every ground is named and no row is there longer than that law asks.`,
    };
    return kept(followed(whole, withoutDate), evidence, followed(whole, withoutDateOutside));
  },
};

function holdsOf(policy: Policy): readonly { readonly place: string; readonly hold: PolicyHold }[] {
  return policy.sources.flatMap(({ id, tables }) =>
    tables.flatMap((table) =>
      table.hold === null ? [] : [{ place: `${id}.${table.id}`, hold: table.hold }],
    ),
  );
}

function hasGround(policy: Policy, { rule: id }: PolicyHold): boolean {
  const rule = policy.retention.get(id);
  const ground = rule?.ground === null || rule === undefined ? undefined : groundById(rule.ground);
  return rule?.kind === 'statutory' && ground?.effect === 'keep' && ground.article !== '';
}

/** What it counts: the terms that rows may be past. */
export function p27Terms(policy: Policy, today: Temporal.PlainDate): readonly Term[] {
  return policy.sources.flatMap((source) =>
    source.tables.flatMap(({ id: table, hold, retention }): readonly Term[] => {
      const rule = hold === null ? undefined : policy.retention.get(hold.rule);
      // Rows that are held together with another row go when that one does.
      if (hold?.kind !== 'from' || rule === undefined) return [];
      const ended = firstCovered(policy, rule, today);
      const other = retention === null ? undefined : policy.retention.get(retention.rule);
      const sameDate =
        retention?.from === hold.column && retention.orFrom === undefined && other !== undefined;
      const free = sameDate ? firstCovered(policy, other, today) : ended;
      const before = earlierOf(free, ended);
      return [
        {
          source: source.id,
          table,
          column: hold.column,
          rule,
          before,
          mayStay: retention !== null && !sameDate,
        },
      ];
    }),
  );
}

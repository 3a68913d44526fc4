import { languages } from '../domain/language.ts';
import { namesArticle } from '../policy/rules/legal-obligation-without-statute.ts';
import type { PromiseCheck } from './check.ts';
import { broken, freshWeekly, kept } from './check.ts';
import { counted, namedIn } from './phrase.ts';
import { unsaid, versionEvidence, withoutStatement } from './published-text.ts';

/** Art. 6(1)(c), 6(3): where a law obliges, the statement says which. */
export const p09: PromiseCheck<'P09'> = {
  id: 'P09',
  owner: 'privacy',
  reads: {
    nl: 'de doelen met een wettelijke plicht, en de gepubliceerde verklaring',
    en: 'the purposes that rest on a legal obligation, and the published statement',
  },
  freshForHours: freshWeekly,
  check: async (round) => {
    const obliged = [...round.policy.purposes.values()].filter(({ basis }) => basis === 'legal-obligation');
    const nameless = obliged.filter(({ ground }) =>
      languages.some((language) => !namesArticle.test(ground[language])),
    );
    const evidence = { ...(await versionEvidence(round)), purposes: obliged.map(({ id }) => id) };
    if (nameless.length > 0) {
      const names = namedIn(nameless.map(({ name }) => name));
      return broken(
        {
          nl: `Zonder wetsartikel in het beleid: ${names.nl}. Noem het artikel, of kies een andere grondslag.`,
          en: `Without an article of law in the policy: ${names.en}. Name the article, or choose another basis.`,
        },
        { ...evidence, nameless: nameless.map(({ id }) => id) },
      );
    }
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const untold = await unsaid(round, obliged, ({ ground }, language) => ground[language]);
    if (untold.length > 0) {
      const names = namedIn(untold.map(({ name }) => name));
      return broken(
        {
          nl: `De verklaring noemt de wet niet waarop dit rust: ${names.nl}. Publiceer een nieuwe versie die haar noemt.`,
          en: `The statement does not name the law this rests on: ${names.en}. Publish a new version that names it.`,
        },
        { ...evidence, untold: untold.map(({ id }) => id) },
      );
    }
    const count = counted(obliged.length, 'purpose');
    return kept(
      {
        nl: `Op een wettelijke plicht berusten ${count.nl}; de verklaring noemt bij elk het wetsartikel.`,
        en: `On a legal obligation rest ${count.en}; the statement names the article of law for each.`,
      },
      evidence,
    );
  },
};

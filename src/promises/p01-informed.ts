import type { PromiseCheck } from './check.ts';
import { broken, freshDaily, kept } from './check.ts';
import { counted, namedIn } from './phrase.ts';
import {
  languageNames,
  saysTheSameWith,
  unpublishedLanguages,
  unsaid,
  versionEvidence,
} from './published-text.ts';

/** GDPR art. 12–14: there is a statement in every language, and it tells every purpose of the policy in force. */
export const p01: PromiseCheck<'P01'> = {
  id: 'P01',
  owner: 'privacy',
  reads: {
    nl: 'de gepubliceerde verklaring en de doelen in het beleid',
    en: 'the published statement and the purposes in the policy',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const evidence = { ...(await versionEvidence(round)), purposes: round.policy.purposes.size };
    const missing = await unpublishedLanguages(round);
    if (missing.length > 0) {
      const names = missing.map((language) => languageNames[language]);
      return broken(
        {
          nl: `Er is geen verklaring gepubliceerd in ${names.map(({ nl }) => nl).join(' en ')}. Publiceer haar.`,
          en: `No statement is published in ${names.map(({ en }) => en).join(' and ')}. Publish it.`,
        },
        { ...evidence, missing },
      );
    }
    const untold = await unsaid(
      round,
      [...round.policy.purposes.values()],
      ({ name }, language) => name[language],
    );
    if (untold.length > 0) {
      const count = counted(untold.length, 'purpose');
      const names = namedIn(untold.map(({ name }) => name));
      return broken(
        {
          nl: `Niet in de gepubliceerde verklaring: ${count.nl} (${names.nl}). Publiceer een nieuwe versie voordat u gegevens daarvoor gebruikt.`,
          en: `Missing from the published statement: ${count.en} (${names.en}). Publish a new version before you use data for it.`,
        },
        { ...evidence, untold: untold.map(({ id }) => id) },
      );
    }
    const outdated = [...(await round.statements()).values()].filter(
      (version) => !saysTheSameWith(round.policy, version),
    );
    if (outdated.length > 0) {
      return broken(
        {
          nl: 'Het beleid is veranderd en de gepubliceerde verklaring zegt nog het oude. Publiceer een nieuwe versie.',
          en: 'The policy has changed and the published statement still says what was. Publish a new version.',
        },
        { ...evidence, outdated: outdated.map(({ id }) => id) },
      );
    }
    const purposes = counted(round.policy.purposes.size, 'purpose');
    return kept(
      {
        nl: `De verklaring is gepubliceerd in elke taal en zegt wat het beleid van nu zegt, met ${purposes.nl}. Of elk formulier ernaar verwijst, meet deze controle niet.`,
        en: `The statement is published in every language and says what today’s policy says, with ${purposes.en}. Whether every form links to it is not measured by this check.`,
      },
      evidence,
    );
  },
};

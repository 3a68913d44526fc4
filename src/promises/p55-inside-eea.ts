import { broken, freshDaily, kept, type PromiseCheck } from './check.ts';
import { counted, named } from './phrase.ts';
import { unsaid, versionEvidence, withoutStatement } from './published-text.ts';
import { outsideEea } from './transfers.ts';

/** Art. 44, 13(1)(f): who is outside the EEA and receives data stands in the statement. */
export const p55: PromiseCheck<'P55'> = {
  id: 'P55',
  owner: 'suppliers',
  reads: {
    nl: 'de landen van alle ontvangers in het beleid, en de gepubliceerde verklaring',
    en: 'the countries of all recipients in the policy, and the published statement',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const abroad = outsideEea(round);
    const untold = await unsaid(round, abroad, ({ name }) => name);
    const evidence = {
      ...(await versionEvidence(round)),
      recipients: round.policy.recipients.size,
      outside: abroad.map(({ id }) => id),
      untold: untold.map(({ id }) => id),
    };
    if (untold.length > 0) {
      const names = named(untold.map(({ name }) => name));
      return broken(
        {
          nl: `Buiten de EER en niet in de verklaring: ${names.nl}. Stop de doorgifte, of publiceer een nieuwe versie die dit noemt.`,
          en: `Outside the EEA and not in the statement: ${names.en}. Stop the transfer, or publish a new version that names it.`,
        },
        evidence,
      );
    }
    const count = counted(abroad.length, 'recipient');
    return kept(
      {
        nl: `Volgens het register zit buiten de EER: ${count.nl}, en de verklaring noemt elk daarvan. Waar verkeer werkelijk heen gaat, meet deze controle niet.`,
        en: `According to the register outside the EEA: ${count.en}, and the statement names each. Where traffic really goes is not measured by this check.`,
      },
      evidence,
    );
  },
};

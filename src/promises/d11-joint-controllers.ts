import { judgeAgreements } from './agreements.ts';
import { broken, freshDaily, type PromiseCheck } from './check.ts';
import { named } from './phrase.ts';
import { unsaid, withoutStatement } from './published-text.ts';

/** Art. 26: with whom we decide together there is an arrangement, and the statement names them. */
export const d11: PromiseCheck<'D11'> = {
  id: 'D11',
  owner: 'suppliers',
  reads: {
    nl: 'de regelingen met gezamenlijk verantwoordelijken, en de gepubliceerde verklaring',
    en: 'the arrangements with joint controllers, and the published statement',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const { policy, today } = round;
    const joint = [...policy.recipients.values()].filter(({ role }) => role === 'joint-controller');
    const verdict = judgeAgreements(joint, {
      today,
      document: { nl: 'onderlinge regeling', en: 'arrangement' },
    });
    if (verdict.state === 'broken' || joint.length === 0) return verdict;
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const untold = await unsaid(round, joint, ({ name }) => name);
    if (untold.length === 0) return verdict;
    const names = named(untold.map(({ name }) => name));
    return broken(
      {
        nl: `De verklaring noemt niet met wie wij samen verantwoordelijk zijn: ${names.nl}. Publiceer een nieuwe versie.`,
        en: `The statement does not name with whom we are jointly responsible: ${names.en}. Publish a new version.`,
      },
      { ...verdict.evidence, untold: untold.map(({ id }) => id) },
    );
  },
};

import { judgeAgreements } from './agreements.ts';
import { freshDaily, type PromiseCheck } from './check.ts';

/** Art. 28(3), 28(9): no processor without an agreement that is signed and in date. */
export const p22: PromiseCheck<'P22'> = {
  id: 'P22',
  owner: 'suppliers',
  reads: {
    nl: 'de overeenkomsten met verwerkers in het beleid',
    en: 'the agreements with processors in the policy',
  },
  freshForHours: freshDaily,
  check: async ({ policy, today }) =>
    judgeAgreements(
      [...policy.recipients.values()].filter(({ role }) => role === 'processor' || role === 'sub-processor'),
      { today, document: { nl: 'verwerkersovereenkomst', en: 'processing agreement' } },
    ),
};

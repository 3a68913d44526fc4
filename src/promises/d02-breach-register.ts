import type { UncheckedPromise } from './check.ts';

export const d02: UncheckedPromise<'D02'> = {
  id: 'D02',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: een register van datalekken met feiten, gevolgen en maatregelen.',
    en: 'Needed: a register of breaches with facts, effects and measures.',
  },
};

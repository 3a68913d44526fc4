import type { UncheckedPromise } from './check.ts';

export const p11: UncheckedPromise<'P11'> = {
  id: 'P11',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: per belang een ondertekende afweging met een datum waarop zij opnieuw wordt bekeken.',
    en: 'Needed: for each interest a signed balancing test with a date on which it is looked at again.',
  },
};

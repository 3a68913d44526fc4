import type { UncheckedPromise } from './check.ts';

export const p24: UncheckedPromise<'P24'> = {
  id: 'P24',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: een register van gegevens die aan een overheid zijn gegeven, met wetsartikel en twee akkoorden.',
    en: 'Needed: a register of data given to an authority, with the article of law and two approvals.',
  },
};

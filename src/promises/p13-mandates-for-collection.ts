import type { UncheckedPromise } from './check.ts';

export const p13: UncheckedPromise<'P13'> = {
  id: 'P13',
  owner: 'finance',
  needs: {
    nl: 'Nodig: elke afschrijving naast haar machtiging, met de aankondiging vooraf.',
    en: 'Needed: every debit beside its mandate, with the announcement before it.',
  },
};

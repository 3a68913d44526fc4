import type { UncheckedPromise } from './check.ts';

export const p05: UncheckedPromise<'P05'> = {
  id: 'P05',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: bij elke contactpersoon de datum van het bericht, en een telling van wie het na een maand niet kreeg.',
    en: 'Needed: for every contact person the date of the notice, and a count of who did not get it after a month.',
  },
};

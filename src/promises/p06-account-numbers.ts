import type { UncheckedPromise } from './check.ts';

export const p06: UncheckedPromise<'P06'> = {
  id: 'P06',
  owner: 'finance',
  needs: {
    nl: 'Nodig: zoeken naar rekeningnummers in vrije tekst en logboeken, en vastleggen wie ze leest.',
    en: 'Needed: searching free text and logs for account numbers, and recording who reads them.',
  },
};

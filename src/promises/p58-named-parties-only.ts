import type { UncheckedPromise } from './check.ts';

export const p58: UncheckedPromise<'P58'> = {
  id: 'P58',
  owner: 'website',
  needs: {
    nl: 'Nodig: bezoek van een browser aan elke pagina, voor en na toestemming, met alle adressen die hij opvraagt.',
    en: 'Needed: a browser’s visit to every page, before and after consent, with all addresses it requests.',
  },
};

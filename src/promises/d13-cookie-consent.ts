import type { UncheckedPromise } from './check.ts';

export const d13: UncheckedPromise<'D13'> = {
  id: 'D13',
  owner: 'website',
  needs: {
    nl: 'Nodig: bezoek van een browser aan elke pagina zonder toestemming, met wat daar wordt geplaatst en gelezen.',
    en: 'Needed: a browser’s visit to every page without consent, with what is placed and read there.',
  },
};

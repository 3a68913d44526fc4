import type { UncheckedPromise } from './check.ts';

export const p26: UncheckedPromise<'P26'> = {
  id: 'P26',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: het einde van elk doel vastleggen, en elk gebruik daarna opmerken.',
    en: 'Needed: recording the end of each purpose, and noticing every use after it.',
  },
};

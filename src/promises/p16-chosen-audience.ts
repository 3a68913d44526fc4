import type { UncheckedPromise } from './check.ts';

export const p16: UncheckedPromise<'P16'> = {
  id: 'P16',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: bij elke campagne de regel waarmee de ontvangers zijn gekozen.',
    en: 'Needed: with every campaign the rule by which its recipients were chosen.',
  },
};

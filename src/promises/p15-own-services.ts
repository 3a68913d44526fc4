import type { UncheckedPromise } from './check.ts';

export const p15: UncheckedPromise<'P15'> = {
  id: 'P15',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: bij elke campagne de eigen dienst waarover zij gaat.',
    en: 'Needed: with every campaign the service of our own that it is about.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const d10: UncheckedPromise<'D10'> = {
  id: 'D10',
  owner: 'security',
  needs: {
    nl: 'Nodig: van elk nieuw veld, doel en elke ontvanger de beoordeling vooraf.',
    en: 'Needed: of every new field, purpose and recipient the assessment beforehand.',
  },
};

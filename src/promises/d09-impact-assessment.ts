import type { UncheckedPromise } from './check.ts';

export const d09: UncheckedPromise<'D09'> = {
  id: 'D09',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: per verwerking de afweging of het risico hoog is, en zo ja het onderzoek.',
    en: 'Needed: for each processing the assessment whether its risk is high, and if so the study.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const d14: UncheckedPromise<'D14'> = {
  id: 'D14',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: bij elk reclamebericht de toestemming of de klantrelatie, en de weg om zich af te melden.',
    en: 'Needed: with every advertising message the consent or the customer relation, and the way to opt out.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p33: UncheckedPromise<'P33'> = {
  id: 'P33',
  owner: 'personnel',
  needs: {
    nl: 'Nodig: van elke medewerker met toegang de gevolgde instructie en haar versie.',
    en: 'Needed: of every employee with access the instruction that was followed and its version.',
  },
};

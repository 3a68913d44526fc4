import type { UncheckedPromise } from './check.ts';

export const p30: UncheckedPromise<'P30'> = {
  id: 'P30',
  owner: 'personnel',
  needs: {
    nl: 'Nodig: van elke medewerker met toegang de getekende geheimhouding.',
    en: 'Needed: of every employee with access the signed confidentiality.',
  },
};

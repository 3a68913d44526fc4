import type { UncheckedPromise } from './check.ts';

export const p31: UncheckedPromise<'P31'> = {
  id: 'P31',
  owner: 'personnel',
  needs: {
    nl: 'Nodig: van ieder van buiten met toegang de getekende geheimhouding en een einddatum.',
    en: 'Needed: of everybody from outside with access the signed confidentiality and an end date.',
  },
};

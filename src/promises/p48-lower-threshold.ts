import type { UncheckedPromise } from './check.ts';

export const p48: UncheckedPromise<'P48'> = {
  id: 'P48',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: van elk datalek twee beoordelingen: die van de wet en die van de verklaring.',
    en: 'Needed: of every breach two assessments: that of the law and that of the statement.',
  },
};

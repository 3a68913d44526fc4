import type { UncheckedPromise } from './check.ts';

export const p12: UncheckedPromise<'P12'> = {
  id: 'P12',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: elk verzonden bericht met zijn soort, en een controle van servicesjablonen op reclame.',
    en: 'Needed: every message sent with its kind, and a check of service templates for advertising.',
  },
};

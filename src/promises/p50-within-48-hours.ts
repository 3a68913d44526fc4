import type { UncheckedPromise } from './check.ts';

export const p50: UncheckedPromise<'P50'> = {
  id: 'P50',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: van elk datalek het moment van ontdekking en dat van het eerste bericht.',
    en: 'Needed: of every breach the moment of discovery and that of the first notice.',
  },
};

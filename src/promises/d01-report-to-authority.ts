import type { UncheckedPromise } from './check.ts';

export const d01: UncheckedPromise<'D01'> = {
  id: 'D01',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: van elk datalek met risico het moment van kennis en dat van de melding.',
    en: 'Needed: of every breach with risk the moment of awareness and that of the report.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p51: UncheckedPromise<'P51'> = {
  id: 'P51',
  owner: 'suppliers',
  needs: {
    nl: 'Nodig: van elk datalek de melding van de partij die voor ons werkt, en de meldplicht in haar overeenkomst.',
    en: 'Needed: of every breach the report of the party that works for us, and the duty to report in its agreement.',
  },
};

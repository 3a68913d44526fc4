import type { UncheckedPromise } from './check.ts';

export const p34: UncheckedPromise<'P34'> = {
  id: 'P34',
  owner: 'personnel',
  needs: {
    nl: 'Nodig: van elke medewerker een voldoende voor de toets in de afgelopen twaalf maanden.',
    en: 'Needed: of every employee a pass of the test in the past twelve months.',
  },
};

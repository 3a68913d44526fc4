import type { UncheckedPromise } from './check.ts';

export const p47: UncheckedPromise<'P47'> = {
  id: 'P47',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: van elk datalek het besluit over de betrokkenen en het bericht dat zij kregen.',
    en: 'Needed: of every breach the decision about the people and the notice they got.',
  },
};

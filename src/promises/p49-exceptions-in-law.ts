import type { UncheckedPromise } from './check.ts';

export const p49: UncheckedPromise<'P49'> = {
  id: 'P49',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: van elk datalek zonder bericht de reden uit artikel 34 lid 3.',
    en: 'Needed: of every breach without a notice the reason from article 34(3).',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p10: UncheckedPromise<'P10'> = {
  id: 'P10',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: per persoon de overeenkomst of offerte waarop het gebruik rust.',
    en: 'Needed: for each person the contract or quote on which the use rests.',
  },
};

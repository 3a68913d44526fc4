import type { UncheckedPromise } from './check.ts';

export const p14: UncheckedPromise<'P14'> = {
  id: 'P14',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: bij elk reclamebericht de beslissing vooraf dat het mocht.',
    en: 'Needed: with every advertising message the decision beforehand that it was allowed.',
  },
};

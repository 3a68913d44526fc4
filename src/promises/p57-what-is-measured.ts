import type { UncheckedPromise } from './check.ts';

export const p57: UncheckedPromise<'P57'> = {
  id: 'P57',
  owner: 'website',
  needs: {
    nl: 'Nodig: een opname van wat de meetcode op de website meet.',
    en: 'Needed: a recording of what the measuring code on the website measures.',
  },
};

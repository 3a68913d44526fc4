import type { UncheckedPromise } from './check.ts';

export const p60: UncheckedPromise<'P60'> = {
  id: 'P60',
  owner: 'website',
  needs: {
    nl: 'Nodig: een opname van wat de pagina’s naar anderen sturen.',
    en: 'Needed: a recording of what the pages send to others.',
  },
};

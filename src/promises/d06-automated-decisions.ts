import type { UncheckedPromise } from './check.ts';

export const d06: UncheckedPromise<'D06'> = {
  id: 'D06',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: een lijst van besluiten die een computer neemt, en wie daarin meekijkt.',
    en: 'Needed: a list of decisions that a computer takes, and who looks along.',
  },
};

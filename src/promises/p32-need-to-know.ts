import type { UncheckedPromise } from './check.ts';

export const p32: UncheckedPromise<'P32'> = {
  id: 'P32',
  owner: 'security',
  needs: {
    nl: 'Nodig: wie waarbij kan en wanneer dat voor het laatst is gebruikt, uit de systemen zelf.',
    en: 'Needed: who can reach what and when that was last used, from the systems themselves.',
  },
};

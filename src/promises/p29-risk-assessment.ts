import type { UncheckedPromise } from './check.ts';

export const p29: UncheckedPromise<'P29'> = {
  id: 'P29',
  owner: 'security',
  needs: {
    nl: 'Nodig: een getekende risicobeoordeling van het afgelopen jaar.',
    en: 'Needed: a signed risk assessment of the past year.',
  },
};

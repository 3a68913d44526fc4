import type { UncheckedPromise } from './check.ts';

export const p28: UncheckedPromise<'P28'> = {
  id: 'P28',
  owner: 'security',
  needs: {
    nl: 'Nodig: een lijst van maatregelen met eigenaar, en hoe vaak en wanneer elk is gecontroleerd.',
    en: 'Needed: a list of measures with an owner, and how often and when each was checked.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p02: UncheckedPromise<'P02'> = {
  id: 'P02',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: bij elk gegeven vastleggen waar het vandaan komt, en tellen waar dat ontbreekt.',
    en: 'Needed: recording for every item of data where it came from, and counting where that is missing.',
  },
};

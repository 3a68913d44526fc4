import type { UncheckedPromise } from './check.ts';

/**
 * The policy names the source of a group of people in words, and of a column whether somebody gave it or it was observed. Neither
 * says of one row by which way it came in, so that no count of what is missing can be made of it.
 */
export const p02: UncheckedPromise<'P02'> = {
  id: 'P02',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: bij elke regel vastleggen waar zij vandaan komt, en tellen waar dat ontbreekt. Het beleid noemt de bron alleen voor een hele groep mensen.',
    en: 'Needed: recording with every row where it came from, and counting where that is missing. The policy names the source of a whole group of people only.',
  },
};

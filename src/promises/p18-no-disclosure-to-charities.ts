import type { UncheckedPromise } from './check.ts';

export const p18: UncheckedPromise<'P18'> = {
  id: 'P18',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: een register van verstrekkingen, met bij elk goed doel de toestemming.',
    en: 'Needed: a register of disclosures, with the consent for each charity.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p17: UncheckedPromise<'P17'> = {
  id: 'P17',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: een register van verstrekkingen, met bij elke commerciële de toestemming die de ontvanger noemt.',
    en: 'Needed: a register of disclosures, with for each commercial one the consent that names the recipient.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p20: UncheckedPromise<'P20'> = {
  id: 'P20',
  owner: 'suppliers',
  needs: {
    nl: 'Nodig: de adressen waar gegevens werkelijk heen gaan, vergeleken met het register van ontvangers.',
    en: 'Needed: the addresses to which data really go, held against the register of recipients.',
  },
};

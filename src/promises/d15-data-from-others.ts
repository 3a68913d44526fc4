import type { UncheckedPromise } from './check.ts';

export const d15: UncheckedPromise<'D15'> = {
  id: 'D15',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: van elk gegeven dat een ander gaf de dag van ontvangst en die van het bericht.',
    en: 'Needed: of every item given by somebody else the day of receipt and that of the notice.',
  },
};

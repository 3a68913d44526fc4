import type { UncheckedPromise } from './check.ts';

export const p21: UncheckedPromise<'P21'> = {
  id: 'P21',
  owner: 'suppliers',
  needs: {
    nl: 'Nodig: een vastgelegde beoordeling van de rol van elke partij die bij gegevens kan.',
    en: 'Needed: a recorded assessment of the role of every party that can reach data.',
  },
};

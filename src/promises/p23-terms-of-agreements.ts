import type { UncheckedPromise } from './check.ts';

export const p23: UncheckedPromise<'P23'> = {
  id: 'P23',
  owner: 'suppliers',
  needs: {
    nl: 'Nodig: van elke overeenkomst een ingevulde lijst van de afspraken uit artikel 28 lid 3.',
    en: 'Needed: for each agreement a completed list of the clauses of article 28(3).',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p03: UncheckedPromise<'P03'> = {
  id: 'P03',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: per dienst een lijst van gegevens die daarbij horen, en een telling van wat daarbuiten valt.',
    en: 'Needed: for each service a list of the data that belong to it, and a count of what falls outside it.',
  },
};

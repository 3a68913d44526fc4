import type { UncheckedPromise } from './check.ts';

export const p07: UncheckedPromise<'P07'> = {
  id: 'P07',
  owner: 'website',
  needs: {
    nl: 'Nodig: de instellingen van de webserver en de meetcode, vergeleken met de lijst in de verklaring.',
    en: 'Needed: the settings of the web server and the measuring code, held against the list in the statement.',
  },
};

import type { UncheckedPromise } from './check.ts';

export const p19: UncheckedPromise<'P19'> = {
  id: 'P19',
  owner: 'marketing',
  needs: {
    nl: 'Nodig: elke toestemming met de tekst van toen, en een vergelijking van geven met intrekken.',
    en: 'Needed: every consent with its text of that day, and a comparison of giving with withdrawing.',
  },
};

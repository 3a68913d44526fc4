import type { UncheckedPromise } from './check.ts';

export const d16: UncheckedPromise<'D16'> = {
  id: 'D16',
  owner: 'privacy',
  needs: {
    nl: 'Nodig: van elke vraag van de toezichthouder de dag van ontvangst en die van het antwoord.',
    en: 'Needed: of every question of the authority the day of receipt and that of the answer.',
  },
};

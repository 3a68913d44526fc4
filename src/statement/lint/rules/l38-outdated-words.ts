import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const outdatedWords: TextRule = {
  id: 'L38',
  severity: 'info',
  kind: 'stale',
  law: '4(2), 4(8)',
  what: {
    nl: 'Er staan woorden, wetten of toezichthouders van vóór de AVG in.',
    en: 'There are words, laws or authorities from before the GDPR.',
  },
  advice: {
    nl: '"Bewerken/bewerker" is Wbp-taal; gebruik "verwerken/verwerker", de AVG en de Autoriteit Persoonsgegevens.',
    en: 'Use the words of today: processor, GDPR, and the present name of the authority.',
  },
  judge: (text) => faultsAt(text.hits('outdated-words')),
};

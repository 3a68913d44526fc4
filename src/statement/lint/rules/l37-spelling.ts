import type { TextRule } from '../lint-rule.ts';
import { spellingFaults } from '../spelling.ts';

export const spelling: TextRule = {
  id: 'L37',
  severity: 'info',
  kind: 'readability',
  law: '12(1)',
  what: {
    nl: 'Er staan taalfouten in.',
    en: 'There are errors of spelling or grammar.',
  },
  advice: {
    nl: 'Verbeter de taalfouten.',
    en: 'Correct the spelling or grammar.',
  },
  judge: (text) => spellingFaults(text.document),
};

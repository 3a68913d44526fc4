import type { TextRule } from '../lint-rule.ts';
import { sentenceLengths } from '../sentence-lengths.ts';

export const readability: TextRule = {
  id: 'L49',
  severity: 'warning',
  kind: 'readability',
  law: '12(1)',
  what: {
    nl: 'De zinnen zijn lang.',
    en: 'The sentences are long.',
  },
  advice: {
    nl: 'Schrijf zinnen van gemiddeld hoogstens 20 woorden, en niet meer dan een kwart boven 25.',
    en: 'Write sentences of 20 words at most on average, and no more than a quarter over 25.',
  },
  judge: ({ document }) => {
    const { average, longShare } = sentenceLengths(document);
    if (average <= 20 && longShare <= 0.25) return [];
    const share = Math.round(longShare * 100);
    return [{ sentence: null, start: 0, detail: `${average.toFixed(1)} · > 25: ${share} %` }];
  },
};

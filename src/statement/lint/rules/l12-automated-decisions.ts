import type { TextRule } from '../lint-rule.ts';

export const automatedDecisions: TextRule = {
  id: 'L12',
  severity: 'warning',
  kind: 'missing',
  law: '13(2)(f), 22',
  what: {
    nl: 'Er staat niet of er geautomatiseerde besluiten of profielen zijn.',
    en: 'It is not said whether decisions are automated or people are profiled.',
  },
  advice: {
    nl: 'Zeg of er geautomatiseerde besluiten of profilering zijn (ook als het antwoord nee is).',
    en: 'Say whether there is automated decision-making or profiling, also when the answer is no.',
  },
  judge: (text) => (text.says('automated-told', 'no-automated-decisions') ? [] : text.missing()),
};

import type { TextRule } from '../lint-rule.ts';

export const requestTerm: TextRule = {
  id: 'L33',
  severity: 'warning',
  kind: 'missing',
  law: '12(3)',
  what: {
    nl: 'Er is geen termijn voor het antwoord op een verzoek.',
    en: 'There is no term for answering requests.',
  },
  advice: {
    nl: 'Noem de termijn: uiterlijk één maand, eventueel twee maanden verlenging met bericht.',
    en: 'State the term: one month at most, with two months of extension when you say so.',
  },
  judge: (text) => (text.says('request-term') ? [] : text.missing('access', 'erase')),
};

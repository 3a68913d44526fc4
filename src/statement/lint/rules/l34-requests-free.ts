import type { TextRule } from '../lint-rule.ts';

export const requestsFree: TextRule = {
  id: 'L34',
  severity: 'info',
  kind: 'missing',
  law: '12(5)',
  what: {
    nl: 'Er staat niet dat een verzoek niets kost.',
    en: 'It is not said that requests are free.',
  },
  advice: {
    nl: 'Zeg dat verzoeken kosteloos zijn.',
    en: 'Say that requests are free of charge.',
  },
  judge: (text) =>
    text.hitsWithout('request-free', 'free-elsewhere').length > 0 &&
    text.hitsWithout('request-fee', 'fee-when-excessive').length === 0
      ? []
      : text.missing('request-fee', 'access'),
};

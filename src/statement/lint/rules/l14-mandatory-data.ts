import type { TextRule } from '../lint-rule.ts';

export const mandatoryData: TextRule = {
  id: 'L14',
  severity: 'warning',
  kind: 'missing',
  law: '13(2)(e)',
  what: {
    nl: 'Er staat niet welke gegevens verplicht zijn en wat er gebeurt als iemand ze niet geeft.',
    en: 'It is not said which data must be given, and what happens otherwise.',
  },
  advice: {
    nl: 'Zeg welke gegevens verplicht zijn en wat er gebeurt als iemand ze niet geeft.',
    en: 'Say which data are mandatory and what follows when they are not given.',
  },
  judge: (text) =>
    text.hitsWithout('must-give', 'must-give-aside').length > 0 ? [] : text.missing('name-or-address'),
};

import type { TextRule } from '../lint-rule.ts';

export const minors: TextRule = {
  id: 'L41',
  severity: 'info',
  kind: 'missing',
  law: '8, 12(1); UAVG 5',
  what: {
    nl: 'Er staat niets over minderjarigen.',
    en: 'There is no word on minors.',
  },
  advice: {
    nl: 'Zeg of de dienst voor jongeren (< 16) bedoeld is.',
    en: 'State your position on minors.',
  },
  judge: (text) => (text.says('minors') ? [] : text.missing()),
};

import type { TextRule } from '../lint-rule.ts';

export const restriction: TextRule = {
  id: 'L08',
  severity: 'error',
  kind: 'missing',
  law: '13(2)(b), 18',
  what: {
    nl: 'Het recht op beperking van de verwerking ontbreekt.',
    en: 'The right to restriction of processing is missing.',
  },
  advice: {
    nl: 'Voeg het recht op beperking van de verwerking toe.',
    en: 'Add the right to restriction.',
  },
  judge: (text) =>
    text.hitsWithout('restriction', 'self-restraint').length > 0
      ? []
      : text.missing('access', 'erase', 'rectify'),
};

import type { TextRule } from '../lint-rule.ts';

export const interestNamed: TextRule = {
  id: 'L06',
  severity: 'error',
  kind: 'missing',
  law: '13(1)(d), 6(1)(f)',
  what: {
    nl: 'Er wordt een gerechtvaardigd belang gebruikt, of geen grondslag genoemd, zonder te zeggen welk belang.',
    en: 'Legitimate interests are relied on, or no basis is given, and no interest is named.',
  },
  advice: {
    nl: 'Benoem het gerechtvaardigd belang per doel (en dat er is afgewogen).',
    en: 'State the legitimate interest for each purpose (and that it was weighed).',
  },
  judge: (text) => {
    const relied = text.says('basis-interest') || text.vagueBases || !text.tiesPurposesToBases;
    return !relied || text.hitsWithout('interest-named', 'interest-in-itself').length > 0
      ? []
      : text.missing('basis-interest', 'basis-hedged');
  },
};

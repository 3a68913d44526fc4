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
    const named =
      text.hitsWithout('interest-named', 'interest-in-itself').length > 0 ||
      text.hits('basis-interest').some(({ sentence }) => explained.test(sentence.text));
    return !relied || named ? [] : text.missing('basis-interest', 'basis-hedged');
  },
};

/** The reason that follows says which interest it is: "we have an interest in that: without a list there is no visiting". */
const explained =
  /\b(?:belang|interests?)\b(?:(?!,? (?:or|of|dan wel)\b)[^.:;]){0,30}(?::|\s[–—]|,? (?:namelijk|want|omdat|doordat|because|namely|since)\b) ?(?!\s*(?:wij|we|u|you) (?:verwerken|gebruiken|process|use))\S.{20,}/iu;

import type { TextRule } from '../lint-rule.ts';

export const withdrawal: TextRule = {
  id: 'L09',
  severity: 'error',
  kind: 'missing',
  law: '13(2)(c), 7(3)',
  what: {
    nl: 'Er wordt toestemming gebruikt, maar niet gezegd dat die kan worden ingetrokken.',
    en: 'Consent is used, and it is not said that it can be withdrawn.',
  },
  advice: {
    nl: 'Vermeld dat toestemming altijd en even eenvoudig kan worden ingetrokken.',
    en: 'State that consent can be withdrawn at any time, as easily as it was given.',
  },
  judge: (text) => {
    const used = ways.some((way) => text.hitsWithout(way, 'no-consent-used').length > 0);
    return !used || text.hitsWithout('withdraw', 'no-withdrawal').length > 0
      ? []
      : text.missing('basis-consent', 'explicit-consent', 'browse-consent');
  },
};

const ways = [
  'basis-consent',
  'explicit-consent',
  'marketing-consent',
  'browse-consent',
  'tracker-consent',
  'asks-consent',
] as const;

import type { TextRule } from '../lint-rule.ts';

export const portabilityScope: TextRule = {
  id: 'L35',
  severity: 'warning',
  kind: 'missing',
  law: '20(1)-(2)',
  what: {
    nl: 'Overdraagbaarheid ontbreekt, of staat er zonder haar voorwaarden.',
    en: 'Portability is missing, or stands there without its scope.',
  },
  advice: {
    nl: 'Overdracht geldt voor verstrekte gegevens op basis van toestemming of overeenkomst; direct naar een ander als dat technisch kan.',
    en: 'Portability covers data provided under consent or contract; directly to another party where technically feasible.',
  },
  judge: (text) => {
    // What is said of consent, contracts or systems elsewhere says nothing of this right.
    const offers = [...text.hits('portability'), ...text.hits('send-elsewhere')];
    const offered = new Set(offers.map(({ sentence }) => sentence.section));
    const scoped = [...text.hits('portability-scope'), ...text.hits('portability-feasible')];
    return scoped.some(({ sentence }) => offered.has(sentence.section) && !ofOther.test(sentence.text))
      ? []
      : text.missing('portability', 'access');
  },
};

/** A new agreement, or what one changes oneself in a system, is another matter. */
const ofOther =
  /nieuwe? (?:overeenkomst|contract)|new (?:agreement|contract)|(?:adres|gegevens) (?:zelf )?(?:wijzigen|aanpassen)|(?:change|correct|update) your (?:\p{L}+ )?(?:address|details)/iu;

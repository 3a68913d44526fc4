import type { TextRule } from '../lint-rule.ts';

export const electronicMarketing: TextRule = {
  id: 'L19',
  severity: 'error',
  kind: 'missing',
  law: 'Tw 11.7',
  what: {
    nl: 'Er komt reclame per e-mail of bericht, zonder te zeggen dat daar toestemming voor nodig is of dat het om eigen soortgelijke producten gaat.',
    en: 'Electronic marketing is announced without saying that it needs consent or is about own similar products for customers.',
  },
  advice: {
    nl: 'Leg uit wanneer u mailt: met toestemming, of als klant over eigen soortgelijke producten met afmeldmogelijkheid.',
    en: 'Explain when you mail: with consent, or to customers about similar products of your own, with a way to opt out.',
  },
  judge: (text) =>
    !text.hasMarketing ||
    // A yes to photographs is none to advertising, and what follows from being a customer asks for no yes.
    text.hitsWithout('marketing-consent', 'about-pictures', 'marketing-follows').length > 0 ||
    text.hitsWithout('marketing-own-customers', 'others-wares').length > 0
      ? []
      : text.missing('marketing'),
};

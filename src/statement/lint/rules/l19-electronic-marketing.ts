import type { Hit } from '../../concepts/text-search.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';

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
  judge: (text) => {
    if (!text.hasMarketing) return [];
    // A yes to photographs is none to advertising, and what follows from being a customer asks for no yes.
    const asked = text.hitsWithout('marketing-consent', 'about-pictures', 'marketing-follows').length > 0;
    const own = text.hitsWithout('marketing-own-customers', 'others-wares').length > 0;
    return asked || own ? faultsAt(mailsForOthers(text)) : text.missing('marketing');
  },
};

/** Mail about what others sell is not about own products: that asks for a yes of its own, whatever is said of the rest. */
function mailsForOthers(text: LintedText): readonly Hit[] {
  return text
    .hitsWithout('others-mailed', 'marketing-consent', 'basis-consent', 'no-marketing')
    .filter(({ sentence }) => sentence.kind !== 'lead');
}

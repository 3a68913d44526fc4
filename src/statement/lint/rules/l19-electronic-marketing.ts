import type { Hit } from '../../concepts/text-search.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';
import { marketingUnasked, tellsOwnWares } from '../marketing-unasked.ts';

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
    const byPostAlone = text.marketingSent.every((hit) => !notByPostAlone(hit));
    if (!text.hasMarketing || (byPostAlone && text.marketingFollows.length === 0)) return [];
    const unasked = marketingUnasked(text);
    if (unasked.length > 0) return unasked;
    // Customers may be written to about own wares: that it comes with being one is for another rule.
    const follows = tellsOwnWares(text) ? [] : text.marketingFollows.filter(notByPostAlone);
    return faultsAt([...follows, ...mailsForOthers(text)]);
  },
};

function notByPostAlone({ sentence: { text } }: Hit): boolean {
  return !/\bpost(?:ed|al)?\b|brievenbus|letterbox/iu.test(text) || /mail|sms|app|text/iu.test(text);
}

/** Mail about what others sell is not about own products: that asks for a yes of its own, whatever is said of the rest. */
function mailsForOthers(text: LintedText): readonly Hit[] {
  return text
    .hitsWithout('others-mailed', 'marketing-consent', 'basis-consent', 'no-marketing')
    .filter(({ sentence }) => sentence.kind !== 'lead');
}

import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const trackerConsent: TextRule = {
  id: 'L21',
  severity: 'error',
  kind: 'missing',
  law: 'Tw 11.7a',
  what: {
    nl: 'Er zijn cookies of trackers, en toestemming voor wat niet nodig is ontbreekt of volgt uit het gebruik van de site.',
    en: 'There are cookies or trackers, and consent for the unnecessary ones is not told, or is taken from using the site.',
  },
  advice: {
    nl: 'Voeg een cookieparagraaf toe en laad trackers pas na toestemming.',
    en: 'Add a paragraph on cookies and load trackers only after consent.',
  },
  judge: (text) => {
    const presumed = faultsAt(text.hits('browse-consent'));
    if (
      presumed.length > 0 &&
      (text.says('trackers') || presumed.some(({ sentence }) => /cookie/iu.test(sentence?.text ?? '')))
    )
      return presumed;
    const told =
      text.says('cookie-statement') ||
      text.hitsWithout('tracker-consent', 'consent-elsewhere').length > 0 ||
      text.hitsWithout('cookie-choice', 'consent-elsewhere').length > 0;
    // Counting of its own, beside the word that no other cookies are set, is no tracker.
    const trackers = text
      .hitsWithout('trackers', 'no-trackers', 'functional-cookie')
      .filter(({ sentence }) => !text.says('no-trackers') || thirdParty.test(sentence.text));
    return trackers.length === 0 || told ? [] : text.missingAt(...trackers);
  },
};

const thirdParty = /google|facebook|meta\b|linkedin|tiktok|hotjar|pixel|analytics|advert/iu;

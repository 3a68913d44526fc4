import type { TextRule } from '../lint-rule.ts';
import { advertisingPost, sellingCalls } from '../marketing-sent.ts';

export const marketingObjection: TextRule = {
  id: 'L20',
  severity: 'error',
  kind: 'missing',
  law: '21(2)-(4)',
  what: {
    nl: 'Er is reclame, en geen bezwaar daartegen en geen manier om zich af te melden.',
    en: 'There is marketing, and neither objection to it nor a way to unsubscribe.',
  },
  advice: {
    nl: 'Noem het absolute recht van bezwaar tegen direct marketing apart en opvallend, met afmeldweg.',
    en: 'Present the absolute objection to direct marketing clearly and separately, with a way out.',
  },
  judge: (text) => {
    const sent = [
      ...text.marketingSent,
      ...text.marketingFollows,
      ...sellingCalls(text),
      ...advertisingPost(text),
    ];
    const wayOut = (['marketing-objection', 'marketing-stops'] as const).some(
      (concept) => text.hitsWithout(concept, 'about-pictures', 'consent-to-else', 'rights-listed').length > 0,
    );
    return sent.length > 0 && !wayOut ? text.missingAt(...sent) : [];
  },
};

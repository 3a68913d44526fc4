import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const marketingCalls: TextRule = {
  id: 'L44',
  severity: 'warning',
  kind: 'misleading',
  law: 'Tw 11.7',
  what: {
    nl: 'Er kan voor reclame worden gebeld zonder toestemming.',
    en: 'People may be called for marketing without consent.',
  },
  advice: {
    nl: 'Bellen voor reclame mag bij consumenten alleen nog met toestemming, ook bij klanten.',
    en: 'Marketing calls to consumers need consent, also to customers.',
  },
  judge: (text) => {
    const calls = faultsAt(text.hits('marketing-phone').filter(({ sentence }) => sentence.kind !== 'lead'));
    const channelOpen = text.hasMarketing && !text.says('marketing-channel') && text.says('phone-data');
    return calls.length > 0 || !channelOpen ? calls : faultsAt(text.hits('phone-data').slice(0, 1));
  },
};

import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const trackersMadeSmall: TextRule = {
  id: 'L23',
  severity: 'warning',
  kind: 'misleading',
  law: '5(1)(a)',
  what: {
    nl: 'Wat trackers of hun makers ontvangen, wordt klein gemaakt.',
    en: 'What trackers or their makers receive is made small.',
  },
  advice: {
    nl: '"Slechts beperkt" of "anoniem" is misleidend: tags sturen ook cookie-id’s, pagina-adressen en apparaatgegevens.',
    en: '"Only limited" or "anonymous" is misleading; tags send cookie ids, page addresses and device data too.',
  },
  judge: (text) => faultsAt(text.hits('made-small')),
};

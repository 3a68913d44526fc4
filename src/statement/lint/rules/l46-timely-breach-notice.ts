import type { Sentence } from '../../reading/document.ts';
import { noticesToPeople, toldToPeople } from '../breach-notices.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt } from '../linted-text.ts';

export const timelyBreachNotice: TextRule = {
  id: 'L46',
  severity: 'info',
  kind: 'advice',
  law: '34',
  what: {
    nl: 'Er is een tijdig bericht bij een datalek beloofd.',
    en: 'People are promised timely notice of a breach.',
  },
  advice: {
    nl: 'Een goede belofte; koppel haar aan een aantoonbare klok (P47, P50).',
    en: 'A good promise; link it to a provable clock (P47, P50).',
  },
  judge: (text) =>
    faultsAt(
      noticesToPeople(text).filter(
        ({ sentence }) =>
          text.saysInWords('breach-timely', sentence, toldToPeople(sentence.text)) &&
          !text.saysIn('agreement-content', sentence) &&
          !isBound(sentence),
      ),
    ),
};

/** Whether the sentence is bound to the promise of notice, and so to its clock. */
function isBound({ promiseIds }: Sentence): boolean {
  return promiseIds.includes('P47') || promiseIds.includes('P50');
}

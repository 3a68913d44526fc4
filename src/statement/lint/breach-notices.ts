import type { Hit } from '../concepts/text-search.ts';
import type { LintedText } from './linted-text.ts';

/** Sentences by which people are told of a breach: one about the authority alone tells them nothing. */
export function noticesToPeople(text: LintedText): readonly Hit[] {
  return text
    .hitsWithout('breach-notice', 'reader-reports', 'access', 'erase')
    .filter(
      ({ sentence }) =>
        !text.saysIn('authority-told', sentence) || people.test(sentence.text.replace(whoseRisk, ' ')),
    );
}

/** "Unless a risk to individuals is unlikely" tells nobody anything. */
const whoseRisk =
  /\brisi?(?:k|co)\p{L}* (?:to|for|voor) (?:the )?(?:rights of |rechten van )?\p{L}+|\b(?:puts?|putting|placing|places) \p{L}+ (?:at|in) (?:high |serious |a )?(?:risk|danger)|\p{L}+ (?:in gevaar|een (?:hoog )?risico) (?:brengt|brengen|loopt|lopen)/giu;

const people =
  /(?<!\p{L})(?:u|uw|je|jou|jij|jullie|ons? (?:klanten|leden)|betrokkenen?|mensen|personen|klanten|leden|you|your|those|people|persons|individuals|members|customers|clients|subjects?|everyone|whoever|anyone|parents|families|pupils|students|donors|volunteers|patients|guests|tenants|residents|supporters|iedereen|wie|ouders|gezinnen|leerlingen|donateurs|pati[eë]nten|gasten|huurders|bewoners)(?!\p{L})/iu;

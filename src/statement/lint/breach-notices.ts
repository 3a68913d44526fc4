import type { Hit } from '../concepts/text-search.ts';
import type { LintedText } from './linted-text.ts';

/** Sentences by which people are told of a breach: one about the authority alone tells them nothing. */
export function noticesToPeople(text: LintedText): readonly Hit[] {
  return text
    .hitsWithout('breach-notice', 'reader-reports')
    .filter(({ sentence }) => !text.saysIn('authority-told', sentence) || people.test(sentence.text));
}

const people =
  /(?<!\p{L})(?:u|uw|je|jou|jij|jullie|ons? (?:klanten|leden)|betrokkenen?|mensen|personen|klanten|leden|you|your|those|people|persons|individuals|members|customers|clients|subjects?)(?!\p{L})/iu;

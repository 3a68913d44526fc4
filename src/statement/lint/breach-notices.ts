import type { Hit } from '../concepts/text-search.ts';
import type { LintedText } from './linted-text.ts';

/** Sentences by which people are told of a breach: one about the authority alone tells them nothing. */
export function noticesToPeople(text: LintedText): readonly Hit[] {
  return text
    .hitsWithout('breach-notice', 'reader-reports', 'access', 'erase')
    .filter(
      ({ sentence }) =>
        !text.saysIn('authority-told', sentence) || speaksToPeople(sentence.text.replace(whoseRisk, ' ')),
    );
}

/**
 * What a sentence says of telling people, without its clauses in which only somebody else is told: "the authority within 72
 * hours" is no term for those whose data leaked, nor is "serious incidents to the authority" their threshold.
 */
export function toldToPeople(text: string): string {
  const clauses = clausesOf(text);
  const own = clauses.filter((clause) => speaksToPeople(clause) || !somebodyElse.test(clause));
  return own.length === 0 ? text : own.join(', ');
}

/** Two recipients of one notice are no two clauses: "we inform the authority and you". */
function clausesOf(text: string): readonly string[] {
  const clauses: string[] = [];
  for (const part of text.split(border)) {
    const last = clauses.pop();
    if (last === undefined) clauses.push(part);
    else if (part.trim().split(/\s+/).length <= 2) clauses.push(`${last} ${part}`);
    else clauses.push(last, part);
  }
  return clauses;
}

const border =
  /[,;:–—]\s+(?:(?:and|but|en|maar)\s+)?|\s+(?:and|but|while|whereas|who|so that|en|maar|terwijl|zodat|waarna)\s+/iu;

const somebodyElse =
  /autoriteit|toezichthouder|\bAP\b|authorit|regulator|commission|supervis|\bICO\b|\bDPC\b|officer|functionaris|(?:help|service) ?desk|(?:to|aan|bij|tells?|informs?|notif\p{L}+) (?:us|ons|our|onze)(?!\p{L})/iu;

function speaksToPeople(text: string): boolean {
  return people.test(text.replace(whoseData, ' '));
}

/** "Your data" is said to nobody. */
const whoseData =
  /(?<!\p{L})(?:your|uw|jouw|je|people’s|people's) (?:\p{L}+ )?(?:data|details|information|privacy|rights|account|persoonsgegevens|gegevens|rechten)(?!\p{L})/giu;

/** "Unless a risk to individuals is unlikely" tells nobody anything. */
const whoseRisk =
  /\brisi?(?:k|co)\p{L}* (?:to|for|voor) (?:the )?(?:rights of |rechten van )?\p{L}+|\b(?:puts?|putting|placing|places) \p{L}+ (?:at|in) (?:high |serious |a )?(?:risk|danger)|\p{L}+ (?:in gevaar|een (?:hoog )?risico) (?:brengt|brengen|loopt|lopen)/giu;

const people =
  /(?<!\p{L})(?:u|uw|je|jou|jij|jullie|ons? (?:klanten|leden)|betrokkenen?|mensen|personen|klanten|leden|you|your|those|people|persons|individuals|members|customers|clients|subjects?|everyone|whoever|anyone|parents|families|pupils|students|donors|volunteers|patients|guests|tenants|residents|supporters|iedereen|wie|ouders|gezinnen|leerlingen|donateurs|pati[eë]nten|gasten|huurders|bewoners)(?!\p{L})/iu;

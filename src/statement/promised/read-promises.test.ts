import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/language.ts';
import type { PromiseId } from '../../law/promises.ts';
import { TextSearch } from '../concepts/text-search.ts';
import { readDocument } from '../reading/read-document.ts';
import { readPromise } from './read-promises.ts';

const filler: Readonly<Record<Language, string>> = {
  nl: 'Dit is een tekst die wij voor u hebben geschreven en die niet over iets gaat.',
  en: 'This is a text that we wrote for you and that is not about any of it.',
};

function made(id: PromiseId, language: Language, sentence: string) {
  const source = `# T\n\n${filler[language]}\n\n## Q\n\n${sentence}\n`;
  return readPromise(id, new TextSearch(readDocument({ file: 'a.md', source }, 'md')));
}

describe('what looks like a promise and is another matter', () => {
  it.each<[PromiseId, Language, string]>([
    ['P12', 'nl', 'U krijgt binnen een maand antwoord op uw vraag.'],
    ['P12', 'en', 'We will keep you informed of changes to this notice.'],
    ['P12', 'nl', 'Wij nemen contact met u op om vast te stellen wie u bent.'],
    ['P14', 'nl', 'Onze website plaatst bij binnenkomst meteen analytische cookies en marketingcookies.'],
    ['P19', 'en', 'You agree to the written quotation before we start.'],
    ['P31', 'en', 'We handle information about third parties confidentially.'],
    ['P46', 'en', 'When you move, we send your file to our new office.'],
    ['P19', 'nl', 'Onze leverancier mag alleen met onze schriftelijke toestemming een ander inschakelen.'],
    ['P19', 'en', 'If you consent, we send you news about specific courses.'],
    ['P22', 'en', 'The rental agreement is stored by our processor.'],
    ['P28', 'en', 'We ask about injuries so that you can train safely.'],
    ['P39', 'en', 'We explain why we need each item below.'],
    ['P57', 'nl', 'In het zwembad tellen wij het aantal bezoekers.'],
    ['P28', 'nl', 'Wij vragen naar uw gezondheid, zodat wij veilig kunnen lesgeven.'],
    ['P31', 'en', 'We treat your data confidentially and do not pass it on to third parties.'],
    ['P35', 'nl', 'Hebt u vragen over de beveiliging van uw woning, bel ons.'],
    ['P36', 'nl', 'Ook vragen wij een kopie van uw identiteitsbewijs.'],
    ['P40', 'nl', 'Stopt u, dan wissen wij na een maand al uw gegevens.'],
    ['P46', 'en', 'We treat your data confidentially and do not pass it on to third parties.'],
    ['P57', 'nl', 'Onze website wordt beheerd door een bureau dat de gegevens kan zien.'],
    ['P57', 'en', 'We keep statistics about the number of visits to our food bank.'],
  ])('%s is not made by %s: %s', (id, language, sentence) => {
    expect(made(id, language, sentence)).toEqual([]);
  });

  it.each<[PromiseId, Language, string]>([
    ['P12', 'nl', 'Met uw nummer kunnen wij u waarschuwen bij ziekte van uw kind.'],
    ['P12', 'en', 'We use your phone number to call you when your car is ready.'],
    ['P13', 'en', 'Fines and tolls are charged to your card.'],
    ['P26', 'nl', "Is de klus klaar en betaald, dan verwijderen we de foto's van uw woning."],
    ['P26', 'en', 'We drop your details when your registration with us ends.'],
    ['P13', 'nl', 'Wij gebruiken uw rekeningnummer om uw borg terug te betalen.'],
    ['P31', 'en', 'Outside trainers agree in writing to keep client details secret.'],
    ['P32', 'nl', 'Medische gegevens ziet alleen de zwemdocent.'],
    ['P39', 'en', 'We cannot always do what you ask.'],
    ['P31', 'nl', 'Onze boekhouder heeft een geheimhoudingsplicht.'],
    ['P36', 'nl', 'U mag ons om een kopie van uw gegevens vragen.'],
    ['P39', 'en', 'Some rights do not apply in every case.'],
    ['P40', 'en', 'You may ask us which details about you we keep.'],
    ['P57', 'nl', 'Wij tellen hoeveel mensen onze website bezoeken.'],
  ])('%s is made by %s: %s', (id, language, sentence) => {
    expect(made(id, language, sentence)).toHaveLength(1);
  });
});

describe('the period of a promise', () => {
  const both =
    'Wij bewaren uw gegevens tot twee jaar na uw laatste les, en facturen zeven jaar vanwege artikel 52 AWR.';

  it('is of the clause that makes it, where a sentence has two', () => {
    expect(made('P25', 'nl', both).map(({ figure }) => figure)).toEqual(['P2Y']);
    expect(made('P27', 'nl', both).map(({ figure }) => figure)).toEqual(['P7Y']);
    const reverse =
      'Tax law makes us keep invoices for six years, and we delete all other data after one year.';
    expect(made('P25', 'en', reverse).map(({ figure }) => figure)).toEqual(['P1Y']);
    expect(made('P27', 'en', reverse).map(({ figure }) => figure)).toEqual(['P6Y']);
  });
});

import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, list, paragraphs } from './letter.ts';

type Searched = 'access' | 'erasure';

interface Texts {
  readonly subjects: Readonly<Record<Searched, (reference: string) => string>>;
  readonly answers: Readonly<Record<Searched, string>>;
  readonly none: Readonly<Record<Searched, (name: string) => string>>;
  readonly erasedBefore: (date: string) => string;
  readonly searched: string;
  readonly otherIdentity: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subjects: {
      access: (reference) => `Wij hebben geen persoonsgegevens van u gevonden (${reference})`,
      erasure: (reference) => `Wij hebben geen persoonsgegevens van u gevonden om te wissen (${reference})`,
    },
    answers: {
      access:
        'U vroeg om inzage. Wij hebben gezocht met het e-mailadres waarop u deze mail ontvangt. In onze systemen vonden wij daarbij geen persoonsgegevens.',
      erasure:
        'U vroeg ons om uw persoonsgegevens te wissen. Wij hebben gezocht met het e-mailadres waarop u deze mail ontvangt. In onze systemen vonden wij daarbij geen persoonsgegevens.',
    },
    none: {
      access: (name) => `${name} verwerkt, buiten dit verzoek, geen gegevens van u onder dit adres.`,
      erasure: (name) => `${name} heeft dus niets hoeven wissen.`,
    },
    erasedBefore: (date) =>
      `Op ${date} beantwoordden wij voor dit e-mailadres al een verzoek om verwijdering. Moesten wij toen iets van de wet bewaren, zoals facturen, dan staat in de brief van die dag wat, waarom en tot wanneer. Met uw e-mailadres is dat niet meer op te zoeken.`,
    searched: 'Hier hebben wij gezocht:',
    otherIdentity:
      'Kent u een ander e-mailadres waaronder u bij ons bekend kunt zijn? Doe dan een nieuw verzoek met dat adres, dan zoeken wij opnieuw. Hebt u alleen een klantnummer, mail ons dat dan. Het kost u niets.',
  },
  en: {
    subjects: {
      access: (reference) => `We found no personal data of yours (${reference})`,
      erasure: (reference) => `We found no personal data of yours to erase (${reference})`,
    },
    answers: {
      access:
        'You asked for access. We searched with the e-mail address at which you receive this mail. In our systems we found no personal data with it.',
      erasure:
        'You asked us to erase your personal data. We searched with the e-mail address at which you receive this mail. In our systems we found no personal data with it.',
    },
    none: {
      access: (name) => `Apart from this request, ${name} processes no data of yours under this address.`,
      erasure: (name) => `So ${name} had nothing to erase.`,
    },
    erasedBefore: (date) =>
      `On ${date} we answered an earlier request for erasure for this e-mail address. If the law made us keep something then, such as invoices, the letter of that day says what, why and until when. It can no longer be found with your e-mail address.`,
    searched: 'This is where we searched:',
    otherIdentity:
      'Do you know another e-mail address under which we may know you? Then make a new request with it, and we will search again. If you only have a customer number, write to us with that. It costs you nothing.',
  },
};

/** "No" is an answer too: art. 15(1) asks for confirmation whether or not there are data. */
export function foundNothing(
  letter: LetterOf<'access-found-nothing' | 'erasure-found-nothing'>,
  context: LetterContext,
): LetterBody {
  const { language, reference, controller } = context;
  const text = texts[language];
  const request = letter.kind === 'access-found-nothing' ? 'access' : 'erasure';
  return {
    subject: text.subjects[request](reference),
    blocks: [
      ...paragraphs(
        text.answers[request],
        letter.erasedBefore === null
          ? text.none[request](controller.name)
          : text.erasedBefore(isoDateText(letter.erasedBefore, language)),
        text.searched,
      ),
      list(letter.searched.map((source) => source[language])),
      ...paragraphs(text.otherIdentity),
    ],
    outcome: true,
  };
}

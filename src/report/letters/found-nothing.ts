import type { Language } from '../../domain/language.ts';
import {
  type LetterBody,
  type LetterContext,
  type LetterOf,
  list,
  paragraphs,
  type RequestKind,
} from './letter.ts';

interface Texts {
  readonly subjects: Readonly<Record<RequestKind, (reference: string) => string>>;
  readonly answers: Readonly<Record<RequestKind, (name: string) => string>>;
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
      access: (name) =>
        `U vroeg om inzage. Wij hebben gezocht met het e-mailadres waarop u deze mail ontvangt. In onze systemen vonden wij daarbij geen persoonsgegevens: ${name} verwerkt er, buiten dit verzoek, geen van u.`,
      erasure: (name) =>
        `U vroeg ons om uw persoonsgegevens te wissen. Wij hebben gezocht met het e-mailadres waarop u deze mail ontvangt. In onze systemen vonden wij daarbij geen persoonsgegevens. ${name} heeft dus niets hoeven wissen.`,
    },
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
      access: (name) =>
        `You asked for access. We searched with the e-mail address at which you receive this mail. In our systems we found no personal data with it: apart from this request, ${name} processes none of yours.`,
      erasure: (name) =>
        `You asked us to erase your personal data. We searched with the e-mail address at which you receive this mail. In our systems we found no personal data with it, so ${name} had nothing to erase.`,
    },
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
      ...paragraphs(text.answers[request](controller.name), text.searched),
      list(letter.searched.map((source) => source[language])),
      ...paragraphs(text.otherIdentity),
    ],
    outcome: true,
  };
}

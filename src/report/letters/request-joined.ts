import type { JoinableKind } from '../../domain/case-file.ts';
import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly asked: Readonly<Record<JoinableKind, string>>;
  readonly before: (asked: string, facts: { readonly on: string; readonly first: FirstText }) => string;
  readonly answer: (first: FirstText) => string;
  readonly to: Readonly<Record<LetterOf<'request-joined'>['answerTo'], string>>;
  readonly wrong: string;
}

interface FirstText {
  readonly reference: string;
  readonly on: string;
  readonly by: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `U vroeg dit al eerder (${reference})`,
    asked: {
      access: 'om inzage',
      rectification: 'om verbetering',
      erasure: 'om verwijdering',
      portability: 'om uw gegevens mee te nemen',
    },
    before: (asked, { on, first }) =>
      `Op ${on} vroeg u ons ${asked}. Dat vroeg u ook al op ${first.on}, met kenmerk ${first.reference}.`,
    answer: ({ reference, by }) =>
      `Wij voegen de twee samen. Ons antwoord op ${reference} is ook het antwoord op dit verzoek. U krijgt het uiterlijk ${by}. U hoeft niets te doen.`,
    to: {
      'this-address': 'Het antwoord komt op dit e-mailadres.',
      'other-address': 'Het antwoord gaat naar het e-mailadres waarmee u het eerste verzoek deed.',
    },
    wrong:
      'Deed u dat eerste verzoek niet, of wilt u iets anders? Laat het ons weten. Dan beantwoorden wij dit verzoek apart.',
  },
  en: {
    subject: (reference) => `You asked this before (${reference})`,
    asked: {
      access: 'for access',
      rectification: 'for correction',
      erasure: 'for erasure',
      portability: 'to take your data with you',
    },
    before: (asked, { on, first }) =>
      `On ${on} you asked us ${asked}. You also asked this on ${first.on}, with reference ${first.reference}.`,
    answer: ({ reference, by }) =>
      `We join the two. Our answer to ${reference} is also the answer to this request. You get it by ${by} at the latest. You do not have to do anything.`,
    to: {
      'this-address': 'The answer comes to this e-mail address.',
      'other-address': 'The answer goes to the e-mail address with which you made the first request.',
    },
    wrong:
      'Did you not make that first request, or do you want something else? Let us know. We will then answer this request by itself.',
  },
};

export function requestJoined(letter: LetterOf<'request-joined'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  const day = (date: string) => isoDateText(date, language);
  const first: FirstText = {
    reference: letter.first.reference,
    on: day(letter.first.receivedOn),
    by: day(letter.first.legalDate),
  };
  return {
    subject: text.subject(reference),
    blocks: paragraphs(
      text.before(text.asked[letter.request], { on: day(letter.receivedOn), first }),
      text.answer(first),
      text.to[letter.answerTo],
      text.wrong,
    ),
    // The answer is still to come.
    outcome: false,
  };
}

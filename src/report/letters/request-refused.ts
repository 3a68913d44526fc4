import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import {
  type LetterBody,
  type LetterContext,
  type LetterOf,
  paragraphs,
  type Sent,
  sentAs,
  writtenParagraphs,
} from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly intros: Readonly<Record<Sent, (received: string) => string>>;
  readonly ground: string;
  readonly explanation: string;
  readonly decided: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Wij doen niet wat u vroeg (${reference})`,
    intros: {
      request: (received) =>
        `Op ${received} deed u een verzoek. Wij doen niet wat u vroeg. Hieronder staat waarom.`,
      question: (received) =>
        `Op ${received} stelde u ons een vraag. Wij beantwoorden haar niet. Hieronder staat waarom.`,
      complaint: (received) =>
        `Op ${received} diende u een klacht in. Wij nemen haar niet in behandeling. Hieronder staat waarom.`,
    },
    ground: 'De grond in de wet',
    explanation: 'Onze uitleg',
    decided: 'Twee medewerkers hebben hier los van elkaar naar gekeken.',
  },
  en: {
    subject: (reference) => `We will not do what you asked (${reference})`,
    intros: {
      request: (received) =>
        `On ${received} you made a request. We will not do what you asked. Below we say why.`,
      question: (received) =>
        `On ${received} you asked us a question. We will not answer it. Below we say why.`,
      complaint: (received) =>
        `On ${received} you made a complaint. We will not take it up. Below we say why.`,
    },
    ground: 'The ground in law',
    explanation: 'Our explanation',
    decided: 'Two members of staff looked at this, each for themselves.',
  },
};

/** Art. 12(4): the reasons, and where else the person can go. */
export function requestRefused(letter: LetterOf<'request-refused'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.subject(reference),
    blocks: [
      ...paragraphs(text.intros[sentAs(letter.request)](isoDateText(letter.receivedOn, language))),
      { kind: 'heading', text: text.ground },
      ...paragraphs(letter.ground.text[language]),
      { kind: 'heading', text: text.explanation },
      ...writtenParagraphs(letter.explanation),
      ...paragraphs(text.decided),
    ],
    outcome: true,
  };
}

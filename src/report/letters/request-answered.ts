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
  readonly subjects: Readonly<Record<Sent, (reference: string) => string>>;
  readonly intros: Readonly<Record<Sent, (received: string) => string>>;
  readonly findings: Readonly<Record<LetterOf<'request-answered'>['finding'] & string, string>>;
  readonly satisfied: Readonly<Record<Sent, string>>;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subjects: {
      request: (reference) => `Ons antwoord op uw verzoek (${reference})`,
      question: (reference) => `Ons antwoord op uw vraag (${reference})`,
      complaint: (reference) => `Ons antwoord op uw klacht (${reference})`,
    },
    intros: {
      request: (received) => `Op ${received} deed u een verzoek. Dit is ons antwoord.`,
      question: (received) => `Op ${received} stelde u ons een vraag. Dit is ons antwoord.`,
      complaint: (received) => `Op ${received} diende u een klacht in. Dit is ons antwoord.`,
    },
    findings: {
      upheld: 'Uw klacht is terecht.',
      'upheld-in-part': 'Uw klacht is voor een deel terecht.',
      'not-upheld': 'Wij vinden uw klacht niet terecht. Hieronder leggen wij uit waarom.',
    },
    satisfied: {
      request: 'Is iets niet duidelijk? Laat het ons weten.',
      question: 'Is uw vraag hiermee niet beantwoord? Laat het ons weten.',
      complaint:
        'Bent u tevreden met hoe het is opgelost? Zo niet, laat het ons weten; dan kijkt iemand anders er opnieuw naar.',
    },
  },
  en: {
    subjects: {
      request: (reference) => `Our answer to your request (${reference})`,
      question: (reference) => `Our answer to your question (${reference})`,
      complaint: (reference) => `Our answer to your complaint (${reference})`,
    },
    intros: {
      request: (received) => `On ${received} you made a request. This is our answer.`,
      question: (received) => `On ${received} you asked us a question. This is our answer.`,
      complaint: (received) => `On ${received} you made a complaint. This is our answer.`,
    },
    findings: {
      upheld: 'Your complaint is justified.',
      'upheld-in-part': 'Your complaint is justified in part.',
      'not-upheld': 'We do not think your complaint is justified. Below we explain why.',
    },
    satisfied: {
      request: 'Is anything unclear? Let us know.',
      question: 'Does this not answer your question? Let us know.',
      complaint:
        'Are you satisfied with how this was settled? If not, let us know; then somebody else will look at it again.',
    },
  },
};

/** What an officer wrote: the answer to a question or a complaint, or what was done about a request. */
export function requestAnswered(letter: LetterOf<'request-answered'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  const sent = sentAs(letter.request);
  return {
    subject: text.subjects[sent](reference),
    blocks: [
      ...paragraphs(text.intros[sent](isoDateText(letter.receivedOn, language))),
      ...(letter.finding === null ? [] : paragraphs(text.findings[letter.finding])),
      ...writtenParagraphs(letter.answer),
      ...paragraphs(text.satisfied[sent]),
    ],
    outcome: true,
  };
}

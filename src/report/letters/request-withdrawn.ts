import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import {
  type LetterBody,
  type LetterContext,
  type LetterOf,
  paragraphs,
  type RequestKind,
} from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly answers: Readonly<Record<RequestKind, (date: string) => string>>;
  readonly stopped: string;
  readonly again: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Uw verzoek is ingetrokken (${reference})`,
    answers: {
      access: (date) => `Op ${date} trok u uw verzoek om inzage in.`,
      erasure: (date) => `Op ${date} trok u uw verzoek om verwijdering in.`,
    },
    stopped: 'Wij zijn gestopt en doen niets meer met dit verzoek.',
    again: 'Bedenkt u zich, dan kunt u altijd een nieuw verzoek doen. Dat kost u niets.',
  },
  en: {
    subject: (reference) => `Your request has been withdrawn (${reference})`,
    answers: {
      access: (date) => `On ${date} you withdrew your request for access.`,
      erasure: (date) => `On ${date} you withdrew your request for erasure.`,
    },
    stopped: 'We have stopped and will do nothing more with this request.',
    again: 'If you change your mind, you can always make a new request. That costs you nothing.',
  },
};

export function requestWithdrawn(letter: LetterOf<'request-withdrawn'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.subject(reference),
    blocks: paragraphs(
      text.answers[letter.request](isoDateText(letter.withdrawnOn, language)),
      text.stopped,
      text.again,
    ),
    // It was the person's own wish: there is no answer of ours to disagree with.
    outcome: false,
  };
}

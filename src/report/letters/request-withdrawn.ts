import type { CaseKind } from '../../domain/case-file.ts';
import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly answers: Readonly<Record<CaseKind, (date: string) => string>>;
  readonly stopped: string;
  readonly again: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Uw verzoek is ingetrokken (${reference})`,
    answers: {
      access: (date) => `Op ${date} trok u uw verzoek om inzage in.`,
      rectification: (date) => `Op ${date} trok u uw verzoek om verbetering in.`,
      erasure: (date) => `Op ${date} trok u uw verzoek om verwijdering in.`,
      restriction: (date) => `Op ${date} trok u uw verzoek om gegevens stil te zetten in.`,
      objection: (date) => `Op ${date} trok u uw bezwaar in.`,
      portability: (date) => `Op ${date} trok u uw verzoek om gegevens mee te nemen in.`,
      withdrawal: (date) => `Op ${date} liet u weten dat uw toestemming toch blijft gelden.`,
      question: (date) => `Op ${date} trok u uw vraag in.`,
      'security-information': (date) => `Op ${date} trok u uw vraag over beveiliging in.`,
      complaint: (date) => `Op ${date} trok u uw klacht in.`,
    },
    stopped: 'Wij zijn gestopt en doen niets meer met dit verzoek.',
    again: 'Bedenkt u zich, dan kunt u altijd een nieuw verzoek doen. Dat kost u niets.',
  },
  en: {
    subject: (reference) => `Your request has been withdrawn (${reference})`,
    answers: {
      access: (date) => `On ${date} you withdrew your request for access.`,
      rectification: (date) => `On ${date} you withdrew your request for correction.`,
      erasure: (date) => `On ${date} you withdrew your request for erasure.`,
      restriction: (date) => `On ${date} you withdrew your request to put data on hold.`,
      objection: (date) => `On ${date} you withdrew your objection.`,
      portability: (date) => `On ${date} you withdrew your request to take your data with you.`,
      withdrawal: (date) => `On ${date} you told us that your consent holds after all.`,
      question: (date) => `On ${date} you withdrew your question.`,
      'security-information': (date) => `On ${date} you withdrew your question about security.`,
      complaint: (date) => `On ${date} you withdrew your complaint.`,
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

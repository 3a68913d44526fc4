import type { Language } from '../../domain/language.ts';
import type { ExtensionReason } from '../../law/deadlines.ts';
import { isoDateText, weekdayText } from '../date-text.ts';
import {
  type LetterBody,
  type LetterContext,
  type LetterOf,
  paragraphs,
  writtenParagraphs,
} from './letter.ts';

interface Texts {
  readonly subject: (reference: string) => string;
  readonly intro: (received: string) => string;
  readonly reasons: Readonly<Record<ExtensionReason, string>>;
  readonly deadline: (date: string) => string;
  readonly law: string;
  readonly received: string;
  readonly legalDate: string;
  readonly sooner: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subject: (reference) => `Ons antwoord komt later (${reference})`,
    intro: (received) =>
      `Op ${received} ontvingen wij uw verzoek. Het lukt ons niet om binnen een maand antwoord te geven.`,
    reasons: {
      complexity: 'Dat komt doordat uw verzoek ingewikkeld is.',
      number: 'Dat komt doordat u meer verzoeken deed of er veel tegelijk binnenkwamen.',
    },
    deadline: (date) => `U krijgt uiterlijk op ${date} antwoord.`,
    law: 'De wet geeft ons daarvoor hooguit twee maanden extra (artikel 12 lid 3 AVG). Nog een keer uitstellen kan niet.',
    received: 'Ontvangen op',
    legalDate: 'Antwoord uiterlijk op',
    sooner: 'Kunnen wij u een deel van het antwoord eerder geven, dan doen wij dat.',
  },
  en: {
    subject: (reference) => `Our answer will take longer (${reference})`,
    intro: (received) => `On ${received} we received your request. We cannot answer it within a month.`,
    reasons: {
      complexity: 'That is because your request is complex.',
      number: 'That is because you made several requests, or many came in at the same time.',
    },
    deadline: (date) => `You will have an answer no later than ${date}.`,
    law: 'The law gives us at most two months more for this (article 12(3) GDPR). It cannot be put off again.',
    received: 'Received on',
    legalDate: 'Answer no later than',
    sooner: 'If we can give you part of the answer sooner, we will.',
  },
};

/** Art. 12(3): told within the first month, with the reason. */
export function answerExtended(letter: LetterOf<'answer-extended'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.subject(reference),
    blocks: [
      ...paragraphs(text.intro(isoDateText(letter.receivedOn, language)), text.reasons[letter.reason]),
      ...writtenParagraphs(letter.explanation),
      {
        kind: 'facts',
        facts: [
          [text.received, isoDateText(letter.receivedOn, language)],
          [text.legalDate, isoDateText(letter.legalDate, language)],
        ],
      },
      ...paragraphs(text.deadline(weekdayText(letter.legalDate, language)), text.law, text.sooner),
    ],
    // Somebody who finds this too long can go to the authority about it.
    outcome: true,
  };
}

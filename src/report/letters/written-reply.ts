import type { Language } from '../../domain/language.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';

const subjects: Readonly<Record<Language, (reference: string) => string>> = {
  nl: (reference) => `Over uw bericht (${reference})`,
  en: (reference) => `About your message (${reference})`,
};

/** What a member of staff wrote to the person of a case, in their own words. */
export function writtenReply(letter: LetterOf<'written-reply'>, context: LetterContext): LetterBody {
  return {
    subject: subjects[context.language](context.reference),
    blocks: paragraphs(...letter.paragraphs),
    outcome: false,
  };
}

import type { Language } from '../../src/domain/language.ts';
import type { StatementDocument } from '../../src/statement/reading/document.ts';
import { readDocument } from '../../src/statement/reading/read-document.ts';

const filler: Readonly<Record<Language, string>> = {
  nl: 'Dit is een tekst die wij voor u hebben geschreven en die niet over iets gaat.',
  en: 'This is a text that we wrote for you and that is not about any of it.',
};

/**
 * A document in which the sentence stands under its heading, which is what is before `//`. With a language there are words
 * before it by which that is recognised.
 */
export function oneSentence(sentence: string, language?: Language): StatementDocument {
  const [heading, text] = sentence.includes(' // ') ? sentence.split(' // ') : ['Q', sentence];
  const before = language === undefined ? '' : `${filler[language]}\n\n`;
  return readDocument({ file: 'a.md', source: `# T\n\n${before}## ${heading}\n\n${text}\n` }, 'md');
}

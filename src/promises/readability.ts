import type { Language } from '../domain/language.ts';

/** How long the sentences of a text are, in words. */
export interface Readability {
  readonly sentences: number;
  readonly averageWords: number;
  /** The share of sentences of more than {@link longWords} words, 0 to 1. */
  readonly longShare: number;
}

export const longWords = 25;

/**
 * Counts the sentences of a text in HTML. Only running text counts: tables and headings are left out, and so is what
 * does not end as a sentence does, as an item of a list of data.
 */
export function readabilityOf(html: string, language: Language): Readability {
  const lengths = sentencesOf(html, language).map(wordsIn);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const count = lengths.length;
  return {
    sentences: count,
    averageWords: count === 0 ? 0 : total / count,
    longShare: count === 0 ? 0 : lengths.filter((length) => length > longWords).length / count,
  };
}

function sentencesOf(html: string, language: Language): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return html
    .replace(/<table[\s>].*?<\/table>/gs, '\n')
    .replace(/<h[1-6][\s>].*?<\/h[1-6]>/gs, '\n')
    .replace(/\s+/g, ' ')
    .split(/<\/?(?:p|li|ul|ol|div|section|blockquote|br)(?:\s[^>]*)?>/)
    .map((block) => block.replace(/<[^>]+>/g, '').replace(/&[^;\s]{1,10};/g, '’'))
    .flatMap((block) => [...segmenter.segment(block)])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /[.!?]["”’)]*$/.test(sentence) && /\p{L}/u.test(sentence));
}

function wordsIn(sentence: string): number {
  return sentence.match(/[\p{L}\d][\p{L}\d'’.@/-]*/gu)?.length ?? 0;
}

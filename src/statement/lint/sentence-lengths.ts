import type { StatementDocument } from '../reading/document.ts';

export interface SentenceLengths {
  /** Words a sentence. */
  readonly average: number;
  /** Of the sentences, those with more than 25 words: 0 to 1. */
  readonly longShare: number;
}

/** How long the sentences of a text are. A colon ends one; headings, rows of tables and items of up to three
 * words, which are names, do not count. */
export function sentenceLengths({ sentences }: StatementDocument): SentenceLengths {
  const lengths = sentences
    .filter(({ kind, text }) => kind === 'sentence' || (kind === 'item' && text.split(' ').length > 3))
    .flatMap(({ text }) => text.split(/:(?=\s)/))
    .map((text) => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0)
    .filter((length) => length > 0);
  if (lengths.length === 0) return { average: 0, longShare: 0 };
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    average: total / lengths.length,
    longShare: lengths.filter((length) => length > 25).length / lengths.length,
  };
}

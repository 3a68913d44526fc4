import type { Place } from '../../base/diagnostic.ts';
import type { Language } from '../../domain/language.ts';

/** How a privacy statement that somebody wrote can be filed. */
export const documentFormats = ['md', 'txt', 'html'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What a reader sees of a statement, in the order in which it stands there. */
export interface StatementDocument {
  readonly file: string;
  /** The language of most of it. */
  readonly language: Language;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
}

export interface Section {
  /** The headings above it, outermost first; the last is its own. Empty for what stands before the first one. */
  readonly titles: readonly string[];
  readonly sentences: readonly Sentence[];
}

/** `lead`: a heading in the first words of a paragraph. */
export type SentenceKind = 'heading' | 'lead' | 'sentence' | 'item' | 'row';

export interface Sentence {
  readonly kind: SentenceKind;
  /** As it is read, every run of white space one space. */
  readonly text: string;
  readonly place: Place;
  /** The place of a character of it, which may be on a later line. */
  readonly placeAt: (character: number) => Place;
  /** Counts from 0, in the whole document. */
  readonly at: number;
  /** Index in the sections of the document. */
  readonly section: number;
  /** Index of the paragraph, list or table, in the whole document. */
  readonly block: number;
  /** Whether it is the first of its paragraph or item. */
  readonly first: boolean;
  /** Of a list item: the sentence that introduces the list. Of a row: the cells of the head of the table. */
  readonly introduction: string;
  /** Of a row. */
  readonly cells: readonly string[];
  readonly language: Language;
  /** The promises it is bound to, where the statement is written with marks. */
  readonly promiseIds: readonly string[];
}

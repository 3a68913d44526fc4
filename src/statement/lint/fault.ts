import type { Sentence } from '../reading/document.ts';

/** Where a rule is broken: a sentence, or null for the text as a whole. */
export interface Fault {
  readonly sentence: Sentence | null;
  /** Characters into the sentence. */
  readonly start: number;
  /** A figure or name that belongs in the message. */
  readonly detail?: string;
}

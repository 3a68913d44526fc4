import type { Place } from '../base/diagnostic.ts';
import type { Language } from '../domain/language.ts';

/**
 * A statement as people read it: filled in from the policy, each sentence bound to the promises it makes. Plain
 * data, so that a published version is kept for ever as it was and can still be shown with today's states.
 */
export interface Statement {
  readonly language: Language;
  readonly version: StatementVersion;
  readonly title: string;
  readonly sections: readonly StatementSection[];
  readonly bindings: readonly Binding[];
  /** The whole text as an HTML fragment, without states. */
  readonly html: string;
  /** The whole text, wrapped at 78 columns. */
  readonly text: string;
  /** SHA-256 over what people read: language, version, and the HTML and plain text above. */
  readonly hash: string;
}

export interface StatementVersion {
  /** Counts from 1. */
  readonly number: number;
  /** ISO date from which it holds. */
  readonly date: string;
}

export interface StatementSection {
  /** Made from the title, unique in the statement; `lead` for what stands before the first title. */
  readonly id: string;
  /** Null for the lead. */
  readonly title: string | null;
  /** Without double ones, in the order in which the text makes them. */
  readonly promiseIds: readonly string[];
  /** The body, without the title. */
  readonly html: string;
  readonly text: string;
}

/** A stretch of text and a promise it makes: one for each id it names. */
export interface Binding {
  readonly promiseId: string;
  readonly text: string;
  readonly place: Place;
  /** The id of the section. */
  readonly section: string;
}

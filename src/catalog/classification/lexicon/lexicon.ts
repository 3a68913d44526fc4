import type { ClassifiedCategory } from '../category.ts';

/**
 * What a word in a name can mean: a category of data, or something about the table or the column that the rest is
 * judged by.
 */
export type Concept = NamedCategory | StructuralConcept;

/** `personal-json` has no words of its own: it is what a vessel holds in a row about a person. */
export type NamedCategory = Exclude<ClassifiedCategory, 'personal-json'>;

export type StructuralConcept =
  /** What somebody or something is called: a person's only in a table of people. */
  | 'bare-name'
  /** People as rows: `customers`. */
  | 'people'
  /** Organisations and their places: their name, telephone and address are nobody's in particular. */
  | 'organisation'
  /** Things that are about nobody by themselves: products, countries, roles, settings of the software. */
  | 'thing'
  | 'address-table'
  | 'message-table'
  | 'note-table'
  | 'billing-table'
  | 'visit-table'
  | 'consent-table'
  | 'preference-table'
  | 'employment-table'
  | 'vehicle-table'
  | 'file-table'
  /** What was done, line by line: `audit log`. A line is of whoever did it. */
  | 'log-table'
  /** Those who log in: an `owner` that names no table is one of them. */
  | 'account-table'
  /** Who did something with a row, which does not make the row theirs: `approved_by`. */
  | 'agent'
  /** Who made a row: `created_by`. What somebody wrote is theirs, a product that they entered is not. */
  | 'author'
  /** Whose a row is: `owner`. */
  | 'owner'
  /** A last word that makes the name about something else than the words before it: `email_count`. */
  | 'measure'
  /** A last word that makes it a yes or no, or a kind: `email_verified`, `phone_type`. */
  | 'state'
  | 'identifier'
  /** Says which of several: `phone_work` is a telephone number. */
  | 'qualifier'
  /** A vessel for anything: `metadata`, `payload`. */
  | 'container'
  /** Where something is on the web: a page somebody saw, in a table of visits. */
  | 'web-place'
  /** About the software, not about a person: `etag`, `sort_order`. */
  | 'technical';

/** The words of one language, separated by commas; of several words in a row, by spaces. No product's own names. */
export interface Lexicon {
  readonly language: 'en' | 'nl' | 'de' | 'fr' | 'standard';
  readonly words: Readonly<Record<Concept, string>>;
}

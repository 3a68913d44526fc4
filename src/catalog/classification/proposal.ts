import type { TypeFamily } from '../catalog.ts';
import type { ClassifiedCategory, SuggestedPolicyCategory } from './category.ts';
import type { DetectorName } from './content/detector.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

/** What a column holds, in the classifier's opinion. A person decides. */
export interface Proposal {
  readonly category: ClassifiedCategory | 'not-personal';
  /** The policy category to write, and its term of the Data Privacy Vocabulary; null for `not-personal`. */
  readonly suggestion: { readonly policy: SuggestedPolicyCategory; readonly dpv: string } | null;
  /** 0 to 1: how often such a proposal is right, roughly. Below {@link unsureBelow} a person should look. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** What stands inside, of a column whose values are JSON. */
  readonly paths?: readonly PathProposal[];
}

/** What stands at one place of a column's JSON: `address.city`, `contacts[].email`. */
export interface PathProposal extends Omit<Proposal, 'paths'> {
  readonly path: string;
}

export const unsureBelow = 0.7;

/**
 * Why. Holds words of the lexicon, names of the catalog and counts, never a value: reasons are printed and logged.
 */
export type Reason =
  | { readonly kind: 'name'; readonly phrase: string; readonly language: Lexicon['language'] }
  | { readonly kind: 'type'; readonly family: TypeFamily }
  | { readonly kind: 'key'; readonly key: 'primary' | 'foreign' | 'same-name' | 'reference' | 'values' }
  | { readonly kind: 'technical'; readonly phrase: string }
  | {
      readonly kind: 'table';
      readonly holds: TableHolds;
      readonly because: TableBecause;
      readonly of: string;
    }
  | {
      readonly kind: 'content';
      readonly detector: DetectorName;
      /** How many of the values looked at, empty ones left out, the detector recognised. */
      readonly matched: number;
      readonly of: number;
    }
  | { readonly kind: 'content-contradicts'; readonly detector: DetectorName; readonly of: number }
  | { readonly kind: 'json-keys'; readonly keys: readonly string[]; readonly of: number }
  /** By a person who was asked. */
  | { readonly kind: 'decided' };

/** Whether a table's rows are people, are about people, or are about nobody. */
export type TableHolds = 'people' | 'about-people' | 'nobody';

export type TableBecause =
  /** Its name is a word for people. */
  | 'name'
  /** A column of it identifies a person; `of` is the column. */
  | 'identifying-column'
  /** A row belongs to a row of a table about people; `of` is the column that says so. */
  | 'reference'
  /** It has a street and a place, and is not an organisation's. */
  | 'address'
  /** Its rows are things, or organisations, that have a contact person; `of` is the first column about that one. */
  | 'contact'
  /** It is a log, and `of` keeps whatever was done in it. */
  | 'log'
  /** The rows of a table of people, `of`, are rows of it. */
  | 'extended'
  /** Its name is a word for things or organisations. */
  | 'thing'
  | 'nothing-found';

/** A proposal before its suggestion is looked up. */
export interface Judgement {
  readonly category: ClassifiedCategory | 'not-personal';
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

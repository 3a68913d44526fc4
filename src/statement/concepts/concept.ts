import type { Language } from '../../domain/language.ts';

/** One thing that a statement can say, and the phrases by which it is said. */
export type Concept = Readonly<Record<Language, readonly string[]>> & {
  /** What may not stand beside any of them: a part of a phrase, as after `!`. */
  readonly unless?: Readonly<Partial<Record<Language, string>>>;
};

/** Concepts by name. */
export type Concepts<Name extends string = string> = Readonly<Record<Name, Concept>>;

/** Gives a table of concepts its names as a type. */
export function concepts<Name extends string>(table: Concepts<Name>): Concepts<Name> {
  return table;
}

/** How a language goes wrong in statements: patterns of grammar, and words people misspell. */
export interface KnownMistakes {
  readonly patterns: readonly RegExp[];
  /** Words of this subject: what is nearly one of them is a slip of the hand. */
  readonly subjectWords: readonly string[];
}

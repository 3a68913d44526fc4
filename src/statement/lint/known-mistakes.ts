/** How a language goes wrong in statements, in words that exist. */
export interface KnownMistakes {
  readonly patterns: readonly RegExp[];
  /** Two words that are one when a list of words has them so. */
  readonly apart?: RegExp;
}

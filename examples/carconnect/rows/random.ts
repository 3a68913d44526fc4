/**
 * Repeatable chance. A row is drawn from its table's salt and its own number, never from what was drawn before
 * it, so that every table can be written alone, in any order, and a million rows need no memory.
 */
export class Random {
  readonly #salt: number;
  #state = 0;

  constructor(name: string) {
    let hash = 0x811c9dc5;
    for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    this.#salt = hash >>> 0;
  }

  /** Starts the draws of one row. */
  at(index: number): this {
    this.#state = (this.#salt + Math.imul(index + 1, 0x9e3779b1)) >>> 0;
    this.#next();
    return this;
  }

  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number {
    return Math.floor((this.#next() / 0x1_0000_0000) * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('cannot pick from an empty list');
    return item;
  }

  /** mulberry32: 32 bits of state are plenty for the few draws of a row. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let word = this.#state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  }
}

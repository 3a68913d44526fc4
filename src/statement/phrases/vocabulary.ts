/** The different words of a document, and which of them fit a pattern of a phrase. Each is asked once. */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly remembered = new WeakMap<object, ReadonlySet<number> | null>();
  private readonly fitting = new Map<string, ReadonlySet<number>>();

  /** Numbers a word; only before the first question. */
  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(word, id);
    return id;
  }

  /** The words that fit one pattern: `word`, `begin*`, `*end`, `*middle*`. */
  fit(pattern: string): ReadonlySet<number> {
    const known = this.fitting.get(pattern);
    if (known !== undefined) return known;
    const found = this.find(pattern);
    this.fitting.set(pattern, found);
    return found;
  }

  /** What is worked out of a line of a phrase for these words, the first time. */
  once(line: object, work: () => ReadonlySet<number> | null): ReadonlySet<number> | null {
    const known = this.remembered.get(line);
    if (known !== undefined) return known;
    const found = work();
    this.remembered.set(line, found);
    return found;
  }

  private find(pattern: string): ReadonlySet<number> {
    const open = pattern.startsWith('*');
    const goesOn = pattern.endsWith('*');
    const core = pattern.slice(open ? 1 : 0, goesOn ? -1 : undefined);
    if (!open && !goesOn) {
      const id = this.ids.get(core);
      return new Set(id === undefined ? [] : [id]);
    }
    const fits = (word: string) =>
      open && goesOn ? word.includes(core) : open ? word.endsWith(core) : word.startsWith(core);
    const found = new Set<number>();
    for (const [word, id] of this.ids) if (fits(word)) found.add(id);
    return found;
  }
}

import type { Language } from '../../domain/language.ts';
import { formsOf } from './inflection.ts';
import { folded } from './tokens.ts';

/**
 * A phrase is what people write to say one thing: a line of words, of which
 * - `word|other` is either; `bewaar*`, `*termijn`, `*bewaar*` are words that begin so, end so, hold it;
 * - `describe+` is the word in any of its forms;
 * - `{name}` is any wording of a word list, itself made of such lines;
 * - `of_two_words` is one alternative of several words; `word?` may be left out;
 * - `..` are up to six other words, `...` up to twenty;
 * - ` & ` joins parts that stand in one sentence, in any order; a part after `!` must not stand in it;
 * - `@` before a part: in the headings above or the words that introduce the list; `<`: in the two sentences before;
 *   `#`: in any of those or the sentence itself; `~`: anywhere in the section; `^`: at the beginning of the sentence. In a
 *   part of one word each alternative can have its own.
 */
export interface Phrase {
  readonly parts: readonly Part[];
}

export type Scope = 'here' | 'above' | 'before' | 'around' | 'section';

export interface Part {
  readonly absent: boolean;
  /** One of them is enough. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly scope: Scope;
  readonly atStart: boolean;
  readonly elements: readonly Element[];
}

export type Element =
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

/** A word by its pattern, or any line of a word list. */
export type Choice = string | readonly (readonly Element[])[];

/** Word lists by name: what `{name}` stands for. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

const scopes: Readonly<Record<string, Scope>> = {
  '@': 'above',
  '<': 'before',
  '#': 'around',
  '~': 'section',
};

/**
 * Reads phrases.
 *
 * @throws Error when a phrase names a list that does not exist, or is empty: phrases are ours, and tested.
 */
export class PhraseReader {
  private readonly lists: WordLists;
  private readonly language: Language;
  private readonly known = new Map<string, readonly (readonly Element[])[]>();

  constructor(lists: WordLists, language: Language) {
    this.lists = lists;
    this.language = language;
  }

  read(text: string): Phrase {
    const parts = text.split(' & ').map((part) => this.part(part.trim()));
    if (!parts.some(asksHere))
      throw new Error(`The phrase "${text}" asks for nothing in the sentence itself.`);
    return { parts };
  }

  private part(text: string): Part {
    const absent = text.startsWith('!');
    const rest = absent ? text.slice(1) : text;
    if (rest.includes(' ')) return { absent, alternatives: [this.alternative(rest, 'here')] };
    const common = scopes[rest[0] ?? ''] ?? 'here';
    const groups = new Map<Scope, string[]>();
    for (const word of rest.split('|')) {
      const own = scopes[word[0] ?? ''];
      const scope = own ?? common;
      groups.set(scope, [...(groups.get(scope) ?? []), own === undefined ? word : word.slice(1)]);
    }
    const alternatives = [...groups].map(([scope, words]) => this.alternative(words.join('|'), scope));
    return { absent, alternatives };
  }

  private alternative(text: string, common: Scope): Alternative {
    const own = scopes[text[0] ?? ''];
    const rest = own === undefined ? text : text.slice(1);
    const atStart = rest.startsWith('^');
    return { scope: own ?? common, atStart, elements: this.sequence(atStart ? rest.slice(1) : rest) };
  }

  private sequence(text: string): readonly Element[] {
    const words = text.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) throw new Error(`"${text}" is no phrase.`);
    return words.map((word) => this.element(word));
  }

  private element(written: string): Element {
    if (written === '..') return { kind: 'gap', most: 6 };
    if (written === '...') return { kind: 'gap', most: 20 };
    const optional = written.endsWith('?');
    const choices = (optional ? written.slice(0, -1) : written)
      .split('|')
      .flatMap((word) => this.choicesOf(word));
    return { kind: 'choice', choices, optional };
  }

  private choicesOf(word: string): readonly Choice[] {
    const base = /^([\p{L}]+)\+$/u.exec(word)?.[1];
    return base === undefined ? [this.choice(word)] : formsOf(base, this.language).map(foldedPattern);
  }

  private choice(word: string): Choice {
    const name = /^\{([\w-]+)\}$/.exec(word)?.[1];
    if (name !== undefined) return this.list(name);
    if (word.includes('_')) return [this.sequence(word.replaceAll('_', ' '))];
    const pattern = foldedPattern(word);
    if (/[{}!@<#~^+]/.test(word) || pattern === '' || pattern === '**')
      throw new Error(`"${word}" is no word of a phrase.`);
    return pattern;
  }

  private list(name: string): readonly (readonly Element[])[] {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const entries = Object.hasOwn(this.lists, name) ? this.lists[name] : undefined;
    if (entries === undefined) throw new Error(`There is no word list {${name}}.`);
    const sequences = entries.map((entry) => this.sequence(entry));
    this.known.set(name, sequences);
    return sequences;
  }
}

function asksHere({ absent, alternatives }: Part): boolean {
  return !absent && alternatives.some(({ scope }) => scope === 'here');
}

function foldedPattern(pattern: string): string {
  if (pattern === '*') return pattern;
  const [, before = '', word = '', after = ''] = /^(\*?)(.*?)(\*?)$/.exec(pattern) ?? [];
  return `${before}${folded(word)}${after}`;
}

import {
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  parse,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { assert } from '../base/assert.ts';
import { yamlComment, yamlText } from './yaml-text.ts';
import type { Path } from './yaml-tree.ts';

/** Where in a map an entry comes: first, last, or after the entry with this key. */
export type Spot = 'first' | 'last' | { readonly after: string };

/**
 * Adds to a YAML text by inserting into it and in no other way: what stands there stays, byte for byte and in its order.
 * Each method says whether it could: what an alias stands for, or a key written with a question mark, is nothing to add to.
 */
export interface YamlEdit {
  /** An entry of the map at a path, written as lines of a block without indentation; comments may stand in it. */
  addEntry(path: Path, lines: readonly string[], spot: Spot): boolean;
  /** The last item of the list at a path, without its dash. */
  addItem(path: Path, item: string): boolean;
  /** A comment above the entry at a path. One that stands in the text already is not added again. */
  addComment(path: Path, text: string): boolean;
  /** The text with everything that was added. */
  result(): string;
}

/** @param text YAML without a mistake in it. */
export function editYaml(text: string): YamlEdit {
  return new TextEdit(text);
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

interface Anchored {
  readonly key: unknown;
  readonly value: unknown;
}

class TextEdit implements YamlEdit {
  readonly #text: string;
  readonly #root: unknown;
  readonly #newline: string;
  readonly #known: Set<string>;
  readonly #insertions: Insertion[] = [];

  constructor(text: string) {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
    assert(document.errors.length === 0, 'only YAML without mistakes is added to');
    this.#text = text;
    this.#root = document.contents;
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.#known = new Set(text.split('\n').map((line) => line.trim()));
  }

  addEntry(path: Path, lines: readonly string[], spot: Spot): boolean {
    const map = this.#nodeAt(path);
    if (isMap(map))
      return map.flow === true
        ? this.#flowEntry(path, map, { lines, spot })
        : this.#blockEntry(path, map, { lines, spot });
    const pair = this.#pairAt(path);
    if (pair === undefined || !isNothing(map)) return false;
    const indent = this.#indentOf(pair);
    if (indent === null) return false;
    this.#insertLines(this.#lineAfter(endOfKey(pair)), lines, `${indent}  `);
    return true;
  }

  addItem(path: Path, item: string): boolean {
    const list = this.#nodeAt(path);
    if (!isSeq(list)) return false;
    if (list.flow === true) return this.#flowItem(path, list, item);
    const first = list.items[0];
    const start = startOf(first);
    if (start === null) return false;
    const indent = /^( *)- +$/.exec(this.#text.slice(this.#lineStart(start), start))?.[1];
    if (indent === undefined) return false;
    this.#insertLines(this.#afterComments(this.#lineAfter(endOf(list)), indent), [`- ${item}`], indent);
    return true;
  }

  addComment(path: Path, text: string): boolean {
    const line = yamlComment(text);
    if (this.#known.has(line)) return true;
    for (let length = path.length; length > 0; length--) {
      const pair = this.#pairAt(path.slice(0, length));
      const indent = pair === undefined ? null : this.#indentOf(pair);
      const start = startOf(pair?.key);
      if (indent === null || start === null) continue;
      this.#known.add(line);
      this.#insertLines(this.#lineStart(start), [line], indent);
      return true;
    }
    return false;
  }

  result(): string {
    const parts: string[] = [];
    let done = 0;
    // A stable sort: what was added at one place first stands there first.
    for (const { at, text } of this.#insertions.toSorted((a, b) => a.at - b.at)) {
      parts.push(this.#text.slice(done, at), text);
      done = at;
    }
    return parts.join('') + this.#text.slice(done);
  }

  #blockEntry(path: Path, map: YAMLMap, { lines, spot }: Wanted): boolean {
    const indents = map.items.map((pair) => this.#indentOf(pair));
    const indent = indents[0];
    if (typeof indent !== 'string') return false;
    const before = pairBefore(map, spot);
    const parent = this.#pairAt(path);
    if (before === undefined && parent === undefined) return false;
    // Above the first entry may stand what is said of it: the new one comes before that.
    const at =
      before === undefined
        ? this.#lineAfter(endOfKey(parent ?? {}))
        : this.#afterComments(this.#lineAfter(endOfPair(before)), indent);
    this.#insertLines(at, lines, indent);
    return true;
  }

  #flowEntry(path: Path, map: YAMLMap, { lines, spot }: Wanted): boolean {
    const entry = inFlow(lines);
    const before = pairBefore(map, spot);
    if (entry !== '') {
      const open = startOf(map);
      if (before === undefined && open === null) return false;
      const at = before === undefined ? (open ?? 0) + 1 : endOfPair(before);
      this.#insertions.push({
        at,
        text: before !== undefined ? `, ${entry}` : map.items.length > 0 ? ` ${entry},` : ` ${entry} `,
      });
    }
    return this.#sayAbove(path, lines);
  }

  #flowItem(path: Path, list: YAMLSeq, item: string): boolean {
    const last = list.items.at(-1);
    const entry = inFlow([`- ${item}`]);
    const at = last === undefined ? (startOf(list) ?? 0) + 1 : endOf(last);
    this.#insertions.push({ at, text: last === undefined ? entry : `, ${entry}` });
    return this.#sayAbove(path, [item]);
  }

  /** Between braces on one line there is no room for a comment. */
  #sayAbove(path: Path, lines: readonly string[]): boolean {
    const comments = commentsIn(lines);
    const name = /^[^:#]+(?=:)/.exec(lines[0] ?? '')?.[0];
    const said = [name, comments.join('; ')].filter((part) => part !== undefined && part !== '').join(': ');
    return comments.length === 0 || this.addComment(path, said);
  }

  #insertLines(at: number, lines: readonly string[], indent: string): void {
    const written = lines.map((line) => (line === '' ? '' : indent + line)).join(this.#newline);
    // The last line of a text may not have been ended.
    const unended = at === this.#text.length && !this.#text.endsWith('\n');
    const text = unended ? this.#newline + written : written + this.#newline;
    this.#insertions.push({ at, text });
  }

  #pairAt(path: Path): Pair | undefined {
    const parent = this.#nodeAt(path.slice(0, -1));
    if (!isMap(parent)) return undefined;
    return parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1));
  }

  #nodeAt(path: Path): unknown {
    return path.length === 0 ? this.#root : this.#pairAt(path)?.value;
  }

  /** What stands before the key on its line; null when that is more than space. */
  #indentOf({ key }: Anchored): string | null {
    const start = startOf(key);
    if (start === null) return null;
    const before = this.#text.slice(this.#lineStart(start), start);
    return /^ *$/.test(before) ? before : null;
  }

  #lineStart(at: number): number {
    return this.#text.lastIndexOf('\n', at - 1) + 1;
  }

  #lineAfter(at: number): number {
    if (this.#text[at - 1] === '\n') return at;
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end + 1;
  }

  /** A comment that is indented further than an entry belongs to it. */
  #afterComments(from: number, indent: string): number {
    let at = from;
    for (;;) {
      const end = this.#lineAfter(at + 1);
      const line = this.#text.slice(at, end);
      if (at >= this.#text.length || !line.startsWith(`${indent} `) || !line.trim().startsWith('#'))
        return at;
      at = end;
    }
  }
}

interface Wanted {
  readonly lines: readonly string[];
  readonly spot: Spot;
}

function pairBefore({ items }: YAMLMap, spot: Spot): Pair | undefined {
  if (spot === 'first') return undefined;
  if (spot === 'last') return items.at(-1);
  return items.find(({ key }) => isScalar(key) && String(key.value) === spot.after);
}

/** `key:` with nothing behind it. */
function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}

function rangeOf(node: unknown): readonly [number, number, number] | null {
  if (node === null || typeof node !== 'object' || !('range' in node) || !Array.isArray(node.range))
    return null;
  return node.range as [number, number, number];
}

function startOf(node: unknown): number | null {
  return rangeOf(node)?.[0] ?? null;
}

/** Where the last thing that is written of a node ends. */
function endOf(node: unknown): number {
  const last = (isMap(node) || isSeq(node)) && node.flow !== true ? node.items.at(-1) : undefined;
  if (last === undefined) return rangeOf(node)?.[1] ?? 0;
  return isMap(node) ? endOfPair(last as Pair) : endOf(last);
}

function endOfPair(pair: Anchored): number {
  return isNothing(pair.value) ? endOfKey(pair) : endOf(pair.value);
}

function endOfKey({ key }: { readonly key?: unknown }): number {
  return rangeOf(key)?.[1] ?? 0;
}

/** Lines of a block as they are written between braces, on one line and without comments. */
function inFlow(lines: readonly string[]): string {
  const value: unknown = parse(lines.join('\n'));
  return value === null || value === undefined ? '' : flowText(value).slice(1, -1).trim();
}

function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'string') return yamlText(value);
  if (value === null || typeof value !== 'object') return String(value);
  const entries = Object.entries(value).map(([key, each]) => `${yamlText(key)}: ${flowText(each)}`);
  return `{ ${entries.join(', ')} }`;
}

function commentsIn(lines: readonly string[]): readonly string[] {
  return [...new Lexer().lex(lines.join('\n'))]
    .filter((token) => token.startsWith('#'))
    .map((token) => token.slice(1).trim());
}

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Diagnostic, Place } from '../base/diagnostic.ts';

export type Path = readonly (string | number)[];

/** A YAML file as plain values, and where in the file each of them stands. */
export interface YamlTree {
  /** `undefined` when the text is not YAML or says nothing. */
  readonly value: unknown;
  /** Of the key that leads to a value; of the item in a list; of the nearest parent for what is not there. */
  readonly keyPlace: (path: Path) => Place;
  /** Of the value itself. */
  readonly valuePlace: (path: Path) => Place;
  /** Every text in the file, keys too. */
  readonly texts: readonly { readonly text: string; readonly place: Place }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A larger file is a mistake, or made to exhaust us. */
const maxCharacters = 2_000_000;
/** Aliases repeat what they point at; nested, they multiply. */
const maxNodes = 100_000;
const maxDepth = 32;

/** Reads YAML 1.2 with positions. Anchors and aliases may be used; keys are texts and stand once. */
export function parseYamlTree(file: string, text: string): YamlTree {
  const reader = new TreeReader(file);
  const value = reader.read(text);
  return {
    value,
    keyPlace: (path) => reader.nearest(path, reader.keys),
    valuePlace: (path) => reader.nearest(path, reader.values),
    texts: reader.texts,
    diagnostics: reader.diagnostics,
  };
}

/** The value at a path, `undefined` when there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Object.getOwnPropertyDescriptor(here, part)?.value;
  }
  return here;
}

/** The keys written at a path; none where there is no map. */
export function keysAt(tree: YamlTree, path: Path): readonly string[] {
  const value = valueAt(tree.value, path);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
}

class TreeReader {
  readonly keys = new Map<string, Place>();
  readonly values = new Map<string, Place>();
  readonly texts: { text: string; place: Place }[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #nodes = 0;

  constructor(file: string) {
    this.#file = file;
  }

  read(text: string): unknown {
    if (text.length > maxCharacters) {
      this.#say('too-large', `the file has more than ${maxCharacters} characters`, 'split it', this.#start());
      return undefined;
    }
    // No code frames in the messages: the line may hold a secret that does not belong there.
    const document = parseDocument(text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: 'silent',
    });
    for (const error of document.errors) {
      const duplicate = error.code === 'DUPLICATE_KEY';
      this.#say(
        duplicate ? 'duplicate-key' : 'syntax',
        duplicate ? 'this key stands here for the second time' : error.message,
        duplicate
          ? 'merge the two, or give one another name'
          : 'check the indentation, the quotes and the colons around this place',
        this.#at(error.pos[0]),
      );
    }
    const root = document.contents;
    if (root === null) {
      if (this.diagnostics.length === 0) {
        this.#say('empty', 'the file says nothing', 'begin with `gestand: 1`', this.#start());
      }
      return undefined;
    }
    this.values.set('', this.#placeOf(root));
    return this.#value(root, []);
  }

  /** The place of the path, or of the closest thing around it. */
  nearest(path: Path, places: ReadonlyMap<string, Place>): Place {
    const exact = places.get(pathKey(path));
    if (exact !== undefined) return exact;
    for (let length = path.length; length >= 0; length--) {
      const key = pathKey(path.slice(0, length));
      const place = this.keys.get(key) ?? this.values.get(key);
      if (place !== undefined) return place;
    }
    return this.#start();
  }

  #value(node: Node, path: Path): unknown {
    this.#nodes += 1;
    if (this.#nodes > maxNodes || path.length > maxDepth) {
      if (this.#nodes <= maxNodes + 1) {
        this.#say(
          'too-large',
          'the file is nested too deeply, or its aliases repeat too much',
          'write less',
          this.#placeOf(node),
        );
      }
      this.#nodes = maxNodes + 1;
      return null;
    }
    if (isAlias(node)) return this.#alias(node.source, node, path);
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, node);
    if (isScalar(node)) {
      if (typeof node.value === 'string') this.texts.push({ text: node.value, place: this.#placeOf(node) });
      return node.value;
    }
    this.#open.add(node);
    const value = isMap(node)
      ? this.#map(node.items, path)
      : isSeq(node)
        ? this.#list(node.items, path)
        : null;
    this.#open.delete(node);
    return value;
  }

  #alias(name: string, node: Node, path: Path): unknown {
    const target = this.#anchors.get(name);
    if (target === undefined || this.#open.has(target)) {
      const why = target === undefined ? `no anchor "&${name}" stands above this` : `"*${name}" holds itself`;
      this.#say('unknown-alias', why, 'write the value out', this.#placeOf(node));
      return null;
    }
    return this.#value(target, path);
  }

  #map(pairs: readonly { readonly key: unknown; readonly value: unknown }[], path: Path): unknown {
    const entries: [string, unknown][] = [];
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? String(key.value) : null;
      const place = this.#placeOf(key);
      if (name === null || name === '__proto__' || name === '<<') {
        const hint =
          name === '<<'
            ? 'write the keys out; YAML 1.2 has no merge key'
            : 'write a plain word before the colon';
        this.#say('bad-key', 'this cannot be a key', hint, place);
        continue;
      }
      const inner = [...path, name];
      this.texts.push({ text: name, place });
      this.keys.set(pathKey(inner), place);
      if (isNode(value)) this.values.set(pathKey(inner), this.#isEmpty(value) ? place : this.#placeOf(value));
      entries.push([name, isNode(value) ? this.#value(value, inner) : null]);
    }
    return Object.fromEntries(entries);
  }

  #list(items: readonly unknown[], path: Path): unknown {
    return items.map((item, index) => {
      const inner = [...path, index];
      const place = this.#placeOf(item);
      this.keys.set(pathKey(inner), place);
      this.values.set(pathKey(inner), place);
      return isNode(item) ? this.#value(item, inner) : null;
    });
  }

  /** `key:` with nothing behind it; the parser puts that nothing on a later line. */
  #isEmpty(node: Node): boolean {
    return isScalar(node) && node.value === null && node.source === '';
  }

  #placeOf(node: unknown): Place {
    return isNode(node) && node.range ? this.#at(node.range[0]) : this.#start();
  }

  #at(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #start(): Place {
    return { file: this.#file, line: 1, column: 1 };
  }

  #say(code: string, message: string, hint: string, place: Place): void {
    this.diagnostics.push({ severity: 'error', code, message, hint, place });
  }
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

function pathKey(path: Path): string {
  return path.map((part) => `${part}\0`).join('');
}

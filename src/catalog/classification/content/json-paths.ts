import type { TypeFamily } from '../../catalog.ts';
import { senseOfName } from '../name-sense.ts';
import { jsonValue } from './json-value.ts';
import { isFirstName } from './people-values.ts';

/** The values that were found at one place of JSON documents. */
export interface JsonPathSample {
  /** `address.city`, `contacts[].email`; `*` stands for keys that are not names of anything: `devices.*.ip`. */
  readonly path: string;
  /** The named keys that lead to it, the last one included. */
  readonly keys: readonly string[];
  readonly family: TypeFamily;
  readonly values: readonly string[];
}

export interface JsonPaths {
  readonly paths: readonly JsonPathSample[];
  /** How many values were JSON objects or lists. */
  readonly of: number;
}

const deepest = 6;
/** Nodes looked at in one value: enough for any record, little enough for a list of thousands. */
const mostNodes = 500;
const mostPaths = 100;
const mostValues = 200;
/** An object with more keys than this is a list of something by its name. */
const mostNamedKeys = 60;
const leastOccurrences = 3;
const leastShare = 0.05;

interface Branch {
  /** In how many places something stood here. */
  seen: number;
  readonly children: Map<string, Branch>;
  element: Branch | null;
  readonly leaves: Set<string>;
  readonly families: Set<TypeFamily>;
}

/** Null when the values are not JSON. */
export function jsonPaths(values: readonly string[]): JsonPaths | null {
  const root = branch();
  let of = 0;
  for (const value of values) {
    const document = jsonValue(value);
    if (document === null) continue;
    of += 1;
    grow(root, document, { depth: 0, nodes: { left: mostNodes } });
  }
  if (of === 0 || of < values.length / 2) return null;
  const paths: JsonPathSample[] = [];
  collect(root, { path: '', keys: [] }, paths);
  return { paths, of };
}

function branch(): Branch {
  return { seen: 0, children: new Map(), element: null, leaves: new Set(), families: new Set() };
}

interface Budget {
  readonly depth: number;
  readonly nodes: { left: number };
}

function grow(at: Branch, value: unknown, { depth, nodes }: Budget): void {
  if (nodes.left <= 0 || depth > deepest) return;
  nodes.left -= 1;
  at.seen += 1;
  if (Array.isArray(value)) {
    at.element ??= branch();
    for (const each of value) grow(at.element, each, { depth: depth + 1, nodes });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      // What does not fit is not lost: it is looked at under the name that stands for all.
      const name = at.children.has(key) || at.children.size < mostNamedKeys * 2 ? key : anyKey;
      const child = at.children.get(name) ?? branch();
      at.children.set(name, child);
      grow(child, each, { depth: depth + 1, nodes });
    }
  } else if (value !== null) {
    const text = String(value).trim();
    if (text === '') return;
    at.families.add(typeof value === 'number' ? numberFamily(value) : familyOf(value));
    if (at.leaves.size < mostValues) at.leaves.add(text);
  }
}

const anyKey = '*';

interface Place {
  readonly path: string;
  readonly keys: readonly string[];
}

function collect(at: Branch, place: Place, found: JsonPathSample[]): void {
  if (found.length >= mostPaths) return;
  if (at.leaves.size > 0) {
    const [family = 'text', ...more] = at.families;
    found.push({ ...place, family: more.length === 0 ? family : 'text', values: [...at.leaves] });
  }
  if (at.element !== null) collect(at.element, { ...place, path: `${place.path}[]` }, found);
  const unnamed: Branch[] = [];
  for (const [key, child] of at.children) {
    if (isNamed(key, child, at))
      collect(child, { path: joined(place.path, key), keys: [...place.keys, key] }, found);
    else unnamed.push(child);
  }
  if (unnamed.length > 0) collect(merged(unnamed), { ...place, path: joined(place.path, anyKey) }, found);
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/**
 * Whether a key is the name of something, as a column's is: paths are written down, and a key can itself be somebody's name,
 * address or number.
 */
function isNamed(key: string, child: Branch, { seen, children }: Branch): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_-]{0,60}$/u.test(key) || /\d{4}/.test(key)) return false;
  if (senseOfName(key).senses.length > 0) return true;
  if (children.size > mostNamedKeys || isFirstName(key)) return false;
  return child.seen >= leastOccurrences && child.seen >= seen * leastShare;
}

function merged(branches: readonly Branch[]): Branch {
  const all = branch();
  for (const each of branches) {
    all.seen += each.seen;
    for (const family of each.families) all.families.add(family);
    for (const leaf of each.leaves) if (all.leaves.size < mostValues) all.leaves.add(leaf);
    if (each.element !== null)
      all.element = all.element === null ? each.element : merged([all.element, each.element]);
    for (const [key, child] of each.children) {
      const known = all.children.get(key);
      all.children.set(key, known === undefined ? child : merged([known, child]));
    }
  }
  return all;
}

function numberFamily(value: number): TypeFamily {
  return Number.isInteger(value) ? 'integer' : 'decimal';
}

function familyOf(value: unknown): TypeFamily {
  return typeof value === 'boolean' ? 'boolean' : 'text';
}

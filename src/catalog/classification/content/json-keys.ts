import { categories } from '../category.ts';
import { find, senseOfName } from '../name-sense.ts';
import { jsonValue } from './json-value.ts';

/** What the keys of JSON values say. Only words of the lexicon: a key can itself be somebody's name or address. */
export interface JsonKeys {
  /** Phrases of the lexicon under which data about a person was found, most frequent first. */
  readonly personal: readonly string[];
  /** How many values were JSON objects or lists. */
  readonly of: number;
}

const deepest = 6;
const mostKeys = 20;
/** Keys looked at in one value: enough for any record, little enough for a list of thousands. */
const mostNodes = 500;

/** Null when the values are not JSON. */
export function jsonKeys(values: readonly string[]): JsonKeys | null {
  const counts = new Map<string, number>();
  let of = 0;
  for (const value of values) {
    const parsed = jsonValue(value);
    if (parsed === null) continue;
    of += 1;
    for (const phrase of new Set(phrasesIn(parsed))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  if (of === 0 || of < values.length / 2) return null;
  const personal = [...counts].sort((a, b) => b[1] - a[1]).map(([phrase]) => phrase);
  return { personal: personal.slice(0, mostKeys), of };
}

function phrasesIn(root: object): readonly string[] {
  const phrases: string[] = [];
  const queue: { readonly node: object; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let at = 0; at < queue.length && at < mostNodes; at += 1) {
    const { node, depth } = queue[at] ?? { node: {}, depth: deepest };
    for (const [key, value] of Object.entries(node)) {
      const phrase = Array.isArray(node) ? null : personalPhrase(key);
      if (phrase !== null) phrases.push(phrase);
      if (typeof value === 'object' && value !== null && depth < deepest)
        queue.push({ node: value, depth: depth + 1 });
    }
  }
  return phrases;
}

function personalPhrase(key: string): string | null {
  const sense = senseOfName(key);
  const [likeliest] = sense.categories;
  if (likeliest === undefined || sense.turnedBy !== null || find(sense, 'technical') !== null) return null;
  return categories[likeliest.concept].standing === 'contextual' ? null : likeliest.phrase;
}

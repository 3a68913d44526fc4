import { categories } from './category.ts';
import type { Concept, NamedCategory } from './lexicon/lexicon.ts';
import { type FoundSense, sensesOf, wordsIn } from './lexicon/word-index.ts';

/** What the words of a name say, without looking at anything else. */
export interface NameSense {
  readonly words: readonly string[];
  /** Categories the name can mean, the likeliest first. */
  readonly categories: readonly CategorySense[];
  readonly senses: readonly FoundSense[];
  /** The last word turns the rest around: `email_count` counts, `phone_type` is a kind. */
  readonly turnedBy: FoundSense | null;
}

export interface CategorySense extends FoundSense {
  readonly concept: NamedCategory;
}

const known = new Map<string, NameSense>();
const knownWords = new Map<string, NameSense>();
const knownLimit = 50_000;

export function senseOfName(name: string): NameSense {
  const before = known.get(name);
  if (before !== undefined) return before;
  const sense = senseOfWords(wordsIn(name));
  // The same few names come back in every table; the limit keeps a hostile catalog from growing this for ever.
  if (known.size < knownLimit) known.set(name, sense);
  return sense;
}

/** As {@link senseOfName}, of a name whose table's own name in front was taken off: `user_email` in `users`. */
export function senseOfWords(words: readonly string[]): NameSense {
  const key = words.join(' ');
  const before = knownWords.get(key);
  if (before !== undefined) return before;
  const sense = interpret(words);
  if (knownWords.size < knownLimit) knownWords.set(key, sense);
  return sense;
}

export function find(sense: NameSense, ...concepts: readonly Concept[]): FoundSense | null {
  return sense.senses.find(({ concept }) => concepts.includes(concept)) ?? null;
}

/** The longest sense of these that ends the name, which in Dutch, English and German is what the thing is. */
export function headSense(sense: NameSense, ...concepts: readonly Concept[]): FoundSense | null {
  let longest: FoundSense | null = null;
  for (const candidate of sense.senses)
    if (
      candidate.end === sense.words.length &&
      concepts.includes(candidate.concept) &&
      (longest === null || candidate.start < longest.start)
    )
      longest = candidate;
  return longest;
}

/** The name is that and nothing else. */
export function wholeSense(sense: NameSense, ...concepts: readonly Concept[]): FoundSense | null {
  return (
    sense.senses.find(
      ({ concept, start, end }) => start === 0 && end === sense.words.length && concepts.includes(concept),
    ) ?? null
  );
}

function interpret(words: readonly string[]): NameSense {
  const senses = sensesOf(words);
  const partial = { words, senses, categories: [], turnedBy: null };
  return {
    ...partial,
    categories: senses.filter(isCategorySense).sort((a, b) => weight(b, words) - weight(a, words)),
    turnedBy: turningSense(partial),
  };
}

function isCategorySense(sense: FoundSense): sense is CategorySense {
  return isCategory(sense.concept);
}

function isCategory(concept: Concept): concept is NamedCategory {
  return concept in categories;
}

/**
 * More words weigh more than fewer, the head more than what stands before it, and a word that means one thing
 * everywhere more than one that needs a table around it: `name on card` is a card's.
 */
function weight(sense: CategorySense, words: readonly string[]): number {
  const length = sense.end - sense.start;
  const standing = { identifying: 3, own: 3, contextual: 0 }[categories[sense.concept].standing];
  const vague = sense.concept === 'activity' || sense.concept === 'activity-time' ? -1 : 0;
  return length * 10 + (sense.end === words.length ? 6 : 0) + standing + vague;
}

/** Not when the words before it need it: `account type` is turned, `blood type` is not. */
function turningSense(sense: NameSense): FoundSense | null {
  const last = sense.words.length - 1;
  if (last === 0) return null;
  const turning = sense.senses.find(
    ({ concept, start, end }) =>
      start === last && end === last + 1 && (concept === 'measure' || concept === 'state'),
  );
  if (turning === undefined) return null;
  const needed = sense.senses.some(
    ({ concept, start, end }) => end === last + 1 && start < last && isCategory(concept),
  );
  return needed ? null : turning;
}

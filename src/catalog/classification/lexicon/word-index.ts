import { nameWords, singular } from '../name-words.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import type { Concept, Lexicon } from './lexicon.ts';
import { dutch } from './nl.ts';
import { standardNames } from './standard.ts';

/** One meaning of one or more words in a row. */
export interface Sense {
  readonly concept: Concept;
  readonly language: Lexicon['language'];
  /** As the lexicon has it: never a word of the database. */
  readonly phrase: string;
}

/** A sense found in a name, and which of its words it covers. */
export interface FoundSense extends Sense {
  readonly start: number;
  readonly end: number;
}

const lexicons: readonly Lexicon[] = [english, dutch, german, french, standardNames];

const longestPhrase = 5;
const senses = new Map<string, Sense[]>();
const words = new Set<string>();

for (const { words: phrases } of lexicons)
  for (const phrase of Object.values(phrases).flatMap(phrasesOf))
    for (const word of phrase.split(' ')) words.add(word);

for (const { language, words: phrases } of lexicons)
  for (const [concept, list] of Object.entries(phrases))
    for (const phrase of phrasesOf(list)) {
      const parts = phrase.split(' ').map((word) => singular(word, isWord));
      for (const key of new Set([parts.join(' '), parts.join(''), phrase.replaceAll(' ', '')])) {
        const known = senses.get(key) ?? [];
        known.push({ concept: concept as Concept, language, phrase });
        senses.set(key, known);
      }
    }

function phrasesOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

export function wordsIn(name: string): readonly string[] {
  return nameWords(name, { isWord, split: splitTokens });
}

/** A word of some lexicon, by itself or in a phrase. */
export function isWord(text: string): boolean {
  return words.has(text);
}

/** Tokens already taken apart: a catalog of twenty thousand columns is made of some hundreds of them. */
const splitTokens = new Map<string, readonly string[]>();

/** Every sense of every run of words, the glued spellings included: `nick name`, `nickname`. */
export function sensesOf(name: readonly string[]): readonly FoundSense[] {
  const found: FoundSense[] = [];
  for (let start = 0; start < name.length; start += 1)
    for (let end = start + 1; end <= Math.min(name.length, start + longestPhrase); end += 1)
      for (const sense of sensesOfRun(name.slice(start, end))) found.push({ ...sense, start, end });
  return found;
}

function sensesOfRun(run: readonly string[]): readonly Sense[] {
  const spaced = senses.get(run.join(' ')) ?? [];
  const glued = run.length > 1 ? (senses.get(run.join('')) ?? []) : [];
  const more = glued.filter(
    ({ concept, language }) =>
      !spaced.some((sense) => sense.concept === concept && sense.language === language),
  );
  return more.length === 0 ? spaced : [...spaced, ...more];
}

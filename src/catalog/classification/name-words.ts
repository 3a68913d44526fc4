/** A name of a table or column, taken apart: `wp_postalCode2` is `wp`, `postal`, `code`. */
export function nameWords(name: string, { isWord, split }: Vocabulary): readonly string[] {
  const tokens = spelledPlainly(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '');
  const words = tokens.flatMap((token) => {
    const before = split.get(token);
    if (before !== undefined) return before;
    const parts = wordsOf(token, isWord);
    if (split.size < splitLimit) split.set(token, parts);
    return parts;
  });
  // `address_2` is an address; a name of digits alone stays what it is.
  const named = words.filter((word) => !/^\d+$/.test(word));
  return named.length > 0 ? named : words;
}

export interface Vocabulary {
  readonly isWord: (text: string) => boolean;
  /** What tokens were taken apart into before. */
  readonly split: Map<string, readonly string[]>;
}

const splitLimit = 50_000;

/** German umlauts as people write them without a German keyboard; every other mark dropped. */
function spelledPlainly(name: string): string {
  return name
    .replace(/[äÄ]/g, 'ae')
    .replace(/[öÖ]/g, 'oe')
    .replace(/[üÜ]/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

function wordsOf(token: string, isWord: (text: string) => boolean): readonly string[] {
  const known = knownForm(token, isWord);
  if (known !== null) return [known];
  const parts = token.split(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/);
  if (parts.length > 1) return parts.flatMap((part) => wordsOf(part, isWord));
  const [, did] = /^([a-z]{3,}(?:ed|en|t))by$/.exec(token) ?? [];
  if (did !== undefined) return [did, 'by'];
  return compoundOf(token, isWord) ?? endingOf(token, isWord) ?? keyOf(token, isWord) ?? [token];
}

const shortestStem = 5;

/** `recordsetid` is the id of something, known or not; `oldid` of something that is a word. */
function keyOf(token: string, isWord: (text: string) => boolean): readonly string[] | null {
  const [, stem] = /^([a-z]{3,})id$/.exec(token) ?? [];
  if (stem === undefined || ordinary.test(token)) return null;
  return stem.length >= shortestStem || isWord(stem) ? [stem, 'id'] : null;
}

/** Words that end in those letters by themselves. */
const ordinary = /(paid|said|laid|void|valid|grid|droid|rapid|solid|fluid|liquid|hybrid|pyramid)$/;

/** Long enough not to be there by chance. */
const shortestEnding = 6;

/** What a token ends in when its beginning is no word: `acctipaddress` is `acct`, `ipaddress`. */
function endingOf(token: string, isWord: (text: string) => boolean): readonly string[] | null {
  if (token.length > longestCompound || /\d/.test(token)) return null;
  for (let start = 1; token.length - start >= shortestEnding; start += 1) {
    const ending = token.slice(start);
    if (isWord(ending)) return [token.slice(0, start), singular(ending, isWord)];
  }
  return null;
}

const endings: readonly (readonly [string, string])[] = [
  ['ies', 'y'],
  ['es', ''],
  ['s', ''],
  ['en', ''],
  ['n', ''],
  ['e', ''],
  ['ern', ''],
  ['aux', 'al'],
  ['x', ''],
];

/** The word itself, or the word it is the plural of. */
function knownForm(token: string, isWord: (text: string) => boolean): string | null {
  if (isWord(token)) return singular(token, isWord);
  for (const [ending, replacement] of endings) {
    const stem = token.slice(0, token.length - ending.length) + replacement;
    if (token.endsWith(ending) && stem.length >= 3 && isWord(stem)) return stem;
  }
  return null;
}

/** One form of a word of the lexicons, so that `orders` and `order_id` meet: `orders` is `order`, `kunden` is `kunde`. */
export function singular(word: string, isWord: (text: string) => boolean): string {
  const why = `${word.slice(0, -3)}y`;
  if (word.endsWith('ies') && isWord(why)) return why;
  const plural = (word.endsWith('s') && !word.endsWith('ss')) || word.endsWith('en');
  const stem = word.slice(0, -1);
  return plural && stem.length >= 4 && isWord(stem) ? stem : word;
}

const longestCompound = 40;
/** Two letters are taken for a word inside another only here; elsewhere they are chance. */
const shortPieces = new Set(['id', 'ip', 'by', 'no', 'nr']);
/** The letters that German and Dutch put between the parts of a compound. */
const joints = ['s', 'n', 'en', 'es', 'er'];

/**
 * `geburtsdatum` is `geburt`, `datum`; `lastlogin` is `last`, `login`. The fewest words that cover the token; null when
 * none do, or when all of them are so short that it is chance.
 */
function compoundOf(token: string, isWord: (text: string) => boolean): readonly string[] | null {
  if (token.length < 5 || token.length > longestCompound || /\d/.test(token)) return null;
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= token.length; end += 1) {
    best[end] = null;
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      const piece = pieceOf(token.slice(start, end), end === token.length, isWord);
      if (before === null || before === undefined || piece === null) continue;
      const current = best[end];
      if (current === null || current === undefined || before.length + 1 < current.length)
        best[end] = [...before, piece];
    }
  }
  const words = best[token.length];
  if (words === null || words === undefined || words.length > 4) return null;
  return words.some((word) => word.length >= 4) ? words : null;
}

function pieceOf(text: string, last: boolean, isWord: (text: string) => boolean): string | null {
  if (text.length < 3 && !shortPieces.has(text)) return null;
  if (isWord(text)) return singular(text, isWord);
  if (last) return knownForm(text, isWord);
  const joint = joints.find(
    (letters) =>
      text.endsWith(letters) && text.length - letters.length >= 4 && isWord(text.slice(0, -letters.length)),
  );
  return joint === undefined ? null : text.slice(0, -joint.length);
}

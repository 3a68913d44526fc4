/** A word as phrases see it, and where it stands in its text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text: small letters without accents, hyphens, apostrophes or the dots within an abbreviation, so that
 * "e-mail" and "email", "foto's" and "fotos" are the same. English contractions are the words they stand for. Addresses of
 * mail and web stay whole.
 */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-'’‑.@_/+&][\p{L}\p{N}]+)*/gu)].flatMap((match) =>
    wordsOf(match[0]).flatMap(({ word, at }) =>
      writtenOut(word).map((each) => ({
        word: folded(each),
        start: match.index + at,
        end: match.index + at + word.length,
      })),
    ),
  );
}

/** "en/of" is two words, "need-to-know" is three; "www.a.example/b", "24/7" and "e-mail" are one. */
function wordsOf(match: string): readonly { readonly word: string; readonly at: number }[] {
  const mark = separatorIn(match);
  if (mark === null) return [{ word: match, at: 0 }];
  let at = 0;
  return match.split(mark).map((word) => {
    const found = { word, at };
    at += word.length + 1;
    return found;
  });
}

function separatorIn(match: string): string | null {
  if (match.includes('.') || /\d/.test(match)) return null;
  if (match.includes('/')) return '/';
  return match.split('-').length > 2 ? '-' : null;
}

const endings: Readonly<Record<string, string>> = { ll: 'will', ve: 'have', re: 'are', m: 'am', d: 'would' };

/** "we'll" is "we will", "don't" is "do not". An "'s" is a verb after a pronoun only; else it is a genitive, or Dutch. */
function writtenOut(word: string): readonly string[] {
  const parts = /^(.+)['’](ll|ve|re|m|d|s|t)$/iu.exec(word);
  const [, stem = '', ending = ''] = parts ?? [];
  const small = ending.toLowerCase();
  if (parts === null) return [word];
  if (small === 's')
    return /^(?:it|that|there|here|what|who|she|he|let)$/iu.test(stem) ? [stem, 'is'] : [word];
  if (small !== 't') return /^\p{L}+$/u.test(stem) ? [stem, endings[small] ?? ending] : [word];
  if (!/n$/iu.test(stem)) return [word];
  if (/^can$/iu.test(stem)) return ['cannot'];
  if (/^won$/iu.test(stem)) return ['will', 'not'];
  return [stem.slice(0, -1), 'not'];
}

/** A word without what writers disagree about. */
export function folded(word: string): string {
  // The country, not the pronoun.
  if (word === 'US' || word === 'U.S') return 'usa';
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  if (plain === 'niks') return 'niets';
  return /[@/]|\.\w{2,}$/.test(plain) && !/^(\w\.)+\w?$/.test(plain)
    ? plain
    : plain.replace(/[-'’‑._&+]/g, '');
}

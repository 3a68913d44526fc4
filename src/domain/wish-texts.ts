import type { Wish } from './wish.ts';

/** Something in a person's own words, and where in what they ask it stands. */
export interface WishText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Everything in a wish that somebody wrote freely. */
export function textsOfWish(wish: Wish): readonly WishText[] {
  const texts: WishText[] = [];
  mapTexts(wish, (text, path) => {
    texts.push({ path, text });
    return text;
  });
  return texts;
}

/** The same wish with each of these texts changed. */
export function changeTexts(wish: Wish, change: (text: string) => string): Wish {
  return mapTexts(wish, change);
}

function mapTexts(wish: Wish, change: (text: string, path: WishText['path']) => string): Wish {
  const at = (text: string | null, ...path: WishText['path']) => (text === null ? null : change(text, path));
  switch (wish.kind) {
    case 'access':
    case 'erasure':
    case 'portability':
    case 'withdrawal':
      return wish;
    case 'rectification':
      return {
        ...wish,
        corrections: wish.corrections.map((correction, i) => ({
          ...correction,
          now: at(correction.now, 'corrections', i, 'now'),
          wanted: at(correction.wanted, 'corrections', i, 'wanted'),
        })),
      };
    case 'restriction':
      return { ...wish, reason: at(wish.reason, 'reason') };
    case 'objection':
      return { ...wish, reason: at(wish.reason, 'reason') };
    case 'question':
    case 'security-information':
    case 'complaint':
      return { ...wish, text: change(wish.text, ['text']) };
  }
}

import { expect, test } from 'vitest';
import type { Wish } from './wish.ts';
import { changeTexts, textsOfWish } from './wish-texts.ts';

test('every free text of a wish is seen, with its place', () => {
  const wish: Wish = {
    kind: 'rectification',
    corrections: [
      { category: 'contact', now: 'a', wanted: null },
      { category: 'contact', now: null, wanted: 'b' },
    ],
  };
  expect(textsOfWish(wish)).toEqual([
    { path: ['corrections', 0, 'now'], text: 'a' },
    { path: ['corrections', 1, 'wanted'], text: 'b' },
  ]);
  expect(textsOfWish({ kind: 'complaint', text: 'c' })).toEqual([{ path: ['text'], text: 'c' }]);
  expect(textsOfWish({ kind: 'access' })).toEqual([]);
});

test('a change of the texts changes nothing else', () => {
  const wish: Wish = { kind: 'restriction', ground: 'objection-pending', purposes: ['x'], reason: 'because' };
  expect(changeTexts(wish, (text) => text.toUpperCase())).toEqual({ ...wish, reason: 'BECAUSE' });
});

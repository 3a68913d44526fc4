import { expect, test } from 'vitest';
import { indexedParts } from './index-expressions.ts';

test.each([
  ['create index i on t (a, b)', ['a', 'b']],
  ['create index "i(" on "t)" (lower(a), substr(b, 1, 2) desc)', ['lower(a)', 'substr(b, 1, 2) desc']],
  ["create index i on t (a || ',(' || 'it''s', [x)], `y,`)", ["a || ',(' || 'it''s'", '[x)]', '`y,`']],
  ['create index i on t (a) where b in (1, 2)', ['a']],
  ['create index i on t (', []],
])('%s', (definition, parts) => {
  expect(indexedParts(definition)).toEqual(parts);
});

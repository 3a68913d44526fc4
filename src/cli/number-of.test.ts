import { expect, it } from 'vitest';
import { numberOf } from './number-of.ts';

it('counts one of a thing in the singular', () => {
  expect([0, 1, 2].map((count) => numberOf(count, 'case'))).toEqual(['0 cases', '1 case', '2 cases']);
  expect(numberOf(1, 'entry', 'entries')).toBe('1 entry');
  expect(numberOf(3, 'entry', 'entries')).toBe('3 entries');
});

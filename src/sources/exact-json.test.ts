import { expect, test } from 'vitest';
import { parseExactly } from './exact-json.ts';

test('keeps numbers a JavaScript number would change, as text', () => {
  expect(
    parseExactly(
      '{"a":9007199254740993,"b":7,"c":12.50,"d":1234567890.123456789,"e":[18446744073709551615,0]}',
    ),
  ).toEqual({
    a: '9007199254740993',
    b: 7,
    c: 12.5,
    d: '1234567890.123456789',
    e: ['18446744073709551615', 0],
  });
});

test('leaves long texts and exact numbers alone', () => {
  expect(parseExactly('{"a":"1234567890123456789","b":1234567890123456,"c":0.10}')).toEqual({
    a: '1234567890123456789',
    b: 1_234_567_890_123_456,
    c: 0.1,
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, neutralised } from './csv.ts';

test.each([
  '=1+1',
  '+SUM(A1)',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  "'=1+1",
  '＝1+1',
  '+31 6 1234 5678',
])('%j becomes text', (text) => {
  expect(neutralised(text)).toBe(`'${text}`);
});

test.each(['-12.50', '+5', '0', '-7', "'s-Hertogenbosch", "'t Hooft", 'a=b', 'zoe@example.org', ''])(
  '%j stays as it is',
  (text) => {
    expect(neutralised(text)).toBe(text);
  },
);

test('taking one apostrophe off before a sign always gives the original', () => {
  const risky = fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '1', 'a'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(risky, fc.string({ unit: 'grapheme' })), (text) => {
      const out = neutralised(text);
      const back = /^'[\s']*[=+\-@＝＋－＠]/u.test(out) ? out.slice(1) : out;
      expect(back).toBe(text);
    }),
  );
});

test('nothing, empty, withheld, and what needs quotation marks', () => {
  expect(csvLine([null, '', undefined, 'a,b', 'a "b"', 'a\r\nb', ' a', -5, true], 'afgeschermd')).toBe(
    ',"","afgeschermd","a,b","a ""b""","a\r\nb"," a",-5,true\r\n',
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, neutralised } from './csv.ts';

test.each(['=1+1', '+SUM(A1)', '-2+3', '@SUM(A1)', ' =1+1', "'=1+1", '＝1+1', '+31 6 1234 5678'])(
  '%j becomes text',
  (text) => {
    expect(neutralised(text)).toBe(`'${text}`);
  },
);

test.each(['-12.50', '+5', '0', '-7', "'s-Hertogenbosch", "'t Hooft", 'a=b', 'zoe@example.org', ''])(
  '%j stays as it is',
  (text) => {
    expect(neutralised(text)).toBe(text);
  },
);

const risky = fc
  .array(fc.constantFrom("'", '"', '=', '+', '-', '@', ' ', '\t', '\n', ';', '1', 'a'))
  .map((all) => all.join(''));

test('taking one apostrophe off before every sign always gives the original', () => {
  fc.assert(
    fc.property(fc.oneof(risky, fc.string({ unit: 'grapheme' })), (text) => {
      const out = neutralised(text);
      const first = /^'[\s'"]*[=+\-@＝＋－＠]/u.test(out) ? out.slice(1) : out;
      expect(first.replace(/([;\t\r\n])'(?=(?:[^\S;\t\r\n]|['"])*[=+\-@＝＋－＠])/gu, '$1')).toBe(text);
    }),
  );
});

test.each([
  ['\t=1+1', "'\t'=1+1"],
  ['\r=1+1', "'\r'=1+1"],
  ['remark;=1+1;', "remark;'=1+1;"],
  ['remark; "=1+1;', `remark;' "=1+1;`],
  ['first\n@SUM(A1)', "first\n'@SUM(A1)"],
  ['tea; coffee', 'tea; coffee'],
])('%j, of which a part can become a cell, becomes %j', (text, expected) => {
  expect(neutralised(text)).toBe(expected);
});

test('no cell begins a formula, wherever a spreadsheet divides the line', () => {
  fc.assert(
    fc.property(fc.array(risky, { minLength: 1, maxLength: 3 }), (cells) => {
      // As it is read where semicolons divide: a quotation mark counts at the beginning of a cell alone.
      for (const cell of csvLine(cells, 'withheld').split(/[;\t\r\n]/))
        expect(cell).not.toMatch(/^[\s"]*(?:[=@]|[+-](?!\d+(?:[.,]\d+)?(?:$|,)))/);
    }),
  );
});

// In quadratic time these would outlast the test.
test('a long text of nothing but line ends comes through', () => {
  const [lines, quotes] = ['\n '.repeat(200_000), `;${"'".repeat(400_000)}`];
  expect(neutralised(lines).length).toBeGreaterThanOrEqual(lines.length);
  expect(neutralised(quotes).length).toBeGreaterThanOrEqual(quotes.length);
});

test('nothing, empty, withheld, and what needs quotation marks', () => {
  expect(csvLine([null, '', undefined, 'a,b', 'a "b"', 'a\r\nb', ' a', -5, true], 'afgeschermd')).toBe(
    ',"","afgeschermd","a,b","a ""b""","a\r\nb"," a",-5,true\r\n',
  );
});

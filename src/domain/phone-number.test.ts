import fc from 'fast-check';
import { getExampleNumber, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { normalisePhoneNumber, phoneDigits } from './phone-number.ts';

test.each([
  '06-12345678',
  '+31 6 1234 5678',
  '0031612345678',
  '(06) 12 34 56 78',
  '31612345678',
  '612345678',
  '+31 (0)6 12345678',
  'tel:+31-6-1234-5678',
  '06.12.34.56.78',
  '06 1234 5678 (werk)',
  '\uff10\uff16 12345678',
])('%s is one number', (written) => {
  expect(normalisePhoneNumber(written)).toBe('+31612345678');
});

test.each([
  ['geen', ''],
  ['n.v.t.', ''],
  ['112', '112'],
  ['000739146', '000739146'],
  ['06 - 1', '061'],
  ['06-12345678 / 020-1234567', '06123456780201234567'],
  ['030-1234567 tst. 12', '+31301234567;ext=12'],
  ['+31 30 123 45 67 x12', '+31301234567;ext=12'],
  ['0301234567', '+31301234567'],
  ['+49 151 23456789', '+4915123456789'],
  ['4915123456789', '+4915123456789'],
  ['004915123456789', '+4915123456789'],
])('%s is %s', (written, normal) => {
  expect(normalisePhoneNumber(written)).toBe(normal);
});

// Numbers that are in use somewhere: that of an example, with other digits at its end.
const number = fc
  .tuple(fc.constantFrom('NL', 'NL', 'BE', 'DE', 'FR', 'GB', 'IT', 'US'), fc.integer({ min: 0, max: 9999 }))
  .map(([country, end]) => {
    const example = getExampleNumber(country, examples)?.number ?? '';
    return parsePhoneNumberFromString(`${example.slice(0, -4)}${String(end).padStart(4, '0')}`);
  })
  .filter((made): made is PhoneNumber => made?.isValid() === true);

function notations(of: PhoneNumber): readonly string[] {
  const written = [
    of.number,
    of.format('INTERNATIONAL'),
    of.format('RFC3966'),
    of.format('IDD', { fromCountry: 'NL' }),
    `00${of.number.slice(1)}`,
  ];
  if (of.countryCallingCode !== '31') return written;
  const national = of.format('NATIONAL');
  return [
    ...written,
    national,
    of.nationalNumber,
    of.number.slice(1),
    of.format('INTERNATIONAL').replace(' ', ' (0)'),
    national.replace(' ', '-'),
  ];
}

const written = number.chain((of) =>
  fc
    .tuple(fc.constantFrom(...notations(of)), fc.constantFrom('', ' ', '\u00a0', '-', '.', '/'))
    .map(([notation, between]) => ({ of, text: notation.replaceAll(' ', between) })),
);

test('every notation of a number is one, and two numbers never are', () => {
  fc.assert(
    fc.property(written, written, (one, other) => {
      expect(normalisePhoneNumber(one.text)).toBe(one.of.number);
      expect(normalisePhoneNumber(one.text) === normalisePhoneNumber(other.text)).toBe(
        one.of.number === other.of.number,
      );
    }),
    { numRuns: 500 },
  );
});

test('the digits of every notation are among those that are looked for', () => {
  fc.assert(
    fc.property(written, ({ of, text }) => {
      const digits = text.replace(/\D/g, '');
      expect(phoneDigits(of.number)).toContain(digits);
      // A column of numbers has no zeros in front.
      expect(
        phoneDigits(of.number).some((each) => each.replace(/^0+/, '') === digits.replace(/^0+/, '')),
      ).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a normal form is its own, whatever was typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+()\d x#;ext=]{0,20}$/)), (text) => {
      const normal = normalisePhoneNumber(text);
      expect(normalisePhoneNumber(normal)).toBe(normal);
    }),
    { numRuns: 500 },
  );
});

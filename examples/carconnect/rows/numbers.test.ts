import { describe, expect, test } from 'vitest';
import { plantedCases } from '../planted-cases.ts';
import {
  iban,
  ibanRemainder,
  ipAddress,
  landline,
  mobile,
  plate,
  plateCount,
  vin,
  vinCheckDigit,
} from './numbers.ts';

const some = [0, 1, 2, 3, 11, 999, 123_456, 1_000_000, 2_999_999];

describe('numbers that are right in form and nobody’s', () => {
  test('the check digit of a vehicle number is the standard’s', () => {
    // The example of the American rule (49 CFR 565): 1M8GDM9AXKP042788.
    expect(vinCheckDigit('1M8GDM9A0KP042788')).toBe('X');
  });

  test.each(some)('vehicle %i', (index) => {
    expect(vin(index)).toMatch(/^ZTC[A-HJ-NPR-Z0-9]{5}[0-9X][A-HJ-NPR-Z0-9]{2}\d{6}$/);
    expect(vin(index).charAt(8)).toBe(vinCheckDigit(vin(index)));
    expect(plate(index)).toMatch(
      /^([AEIOU][A-Z]-\d{3}-[A-Z]|[AEIOU]-\d{3}-[A-Z]{2}|\d{2}-[AEIOU][A-Z]{2}-\d)$/,
    );
  });

  test.each(some)('account %i', (index) => {
    const account = iban(index);
    expect(account).toMatch(/^NL\d{2}(VOOR|FICT|DEMO|GEEN)\d{10}$/);
    expect(ibanRemainder(account.slice(4) + account.slice(0, 4))).toBe(1);
  });

  test('the account of the example IBAN of ISO 13616 checks too', () => {
    expect(ibanRemainder('WEST12345698765432GB82')).toBe(1);
    const { iban: account } = plantedCases['one-of-everything'];
    expect(ibanRemainder(account.slice(4) + account.slice(0, 4))).toBe(1);
  });

  test('telephone numbers and machines are of ranges nobody has', () => {
    expect(some.map(mobile)).toEqual(some.map(() => expect.stringMatching(/^\+31600\d{6}$/)));
    expect(some.map(landline)).toEqual(some.map(() => expect.stringMatching(/^\+31300\d{6}$/)));
    expect(some.map(ipAddress)).toEqual(
      some.map(() =>
        expect.stringMatching(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^2001:db8::[0-9a-f]+$/),
      ),
    );
  });

  test('no two cars share a plate or a number', () => {
    const indexes = Array.from({ length: 50_000 }, (_, place) => place * 61);
    expect(new Set(indexes.map(plate)).size).toBe(indexes.length);
    expect(new Set(indexes.map(vin)).size).toBe(indexes.length);
    expect(() => plate(plateCount)).toThrow(RangeError);
  });
});

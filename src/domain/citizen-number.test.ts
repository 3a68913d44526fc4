import { expect, test } from 'vitest';
import { holdsCitizenNumber, withoutCitizenNumbers } from './citizen-number.ts';

// Invented, and right for the eleven-test.
test.each([
  '123456782',
  'Mijn BSN is 123456782.',
  'bsn:123456782',
  '1234.56.782',
  '123 456 782',
  'burgerservicenummer 11122237 en meer',
  'Het is (123456782), dank u',
])('holds one: %s', (text) => expect(holdsCitizenNumber(text)).toBe(true));

test.each([
  '123456783',
  '+31 612345671',
  '0031 612345671',
  '06 12345678',
  'NL98VOOR0123456782',
  'K-123456782',
  'factuur 2026/123456782',
  '1234567820',
  'EUR 123456782,00',
  '11122237',
  '111111111',
])('leaves %s', (text) => expect(holdsCitizenNumber(text)).toBe(false));

test('takes them out and nothing else', () => {
  expect(withoutCitizenNumbers('Eerst 123456782, dan 0612345678 en 1234.56.782.')).toBe(
    'Eerst […], dan 0612345678 en […].',
  );
});

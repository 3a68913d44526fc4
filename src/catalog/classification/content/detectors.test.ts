import { describe, expect, test } from 'vitest';
import { passesElevenTest } from '../../../domain/citizen-number.ts';
import type { DetectorName } from './detector.ts';
import { detectors } from './detectors.ts';

function recognises(name: DetectorName, value: string): boolean {
  return detectors.some((detector) => detector.name === name && detector.recognises(value));
}

const examples: readonly (readonly [DetectorName, readonly string[], readonly string[]])[] = [
  ['email', ['a.b+c@mail.example.org', 'mailto:x@y.nl'], ['a@b', 'see a@b.nl today', '@name']],
  [
    'phone',
    ['+31 30 123 4567', '030-1234567', '(030) 1234567', '0031 30 1234567'],
    ['12345678', '2026-01-02', '0', '01-02-1980 12'],
  ],
  [
    'iban',
    ['NL91 ABNA 0417 1643 00', 'DE89370400440532013000', 'fr1420041010050500013M02606'],
    ['NL91ABNA0417164301', 'NL91'],
  ],
  ['bsn', ['111222333', '1112.22.333', '10000008'], ['111222334', '000000000', '123', '111111111']],
  ['dutch-postcode', ['1234 AB', '9999zz'], ['0123 AB', '1234 SS', '12345']],
  ['dutch-plate', ['AB-12-CD', '12-ABC-3', 'G-001-BB', '99xx99'], ['ABCDEF', '123456', 'A-1']],
  [
    'vin',
    ['1M8GDM9AXKP042788', 'WVWZZZ1JZXW000001'],
    ['1M8GDM9A1KP042788', '12345678901234567', 'IOQ00000000000000'],
  ],
  [
    'payment-card',
    ['4111 1111 1111 1111', '378282246310005'],
    ['4111 1111 1111 1112', '1234567890123456', '9999999999999995'],
  ],
  [
    'ip-address',
    ['192.0.2.1', '2001:db8::1', '::1', '::ffff:192.0.2.1', '10.0.0.0/8'],
    ['192.0.2.256', '1.2.3', '12:30', '1:2:3:4:5:6:7:8:9', '1.2.3.4.5'],
  ],
  [
    'mac-address',
    ['00:1B:44:11:3A:B7', '00-1b-44-11-3a-b7', '001b.4411.3ab7'],
    ['00:1B:44:11:3A', '00:1B-44:11:3A:B7'],
  ],
  [
    'user-agent',
    ['Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101', 'curl/8.5.0', 'okhttp/4.12.0'],
    ['and/or', 'Firefox', '1/2'],
  ],
  ['uuid', ['0190a5d6-7c1e-7bbb-8a3b-0242ac120002'], ['0190a5d6']],
  ['coordinates', ['52.3702, 4.8952', 'POINT(4.8952 52.3702)'], ['52.37', '1.5,2.5', '999.123,4.895']],
  ['first-name', ['Sanne', 'Jean-Pierre', 'Zoë'], ['Hammer', 'Sanne de Vries', 'banaan']],
  [
    'full-name',
    ['Sanne de Vries', 'Vries, Sanne de', 'Peter Müller'],
    ['Sanne', 'rode trui', 'Peter 2', 'Blue Chair'],
  ],
  ['birth-date', ['1980-02-29', '01-12-1955'], ['2024-05-01', '1980', '1700-01-01']],
  [
    'text-about-people',
    [
      'Sprak met mevrouw over de rekening',
      'bel terug op 030 123 45 67 graag vandaag',
      'Kunde möchte, dass Peter ihn anruft',
    ],
    ['De doos is groot en rood', 'mevrouw'],
  ],
  ['password-hash', ['$2b$12$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=65536'], ['secret', '$100']],
  ['kvk', ['12345678'], ['1234567']],
  ['url', ['https://example.org/a?b=c'], ['example.org']],
];

describe.each(examples)('%s', (name, yes, no) => {
  test.each(yes)('recognises %s', (value) => expect(recognises(name, value)).toBe(true));
  test.each(no)('leaves %s', (value) => expect(recognises(name, value)).toBe(false));
});

test('every detector has examples', () => {
  expect(examples.map(([name]) => name).sort()).toEqual(detectors.map(({ name }) => name).sort());
});

test('one number of nine digits in eleven passes the eleven-test', () => {
  const numbers = Array.from({ length: 11_000 }, (_, at) => String(123_450_000 + at));
  const passed = numbers.filter(passesElevenTest).length;
  expect(passed).toBeGreaterThan(900);
  expect(passed).toBeLessThan(1_100);
});

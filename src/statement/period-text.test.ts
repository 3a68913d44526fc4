import { expect, test } from 'vitest';
import { dateText, momentText } from './date-text.ts';
import { periodText } from './period-text.ts';

test('says a period as people do', () => {
  expect(periodText('P7Y', 'nl')).toBe('7 jaar');
  expect(periodText('P1M', 'nl')).toBe('1 maand');
  expect(periodText('P1Y6M', 'nl')).toBe('1 jaar en 6 maanden');
  expect(periodText('P4W', 'en')).toBe('4 weeks');
});

test('says a date and a moment where the law counts', () => {
  expect(dateText(Temporal.PlainDate.from('2026-12-23'), 'nl')).toBe('23 december 2026');
  expect(dateText(Temporal.PlainDate.from('2026-12-23'), 'en')).toBe('23 December 2026');
  const at = Temporal.Instant.from('2026-12-23T23:05:00Z');
  expect(momentText(at, 'nl', 'Europe/Amsterdam')).toBe('24 december 2026 om 00:05');
});

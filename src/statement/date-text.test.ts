import { expect, test } from 'vitest';
import { dateText, momentText } from './date-text.ts';

test('says a date and a moment where the law counts', () => {
  expect(dateText(Temporal.PlainDate.from('2026-12-23'), 'nl')).toBe('23 december 2026');
  expect(dateText(Temporal.PlainDate.from('2026-12-23'), 'en')).toBe('23 December 2026');
  const at = Temporal.Instant.from('2026-12-23T23:05:00Z');
  expect(momentText(at, 'nl', 'Europe/Amsterdam')).toBe('24 december 2026 om 00:05');
});

import { describe, expect, it } from 'vitest';
import { parseLocalTime } from './local-time.ts';

describe('times that people write down', () => {
  it('reads a time in the Netherlands', () => {
    expect(parseLocalTime('2026-06-10T10:20').toString()).toBe('2026-06-10T08:20:00Z');
    expect(parseLocalTime('2026-12-10 10:20:30').toString()).toBe('2026-12-10T09:20:30Z');
    expect(parseLocalTime('2026-12-10T10:20Z').toString()).toBe('2026-12-10T10:20:00Z');
  });

  it('refuses a time that the clock skipped', () => {
    expect(() => parseLocalTime('2026-03-29T02:30')).toThrow(/did not exist/);
    expect(() => parseLocalTime('2026-03-29T02:00')).toThrow(/did not exist/);
    expect(parseLocalTime('2026-03-29T03:00').toString()).toBe('2026-03-29T01:00:00Z');
  });

  it('takes the earlier of two unless told which', () => {
    expect(parseLocalTime('2026-10-25T02:30').toString()).toBe('2026-10-25T00:30:00Z');
    expect(parseLocalTime('2026-10-25T02:30+01:00').toString()).toBe('2026-10-25T01:30:00Z');
  });

  it.each([
    '',
    'yesterday',
    '2026-10-25',
    '2026-02-30T10:00',
    '2026-02-30T10:00Z',
    '2026-13-01T10:00',
    '2026-01-01T25:00',
  ])('refuses %j with what to write instead', (text) => {
    expect(() => parseLocalTime(text)).toThrow(/Write it as|not a time on the calendar/);
  });
});

import { describe, expect, it } from 'vitest';
import { GestandError } from '../base/error.ts';
import { durationText, retentionText } from './describe.ts';

describe('durationText', () => {
  it.each([
    ['P7Y', '7 jaar', '7 years'],
    ['P1Y', '1 jaar', '1 year'],
    ['P24M', '24 maanden', '24 months'],
    ['P1M', '1 maand', '1 month'],
    ['P4W', '4 weken', '4 weeks'],
    ['P30D', '30 dagen', '30 days'],
    ['P1Y6M', '1 jaar en 6 maanden', '1 year and 6 months'],
    ['P1Y6M2D', '1 jaar, 6 maanden en 2 dagen', '1 year, 6 months and 2 days'],
  ])('reads %s as "%s" and "%s"', (period, nl, en) => {
    expect([durationText(period, 'nl'), durationText(period, 'en')]).toEqual([nl, en]);
  });

  it('refuses hours', () => {
    expect(() => durationText('PT48H', 'nl')).toThrow(GestandError);
  });
});

describe('retentionText', () => {
  const event = { nl: 'uw laatste activiteit', en: 'your last activity' };

  it('names the event or the end of the year', () => {
    expect(retentionText({ period: 'P24M', from: 'event', event }, 'nl')).toBe(
      '24 maanden vanaf uw laatste activiteit',
    );
    expect(retentionText({ period: 'P24M', from: 'event', event }, 'en')).toBe(
      '24 months from your last activity',
    );
    expect(retentionText({ period: 'P7Y', from: 'book-year-end', event }, 'nl')).toBe(
      '7 jaar vanaf het einde van het boekjaar',
    );
    expect(retentionText({ period: 'P5Y', from: 'calendar-year-end', event }, 'en')).toBe(
      '5 years from the end of the calendar year',
    );
  });
});

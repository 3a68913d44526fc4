import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookup } from './law-pack.ts';
import {
  earliestHeldStart,
  heldUntil,
  isHeld,
  lastDayHeld,
  parsePeriod,
  type RetentionTerm,
} from './retention.ts';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const today = date('2026-11-23');

describe('how long things are held', () => {
  it.each([
    ['R01', lookup('retention.awr.years', today), '2019-05-12', '2026-12-31'],
    ['R03', lookup('sepa.mandate.months', today), '2025-09-30', '2026-11-30'],
    ['R05', lookup('sepa.refund.weeks', today), '2026-11-02', '2026-12-28'],
    ['R06', lookup('sepa.dormant.months', today), '2023-10-15', '2026-10-15'],
    ['R07', lookup('jobs.weeks', today), '2026-10-01', '2026-10-29'],
    ['R08', lookup('hr.idcopy.years', today), '2021-03-15', '2026-12-31'],
  ] as const)('%s', (_, term, start, until) => {
    expect(heldUntil(date(start), term).toString()).toBe(until);
  });

  it('R01: goes from the first of January, and the records of 2013 at the end of 2020', () => {
    const term = lookup('retention.awr.years', today);
    expect(isHeld(date('2019-05-12'), term, { onDate: date('2026-12-31') })).toBe(true);
    expect(isHeld(date('2019-05-12'), term, { onDate: date('2027-01-01') })).toBe(false);
    expect(earliestHeldStart(term, date('2021-01-01')).toString()).toBe('2014-01-01');
  });

  it('counts from the end of a book year that is not a calendar year', () => {
    const term: RetentionTerm = { period: 'P7Y', from: 'book-year-end' };
    const june = Temporal.PlainMonthDay.from('06-30');
    expect(heldUntil(date('2019-06-30'), term, june).toString()).toBe('2026-06-30');
    expect(heldUntil(date('2019-07-01'), term, june).toString()).toBe('2027-06-30');
    expect(earliestHeldStart(term, date('2026-07-01'), june).toString()).toBe('2019-07-01');
    const february = Temporal.PlainMonthDay.from('02-29');
    expect(heldUntil(date('2023-02-28'), term, february).toString()).toBe('2030-02-28');
    expect(heldUntil(date('2024-02-29'), term, february).toString()).toBe('2031-02-28');
  });

  it('R10: a dispute has no end until it is released, whatever the term says', () => {
    const term = { kind: 'term', until: date('2026-12-31') } as const;
    expect(lastDayHeld([])).toBeNull();
    expect(lastDayHeld([term])?.toString()).toBe('2026-12-31');
    expect(lastDayHeld([term, { kind: 'litigation', releasedOn: null }])).toBe('until-released');
    expect(lastDayHeld([term, { kind: 'litigation', releasedOn: date('2028-03-01') }])?.toString()).toBe(
      '2028-02-29',
    );
    expect(lastDayHeld([{ kind: 'litigation', releasedOn: date('2025-03-01') }, term])?.toString()).toBe(
      '2026-12-31',
    );
  });

  it.each(['', 'P', '7 jaar', 'P7', 'PT1H', '-P7Y', 'P1.5Y', 'P1YT2H', 'P7Y '])(
    'refuses the period %j',
    (text) => {
      expect(() => parsePeriod(text)).toThrow(/not a retention period/);
    },
  );

  it('keeps nothing a day longer under a term of no days', () => {
    const now: RetentionTerm = { period: 'P0D', from: 'event' };
    expect(heldUntil(today, now).equals(today)).toBe(true);
    expect(earliestHeldStart(now, today).equals(today)).toBe(true);
  });
});

describe('the first start date that is still held', () => {
  const terms = fc
    .record({
      years: fc.integer({ min: 0, max: 12 }),
      months: fc.integer({ min: 0, max: 40 }),
      weeks: fc.integer({ min: 0, max: 9 }),
      days: fc.integer({ min: 0, max: 70 }),
      from: fc.constantFrom('event', 'book-year-end', 'calendar-year-end'),
    })
    .map(
      ({ years, months, weeks, days, from }): RetentionTerm => ({
        period: `P${years}Y${months}M${weeks}W${days}D`,
        from,
      }),
    );
  const days = fc
    .integer({ min: 0, max: 365 * 12 })
    .map((offset) => date('2019-01-01').add({ days: offset }));
  const closes = fc
    .constantFrom('12-31', '06-30', '02-29', '02-28', '03-31', '01-01', '11-30')
    .map((text) => Temporal.PlainMonthDay.from(text));

  it('agrees with heldUntil on the days around it', () => {
    fc.assert(
      fc.property(terms, days, closes, (term, onDate, bookYearEnd) => {
        const first = earliestHeldStart(term, onDate, bookYearEnd);
        for (let offset = -40; offset < 40; offset++) {
          const start = first.add({ days: offset });
          expect(isHeld(start, term, { onDate, bookYearEnd }), `${start}`).toBe(offset >= 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('agrees with heldUntil on any day, near or far', () => {
    fc.assert(
      fc.property(
        terms,
        days,
        closes,
        fc.integer({ min: -9000, max: 3000 }),
        (term, onDate, bookYearEnd, offset) => {
          const start = onDate.add({ days: offset });
          const first = earliestHeldStart(term, onDate, bookYearEnd);
          expect(Temporal.PlainDate.compare(start, first) >= 0).toBe(
            isHeld(start, term, { onDate, bookYearEnd }),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('walks back over a month that was clamped', () => {
    // 28 January plus a month is 28 February, and so are the 29th, 30th and 31st: all of them are still held.
    expect(earliestHeldStart({ period: 'P1M', from: 'event' }, date('2026-02-28')).toString()).toBe(
      '2026-01-28',
    );
    expect(earliestHeldStart({ period: 'P1M', from: 'event' }, date('2026-03-31')).toString()).toBe(
      '2026-03-01',
    );
    expect(earliestHeldStart({ period: 'P1M', from: 'event' }, date('2026-03-01')).toString()).toBe(
      '2026-02-01',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerDeadline,
  deadlineInstant,
  extendAnswer,
  hourEnd,
  inTime,
  legalDate,
  monthDeadline,
  monthEnd,
  outer,
  safeDate,
} from './deadlines.ts';
import type { HolidayCalendar } from './holiday-rule.ts';
import { parseLocalTime } from './local-time.ts';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const local = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO('Europe/Amsterdam').toString({ timeZoneName: 'never', smallestUnit: 'minute' });

describe('terms in months (Reg. 1182/71)', () => {
  it.each([
    ['M01', '2026-01-31', 1, '2026-02-28', '2026-03-02', '2026-03-02', '2026-03-02'],
    ['M02', '2027-01-31', 1, '2027-02-28', '2027-03-01', '2027-03-01', '2027-03-01'],
    ['M03', '2028-01-31', 1, '2028-02-29', '2028-02-29', '2028-02-29', '2028-02-29'],
    ['M05', '2026-01-29', 1, '2026-02-28', '2026-03-02', '2026-03-02', '2026-03-02'],
    ['M07', '2026-03-05', 1, '2026-04-05', '2026-04-07', '2026-04-07', '2026-04-07'],
    ['M09', '2027-02-26', 1, '2027-03-26', '2027-03-26', '2027-03-30', '2027-03-30'],
    ['M10', '2026-03-27', 1, '2026-04-27', '2026-04-28', '2026-04-28', '2026-04-28'],
    ['M12', '2028-03-27', 1, '2028-04-27', '2028-04-28', '2028-04-28', '2028-05-01'],
    ['M13', '2026-04-05', 1, '2026-05-05', '2026-05-06', '2026-05-06', '2026-05-06'],
    ['M16', '2026-04-25', 1, '2026-05-25', '2026-05-26', '2026-05-26', '2026-05-26'],
    ['M17', '2026-11-25', 1, '2026-12-25', '2026-12-28', '2026-12-28', '2026-12-28'],
    ['M19', '2025-12-02', 1, '2026-01-02', '2026-01-02', '2026-01-02', '2026-01-05'],
    ['M21', '2026-11-23', 1, '2026-12-23', '2026-12-23', '2026-12-23', '2026-12-23'],
    ['M23', '2026-01-31', 3, '2026-04-30', '2026-04-30', '2026-04-30', '2026-04-30'],
    ['the day 5 March', '2025-03-05', 1, '2025-04-05', '2025-04-07', '2025-04-07', '2025-04-07'],
    ['the day 31 August', '2026-08-31', 1, '2026-09-30', '2026-09-30', '2026-09-30', '2026-09-30'],
  ] as const)('%s: received %s, %i month(s)', (_, received, months, nominal, a, b, c) => {
    expect(safeDate(date(received), months).toString()).toBe(nominal);
    expect(legalDate(date(received), months).toString()).toBe(b);
    const by = (calendar: HolidayCalendar): string => legalDate(date(received), months, calendar).toString();
    expect([by('A'), by('B'), by('C')]).toEqual([a, b, c]);
  });

  it('M26: a notice of extension counts until the last minute of the legal date', () => {
    const received = parseLocalTime('2026-01-31T12:00');
    expect(answerDeadline(received).legalDate.toString()).toBe('2026-03-02');
    const extended = extendAnswer(received, {
      sentAt: parseLocalTime('2026-03-02T23:59'),
      reason: 'complexity',
    });
    expect(extended).toMatchObject({ kind: 'extended' });
    if (extended.kind === 'extended') {
      expect(extended.deadline.legalDate.toString()).toBe('2026-04-30');
      expect(extended.deadline.months).toBe(3);
    }
    expect(extendAnswer(received, { sentAt: parseLocalTime('2026-03-03T00:00'), reason: 'number' })).toEqual({
      kind: 'not-extended',
      because: 'notice-too-late',
    });
  });

  it('extends for how complex or how many, and for nothing else', () => {
    const received = parseLocalTime('2026-11-23T09:00');
    const sentAt = parseLocalTime('2026-12-01T09:00');
    expect(extendAnswer(received, { sentAt, reason: 'number' }).kind).toBe('extended');
    expect(extendAnswer(received, { sentAt, reason: 'holidays' })).toEqual({
      kind: 'not-extended',
      because: 'no-lawful-reason',
    });
  });

  it('M27: counts from the date in the Netherlands, not the date in UTC', () => {
    const received = Temporal.Instant.from('2026-03-28T23:30:00Z');
    const deadline = monthDeadline(received, 1);
    expect(deadline.received.toString()).toBe('2026-03-29');
    expect(deadline.safeDate.toString()).toBe('2026-04-29');
  });

  it('plans on the working day before, and is late after the last millisecond of the legal date', () => {
    const deadline = answerDeadline(parseLocalTime('2026-01-31T12:00'));
    expect(deadline.planningDate.toString()).toBe('2026-02-27');
    expect(deadline.dueAt.toString()).toBe('2026-03-02T22:59:59.999Z');
    expect(inTime(deadline.dueAt, deadline.legalDate)).toBe(true);
    expect(inTime(deadline.dueAt.add({ milliseconds: 1 }), deadline.legalDate)).toBe(false);
  });

  it('ends a day by the clock of the Netherlands in summer and in winter', () => {
    expect(deadlineInstant(date('2026-03-29')).toString()).toBe('2026-03-29T21:59:59.999Z');
    expect(deadlineInstant(date('2026-10-25')).toString()).toBe('2026-10-25T22:59:59.999Z');
  });

  it('agrees with a calendar walked day by day', () => {
    const days = fc
      .integer({ min: 0, max: 365 * 40 })
      .map((offset) => date('2018-05-25').add({ days: offset }));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 14 }), (received, months) => {
        expect(monthEnd(received, months).toString()).toBe(walkMonths(received, months).toString());
        for (const calendar of ['A', 'B', 'C'] as const) {
          const end = legalDate(received, months, calendar);
          expect(Temporal.PlainDate.compare(end, monthEnd(received, months))).toBeGreaterThanOrEqual(0);
          expect(end.dayOfWeek).toBeLessThan(6);
          expect(end.since(monthEnd(received, months)).days).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/**
 * Art. 3(2)(c), walked: go forward a day at a time; each time the month turns, one month more has begun. In the
 * last one, stop at the day with the same number, or at the last day when the month ends before it.
 */
function walkMonths(received: Temporal.PlainDate, months: number): Temporal.PlainDate {
  let day = received;
  let monthsBegun = 0;
  for (;;) {
    const next = day.add({ days: 1 });
    if (monthsBegun === months && (day.day === received.day || next.month !== day.month)) return day;
    if (next.month !== day.month) monthsBegun++;
    day = next;
  }
}

describe('terms in hours', () => {
  it.each([
    [
      'H01',
      '2026-03-27T10:00+01:00',
      '2026-03-29T11:00+02:00',
      '2026-03-30T11:00+02:00',
      '2026-03-30T11:00+02:00',
      '2026-03-31T11:00+02:00',
    ],
    [
      'H03',
      '2026-10-23T10:00+02:00',
      '2026-10-25T09:00+01:00',
      '2026-10-26T09:00+01:00',
      '2026-10-26T09:00+01:00',
      '2026-10-27T09:00+01:00',
    ],
    [
      'H05',
      '2026-04-03T17:00+02:00',
      '2026-04-05T17:00+02:00',
      '2026-04-06T17:00+02:00',
      '2026-04-06T17:00+02:00',
      '2026-04-07T17:00+02:00',
    ],
    [
      'H07',
      '2026-06-10T10:20+02:00',
      '2026-06-12T10:20+02:00',
      '2026-06-13T10:20+02:00',
      '2026-06-13T11:00+02:00',
      '2026-06-14T10:20+02:00',
    ],
  ] as const)('%s: from %s', (_, start, in48, in72, outer72, in96) => {
    const aware = Temporal.Instant.from(start);
    expect(local(hourEnd(aware, 48))).toBe(in48);
    expect(local(hourEnd(aware, 72))).toBe(in72);
    expect(local(outer(aware, 72))).toBe(outer72);
    expect(local(hourEnd(aware, 96))).toBe(in96);
  });

  it('H09: takes the earlier of two times that look the same', () => {
    expect(local(hourEnd(parseLocalTime('2026-10-25T02:30'), 72))).toBe('2026-10-28T01:30+01:00');
    expect(local(hourEnd(parseLocalTime('2026-10-25T02:30+02:00'), 72))).toBe('2026-10-28T01:30+01:00');
    expect(local(hourEnd(parseLocalTime('2026-10-25T02:30+01:00'), 72))).toBe('2026-10-28T02:30+01:00');
  });

  it('H11: a processor that told us after 35 hours was later than its 24', () => {
    const processorAware = parseLocalTime('2026-06-09T09:00');
    const informed = parseLocalTime('2026-06-10T20:00');
    expect(Temporal.Instant.compare(informed, hourEnd(processorAware, 24))).toBeGreaterThan(0);
    expect(informed.since(processorAware).total('hours')).toBe(35);
    expect(local(hourEnd(informed, 48))).toBe('2026-06-12T20:00+02:00');
  });
});

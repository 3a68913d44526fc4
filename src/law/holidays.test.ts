import { describe, expect, it } from 'vitest';
import type { HolidayCalendar } from './holiday-rule.ts';
import {
  easterSunday,
  holidaysOf,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysAfter,
} from './holidays.ts';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const dates = (year: number, calendar: HolidayCalendar): readonly string[] =>
  holidaysOf(year, calendar).map((holiday) => holiday.date.toString());

describe('public holidays of the Netherlands', () => {
  it('computes Easter', () => {
    const known = [
      '2018-04-01',
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2038-04-25',
      '2285-03-22',
    ];
    expect(known.map((text) => easterSunday(date(text).year).toString())).toEqual(known);
  });

  it('lists 2026 by each calendar', () => {
    const a = [
      '2026-01-01',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ];
    expect(dates(2026, 'A')).toEqual(a);
    expect(dates(2026, 'B')).toEqual([...a, '2026-04-03'].sort());
    expect(dates(2026, 'C')).toEqual([...a, '2026-04-03', '2026-01-02', '2026-05-15'].sort());
  });

  it('celebrates King’s Day on Saturday when the 27th is a Sunday', () => {
    expect(dates(2025, 'A')).toContain('2025-04-26');
    expect(dates(2025, 'A')).not.toContain('2025-04-27');
    expect(dates(2031, 'A')).toContain('2031-04-26');
  });

  it('knows no rules for a year before its own begin', () => {
    expect(() => holidaysOf(2013, 'B')).toThrow(/holidays\.nl/);
  });

  it('rolls over Christmas and the weekend after it, both ways', () => {
    expect(isWorkingDay(date('2026-12-24'), 'B')).toBe(true);
    expect(nextWorkingDay(date('2026-12-25'), 'B').toString()).toBe('2026-12-28');
    expect(previousWorkingDay(date('2026-12-27'), 'B').toString()).toBe('2026-12-24');
    expect(nextWorkingDay(date('2026-12-28'), 'B').toString()).toBe('2026-12-28');
  });

  it('counts working days after a day that does not count', () => {
    expect(workingDaysAfter(date('2026-04-02'), 2, 'B').toString()).toBe('2026-04-08');
    expect(workingDaysAfter(date('2026-04-02'), 5, 'A').toString()).toBe('2026-04-10');
    expect(workingDaysAfter(date('2026-04-04'), 0, 'B').toString()).toBe('2026-04-04');
  });
});

import { describe, expect, it } from 'vitest';
import { deadlineInstant, monthDeadline } from './deadlines.ts';
import { decreeDays, type HolidayCalendar } from './holiday-rule.ts';

/**
 * The rules of the regulation, walked: a calendar that is written down a day at a time, with plain numbers, and of which
 * every question is answered by counting. It shares no arithmetic with the code it is compared with.
 */
interface WalkedDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly off: Readonly<Record<HolidayCalendar, boolean>>;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function walk(firstYear: number, lastYear: number): readonly WalkedDay[] {
  const days: WalkedDay[] = [];
  // 1 January 2018 was a Monday.
  let weekday = 0;
  for (let year = firstYear; year <= lastYear; year++) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const start = days.length;
    for (const [at, length] of monthLengths.entries())
      for (let day = 1; day <= length + (at === 1 && leap ? 1 : 0); day++) {
        days.push({ year, month: at + 1, day, weekday, off: { A: false, B: false, C: false } });
        weekday = (weekday + 1) % 7;
      }
    markHolidays(days, start);
  }
  return days;
}

function markHolidays(days: WalkedDay[], start: number): void {
  const year = days[start]?.year ?? 0;
  const at = (month: number, day: number) =>
    days.findIndex((each, index) => index >= start && each.month === month && each.day === day);
  const easter = easterIndex(days, start);
  const king = at(4, 27);
  const named = [
    at(1, 1),
    easter + 1,
    days[king]?.weekday === 6 ? king - 1 : king,
    at(5, 5),
    easter + 39,
    easter + 50,
    at(12, 25),
    at(12, 26),
  ];
  const decreed = decreeDays
    .filter((text) => text.startsWith(`${year}-`))
    .map((text) => at(Number(text.slice(5, 7)), Number(text.slice(8, 10))));
  for (let index = start; index < days.length; index++) {
    const each = days[index];
    if (each === undefined) continue;
    const A = each.weekday > 4 || named.includes(index);
    const B = A || index === easter - 2;
    days[index] = { ...each, off: { A, B, C: B || decreed.includes(index) } };
  }
}

/**
 * The Sunday after the fourteenth day of the moon that falls on 21 March or later, by the table of golden numbers that
 * holds from 1900 to 2199 (Book of Common Prayer, table II).
 */
const paschalMoons: readonly (readonly [month: number, day: number])[] = [
  [4, 14],
  [4, 3],
  [3, 23],
  [4, 11],
  [3, 31],
  [4, 18],
  [4, 8],
  [3, 28],
  [4, 16],
  [4, 5],
  [3, 25],
  [4, 13],
  [4, 2],
  [3, 22],
  [4, 10],
  [3, 30],
  [4, 17],
  [4, 7],
  [3, 27],
];

function easterIndex(days: readonly WalkedDay[], start: number): number {
  const [month, day] = paschalMoons[(days[start]?.year ?? 0) % 19] ?? [0, 0];
  let index = days.findIndex((each, at) => at >= start && each.month === month && each.day === day) + 1;
  while (days[index]?.weekday !== 6) index++;
  return index;
}

/** A month has begun each time its number changes; in the last one, the same number or the end of the month. */
function walkedEnd(days: readonly WalkedDay[], from: number, months: number): number {
  const wanted = days[from]?.day ?? 0;
  let begun = 0;
  for (let index = from; ; index++) {
    const [here, next] = [days[index], days[index + 1]];
    if (here === undefined || next === undefined) throw new Error('walked off the calendar');
    const last = here.month !== next.month;
    if (begun === months && (here.day === wanted || last)) return index;
    if (last) begun++;
  }
}

const text = ({ year, month, day }: WalkedDay) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('terms in months, against a calendar that is walked day by day', () => {
  const days = walk(2018, 2065);
  const first = days.findIndex((day) => text(day) === '2018-05-25');

  it('agrees on every day of 46 years, for one, two and three months and each calendar', () => {
    let compared = 0;
    for (const months of [1, 2, 3])
      for (const calendar of ['A', 'B', 'C'] as const)
        for (let from = first; (days[from]?.year ?? 9999) < 2065; from++) {
          const received = days[from];
          if (received === undefined) continue;
          const nominal = walkedEnd(days, from, months);
          let legal = nominal;
          while (days[legal]?.off[calendar] === true) legal++;
          let planned = nominal;
          while (days[planned]?.off[calendar] === true) planned--;
          const found = deadlineOf(text(received), months, calendar);
          const expected = [nominal, legal, planned].map((at) => text(days[at] ?? received));
          if (found.join() !== expected.join())
            expect(found, `${text(received)}, ${months}, ${calendar}`).toEqual(expected);
          compared++;
        }
    expect(compared).toBeGreaterThan(100_000);
  }, 120_000);
});

function deadlineOf(received: string, months: number, calendar: HolidayCalendar): readonly string[] {
  // The last millisecond of the day: what is received then is received that day.
  const at = deadlineInstant(Temporal.PlainDate.from(received));
  const { safeDate, legalDate, planningDate } = monthDeadline(at, months, calendar);
  return [safeDate, legalDate, planningDate].map(String);
}

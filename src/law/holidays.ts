import type { Localised } from '../domain/language.ts';
import type { HolidayCalendar, HolidayDay } from './holiday-rule.ts';
import { lookup } from './law-pack.ts';

export interface Holiday {
  readonly date: Temporal.PlainDate;
  readonly name: Localised;
}

/**
 * The public holidays of the Netherlands in a year, in order, by the chosen calendar.
 *
 * @throws GestandError `not-found` for a year before the pack's holiday rules begin.
 */
export function holidaysOf(year: number, calendar: HolidayCalendar): readonly Holiday[] {
  const rules = lookup('holidays.nl', new Temporal.PlainDate(year, 1, 1));
  const days = rules
    .filter((rule) => rule.paragraph === 1 || calendar !== 'A')
    .map((rule): Holiday => ({ date: dateIn(year, rule.day), name: rule.name }));
  if (calendar === 'C') {
    for (const text of lookup('holidays.nl.decree', new Temporal.PlainDate(year, 1, 1))) {
      const date = Temporal.PlainDate.from(text);
      const name = { nl: 'Gelijkgestelde dag', en: 'Day equated by decree' };
      if (date.year === year) days.push({ date, name });
    }
  }
  return days.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}

/** Neither a Saturday, nor a Sunday, nor a public holiday by that calendar. */
export function isWorkingDay(date: Temporal.PlainDate, calendar: HolidayCalendar): boolean {
  return date.dayOfWeek < 6 && !datesOff(date.year, calendar).has(date.toString());
}

/** Made once a year and calendar: a clock asks the same few years over and over. */
const known = new Map<string, ReadonlySet<string>>();

function datesOff(year: number, calendar: HolidayCalendar): ReadonlySet<string> {
  const key = `${year}${calendar}`;
  const dates = known.get(key) ?? new Set(holidaysOf(year, calendar).map(({ date }) => date.toString()));
  known.set(key, dates);
  return dates;
}

/** The date itself when it is a working day, else the next one (Reg. 1182/71 art. 3(4)). */
export function nextWorkingDay(date: Temporal.PlainDate, calendar: HolidayCalendar): Temporal.PlainDate {
  return workingDay(date, calendar, 1);
}

/** The date itself when it is a working day, else the one before it. */
export function previousWorkingDay(date: Temporal.PlainDate, calendar: HolidayCalendar): Temporal.PlainDate {
  return workingDay(date, calendar, -1);
}

/** The last day of a term of so many working days; the day it starts on does not count. */
export function workingDaysAfter(
  start: Temporal.PlainDate,
  workingDays: number,
  calendar: HolidayCalendar,
): Temporal.PlainDate {
  let date = start;
  for (let counted = 0; counted < workingDays; counted++) {
    date = nextWorkingDay(date.add({ days: 1 }), calendar);
  }
  return date;
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * correction + 114;
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1);
}

function dateIn(year: number, day: HolidayDay): Temporal.PlainDate {
  switch (day.kind) {
    case 'fixed':
      return new Temporal.PlainDate(year, day.month, day.day);
    case 'fixed-not-sunday': {
      const date = new Temporal.PlainDate(year, day.month, day.day);
      return date.dayOfWeek === 7 ? date.subtract({ days: 1 }) : date;
    }
    case 'easter':
      return easterSunday(year).add({ days: day.offsetDays });
  }
}

function workingDay(date: Temporal.PlainDate, calendar: HolidayCalendar, step: 1 | -1): Temporal.PlainDate {
  let candidate = date;
  // The longest run of days off in any year is well under a fortnight: Christmas with a weekend, or Easter.
  for (let days = 0; days < 14; days++) {
    if (isWorkingDay(candidate, calendar)) return candidate;
    candidate = candidate.add({ days: step });
  }
  return candidate;
}

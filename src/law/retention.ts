import { assert, present } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';

/** What a term is counted from: the event itself, or the end of the year in which it fell. */
export type RetentionStart = 'event' | 'book-year-end' | 'calendar-year-end';

export interface RetentionTerm {
  /** ISO 8601 duration in years, months, weeks and days: `P7Y`, `P14M`, `P4W`. */
  readonly period: string;
  readonly from: RetentionStart;
}

/** For a company whose books close with the calendar year, as most do. */
export const calendarBookYear = Temporal.PlainMonthDay.from('12-31');

/**
 * The last day of the hold: an invoice of 2019-05-12 under seven years from the end of the book year is held
 * to and including 2026-12-31 and goes from 2027-01-01. Of a term that is a maximum it is the last day on which
 * erasing is in time. `bookYearEnd` is the day on which the books close each year; 29 February means the last
 * of February.
 *
 * @throws GestandError `bad-input` when the period is not an ISO duration of whole days.
 */
export function heldUntil(
  start: Temporal.PlainDate,
  term: RetentionTerm,
  bookYearEnd: Temporal.PlainMonthDay = calendarBookYear,
): Temporal.PlainDate {
  return anchor(start, term, bookYearEnd).add(parsePeriod(term.period));
}

/** Whether something that started then is still under its term on that date. */
export function isHeld(
  start: Temporal.PlainDate,
  term: RetentionTerm,
  { onDate, bookYearEnd = calendarBookYear }: OnDate,
): boolean {
  return Temporal.PlainDate.compare(heldUntil(start, term, bookYearEnd), onDate) >= 0;
}

export interface OnDate {
  readonly onDate: Temporal.PlainDate;
  readonly bookYearEnd?: Temporal.PlainMonthDay;
}

/**
 * The smallest start date that is still held on a date: everything that started on it or later is held, and
 * everything before it is free to go. This is `heldUntil` the other way round, so that one comparison in SQL
 * decides about a million rows (`start_date >= $1`).
 *
 * @throws GestandError `bad-input` when the period is not an ISO duration of whole days.
 */
export function earliestHeldStart(
  term: RetentionTerm,
  onDate: Temporal.PlainDate,
  bookYearEnd: Temporal.PlainMonthDay = calendarBookYear,
): Temporal.PlainDate {
  const period = parsePeriod(term.period);
  const event = earliestEnding(period, onDate);
  if (term.from === 'event') return event;
  // The first year end on or after that event is the first one whose hold lasts; its year starts the day after
  // the year end before it.
  const close = closing(term, bookYearEnd);
  return yearEnd(yearEndOf(event, close).year - 1, close).add({ days: 1 });
}

/** Why something must stay: a term of law, or a dispute that has no end date until somebody releases it. */
export type Hold =
  | { readonly kind: 'term'; readonly until: Temporal.PlainDate }
  | { readonly kind: 'litigation'; readonly releasedOn: Temporal.PlainDate | null };

/**
 * The last day on which any of the holds applies: the longest wins, and a dispute that was not released has no
 * end. `null` when there is no hold. A released dispute holds to the day before its release.
 */
export function lastDayHeld(holds: readonly Hold[]): Temporal.PlainDate | 'until-released' | null {
  let last: Temporal.PlainDate | null = null;
  for (const hold of holds) {
    if (hold.kind === 'litigation' && hold.releasedOn === null) return 'until-released';
    const until =
      hold.kind === 'term' ? hold.until : present(hold.releasedOn, 'release').subtract({ days: 1 });
    if (last === null || Temporal.PlainDate.compare(until, last) > 0) last = until;
  }
  return last;
}

/**
 * Reads an ISO 8601 duration of whole days and more.
 *
 * @throws GestandError `bad-input` when it is not one, is negative, or names hours.
 */
export function parsePeriod(text: string): Temporal.Duration {
  if (!/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/.test(text)) {
    throw new GestandError(
      'bad-input',
      `${JSON.stringify(text)} is not a retention period. Write years, months, weeks or days, as in P7Y, P14M, P4W or P30D.`,
    );
  }
  return Temporal.Duration.from(text);
}

function anchor(
  start: Temporal.PlainDate,
  term: RetentionTerm,
  bookYearEnd: Temporal.PlainMonthDay,
): Temporal.PlainDate {
  return term.from === 'event' ? start : yearEndOf(start, closing(term, bookYearEnd));
}

function closing(term: RetentionTerm, bookYearEnd: Temporal.PlainMonthDay): Temporal.PlainMonthDay {
  return term.from === 'calendar-year-end' ? calendarBookYear : bookYearEnd;
}

/** The end of the year, closing on that day, to which the date belongs. */
function yearEndOf(date: Temporal.PlainDate, close: Temporal.PlainMonthDay): Temporal.PlainDate {
  const sameYear = yearEnd(date.year, close);
  return Temporal.PlainDate.compare(date, sameYear) <= 0 ? sameYear : yearEnd(date.year + 1, close);
}

// Temporal moves 29 February to the 28th in a year without one.
function yearEnd(year: number, close: Temporal.PlainMonthDay): Temporal.PlainDate {
  return close.toPlainDate({ year });
}

/** The smallest date that, with the period added, is not before `onDate`. */
function earliestEnding(period: Temporal.Duration, onDate: Temporal.PlainDate): Temporal.PlainDate {
  const reaches = (date: Temporal.PlainDate): boolean =>
    Temporal.PlainDate.compare(date.add(period), onDate) >= 0;
  // Subtracting is only nearly the inverse of adding: 30 November less three months is 30 August, but 31 August
  // plus three months is 30 November too, and 31 March less one month clamps to 28 February. The answer is a
  // few days away at most, and adding never goes back, so a short walk finds it.
  let date = onDate
    .subtract({ weeks: period.weeks, days: period.days })
    .subtract({ years: period.years, months: period.months });
  let steps = 0;
  for (; reaches(date.subtract({ days: 1 })) && steps < 8; steps++) date = date.subtract({ days: 1 });
  for (; !reaches(date) && steps < 8; steps++) date = date.add({ days: 1 });
  assert(
    reaches(date) && !reaches(date.subtract({ days: 1 })),
    `no first held start for ${period} on ${onDate}`,
  );
  return date;
}

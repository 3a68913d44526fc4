import { legalDateOf, legalTimeZone } from '../base/clock.ts';
import type { HolidayCalendar } from './holiday-rule.ts';
import { nextWorkingDay, previousWorkingDay, workingDaysAfter } from './holidays.ts';
import { lookup } from './law-pack.ts';

/**
 * A term in months. Plan on the dates that can never be wrong (`safeDate`, `planningDate`); what is late in law
 * is late after `legalDate`.
 */
export interface MonthDeadline {
  /** The date on which the clock was started, in the Netherlands. */
  readonly received: Temporal.PlainDate;
  readonly months: number;
  /** The nominal end of the term: no rolling forward, no pause. */
  readonly safeDate: Temporal.PlainDate;
  /** The last working day not after `safeDate`. */
  readonly planningDate: Temporal.PlainDate;
  /** The end in law: the next working day when the nominal end is a weekend or a holiday. */
  readonly legalDate: Temporal.PlainDate;
  /** The last millisecond of `legalDate` in Europe/Amsterdam. */
  readonly dueAt: Temporal.Instant;
}

/**
 * The nominal end of a term of months: the same day of the month, or the last day of a month that is too short
 * (Reg. (EEC, Euratom) 1182/71 art. 3(2)(c)). The day of receipt does not count (art. 3(1)).
 */
export function monthEnd(received: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return received.add({ months }, { overflow: 'constrain' });
}

/** The nominal end, which no rule of computation can make wrong. */
export const safeDate = monthEnd;

/** The end in law: a nominal end on a day off moves to the next working day (Reg. 1182/71 art. 3(4)). */
export function legalDate(
  received: Temporal.PlainDate,
  months: number,
  calendar: HolidayCalendar = 'B',
): Temporal.PlainDate {
  return nextWorkingDay(monthEnd(received, months), calendar);
}

/** The last millisecond of a date in Europe/Amsterdam. */
export function deadlineInstant(date: Temporal.PlainDate): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(legalTimeZone).toInstant().subtract({ milliseconds: 1 });
}

/** Whether something done at that instant was done on that date or before it, by the calendar of the Netherlands. */
export function inTime(at: Temporal.Instant, date: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(legalDateOf(at), date) <= 0;
}

/** A term in months with all its dates. */
export function monthDeadline(
  receivedAt: Temporal.Instant,
  months: number,
  calendar: HolidayCalendar = 'B',
): MonthDeadline {
  const received = legalDateOf(receivedAt);
  const nominal = monthEnd(received, months);
  const legal = nextWorkingDay(nominal, calendar);
  return {
    received,
    months,
    safeDate: nominal,
    planningDate: previousWorkingDay(nominal, calendar),
    legalDate: legal,
    dueAt: deadlineInstant(legal),
  };
}

/**
 * When the answer to a request under articles 15 to 22 GDPR is due, by the law of the day it came in
 * (art. 12(3)).
 *
 * @throws GestandError `not-found` before the GDPR applied.
 */
export function answerDeadline(receivedAt: Temporal.Instant): MonthDeadline {
  const received = legalDateOf(receivedAt);
  const months = lookup('rights.answer.months', received);
  return monthDeadline(receivedAt, months, lookup('rights.calendar', received));
}

/** When the answer to a complaint is due. The law names no term; the law pack holds the one that is kept to. */
export function complaintDeadline(receivedAt: Temporal.Instant): MonthDeadline {
  const received = legalDateOf(receivedAt);
  const months = lookup('complaint.months', received);
  return monthDeadline(receivedAt, months, lookup('rights.calendar', received));
}

/**
 * The last day on which a recipient may hear what was done to data they were given (art. 19; 28(3)(e)): so many working
 * days after it was done.
 *
 * @throws GestandError `not-found` before the GDPR applied.
 */
export function noticeDeadline(doneAt: Temporal.Instant): Temporal.PlainDate {
  const done = legalDateOf(doneAt);
  return workingDaysAfter(done, lookup('recipients.notifyWorkdays', done), lookup('rights.calendar', done));
}

/** The only reasons for which the law lets an answer take longer (art. 12(3)): how complex, or how many. */
export const extensionReasons = ['complexity', 'number'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

export type Extension =
  | { readonly kind: 'extended'; readonly deadline: MonthDeadline }
  | { readonly kind: 'not-extended'; readonly because: 'notice-too-late' | 'no-lawful-reason' };

/** What somebody sent to say that the answer takes longer; the reason is whatever was given. */
export interface ExtensionNotice {
  readonly sentAt: Temporal.Instant;
  readonly reason: string;
}

/**
 * The deadline after a notice of extension. It is counted anew from receipt, over the first term and the
 * extension together, not from the end of the first (art. 12(3): one month, and two more).
 */
export function extendAnswer(receivedAt: Temporal.Instant, notice: ExtensionNotice): Extension {
  if (!(extensionReasons as readonly string[]).includes(notice.reason)) {
    return { kind: 'not-extended', because: 'no-lawful-reason' };
  }
  const first = answerDeadline(receivedAt);
  if (!inTime(notice.sentAt, first.legalDate)) return { kind: 'not-extended', because: 'notice-too-late' };
  return { kind: 'extended', deadline: extendedDeadline(receivedAt) };
}

/** The deadline of an answer that was extended as the law lets it, whatever the notice was. */
export function extendedDeadline(receivedAt: Temporal.Instant): MonthDeadline {
  const { received, months } = answerDeadline(receivedAt);
  const longer = months + lookup('rights.extend.months', received);
  return monthDeadline(receivedAt, longer, lookup('rights.calendar', received));
}

/** A question about who somebody is that the answer hangs on (GDPR art. 12(6)). */
export interface IdentityPause {
  readonly askedAt: Temporal.Instant;
  /** Null: it was not answered yet. */
  readonly answeredAt: Temporal.Instant | null;
}

/**
 * A deadline moved by the days on which the organisation waited to hear who asks: in law the clock stands still, when it asked
 * without delay (EDPB Guidelines 01/2022, on art. 12(6)). A question that came later than the law pack allows moves nothing. The dates to plan on never
 * move: whether a question was necessary can be doubted afterwards.
 *
 * @param now up to when a question that was not answered counts.
 */
export function pausedDeadline(
  deadline: MonthDeadline,
  pauses: readonly IdentityPause[],
  now: Temporal.Instant,
): MonthDeadline {
  const { received, safeDate: nominal } = deadline;
  const calendar = lookup('rights.calendar', received);
  const days = pauses
    .filter(({ askedAt }) => pausesClock(received, askedAt))
    .map(({ askedAt, answeredAt }) => legalDateOf(askedAt).until(legalDateOf(answeredAt ?? now)).days);
  const legal = nextWorkingDay(nominal.add({ days: days.reduce((sum, each) => sum + each, 0) }), calendar);
  return { ...deadline, legalDate: legal, dueAt: deadlineInstant(legal) };
}

/** Whether a question of who asks came without undue delay, so that the clock stands still in law while it waits for its answer. */
export function pausesClock(received: Temporal.PlainDate, askedAt: Temporal.Instant): boolean {
  const workdays = lookup('identity.askWorkdays', received);
  return inTime(askedAt, workingDaysAfter(received, workdays, lookup('rights.calendar', received)));
}

/** The end of a term in hours: elapsed hours, weekends and holidays included, never rolled (art. 3(4)). */
export function hourEnd(awareAt: Temporal.Instant, hours: number): Temporal.Instant {
  return awareAt.add({ hours });
}

/**
 * The latest reading of a term in hours: the hour of the event does not count (Reg. 1182/71 art. 3(1)), so it
 * starts at the next full hour. An argument for afterwards; nothing is planned on it. An event on the hour
 * gets no extra hour.
 */
export function outer(awareAt: Temporal.Instant, hours: number): Temporal.Instant {
  return awareAt.round({ smallestUnit: 'hour', roundingMode: 'ceil' }).add({ hours });
}

/** A term in hours. Plan on `endsAt`. */
export interface HourDeadline {
  /** The exact end: see {@link hourEnd}. */
  readonly endsAt: Temporal.Instant;
  /** The latest reading: see {@link outer}. */
  readonly outerAt: Temporal.Instant;
}

/** A term in hours with both its ends. */
export function hourDeadline(awareAt: Temporal.Instant, hours: number): HourDeadline {
  return { endsAt: hourEnd(awareAt, hours), outerAt: outer(awareAt, hours) };
}

/** The only reader of time. Everything that needs "now" takes a `Clock`, so that a test can choose it. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The time zone in which Dutch law counts days. */
export const legalTimeZone = 'Europe/Amsterdam';

/** The calendar date of an instant where the law counts: `2026-03-28T23:30Z` is 29 March. */
export function legalDateOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(legalTimeZone).toPlainDate();
}

/** A clock that stands still until told otherwise. */
export function fixedClock(instant: string): Clock & { advance(duration: Temporal.DurationLike): void } {
  let current = Temporal.Instant.from(instant);
  return {
    now: () => current,
    advance: (duration) => {
      current = current.toZonedDateTimeISO(legalTimeZone).add(duration).toInstant();
    },
  };
}

import { legalTimeZone } from '../base/clock.ts';

/** `2026-11-28 01:46`, on the clocks where the law counts: what somebody reads. What a program reads is an instant in UTC. */
export function minuteText(instant: Temporal.Instant | string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(legalTimeZone);
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

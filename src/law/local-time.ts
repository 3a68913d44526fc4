import { legalTimeZone } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';

const withOffset = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const withoutOffset = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;

/**
 * The instant that somebody wrote down as a time in the Netherlands: `2026-10-23T10:00`, or with an offset when
 * they know it. Of a time that occurs twice, when summer time ends, the earlier is taken: a clock then never
 * starts too late. For the later one, write the offset (`2026-10-25T02:30+01:00`).
 *
 * @throws GestandError `bad-input` when it is not a date with a time, or the clock skipped that time.
 */
export function parseLocalTime(text: string): Temporal.Instant {
  if (withOffset.test(text)) return readInstant(text);
  if (!withoutOffset.test(text)) {
    throw new GestandError('bad-input', 'Not a date with a time. Write it as 2026-10-23T10:00.');
  }
  const local = readLocal(text);
  const zoned = local.toZonedDateTime(legalTimeZone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local)) {
    throw new GestandError(
      'bad-input',
      `${text} did not exist in the Netherlands: summer time began and the clock skipped that hour. Write the time that was on the clock.`,
    );
  }
  return zoned.toInstant();
}

function readInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw impossible(text, cause);
  }
}

function readLocal(text: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch (cause) {
    throw impossible(text, cause);
  }
}

function impossible(text: string, cause: unknown): GestandError {
  return new GestandError('bad-input', `${text} is not a time on the calendar.`, { cause });
}

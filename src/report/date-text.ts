import { legalTimeZone } from '../base/clock.ts';
import type { Language } from '../domain/language.ts';
import { dateText } from '../statement/date-text.ts';

/** British English: a date reads day, month, year, as it does in Dutch. */
const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** `9 november 2026`, from an ISO date, in the words of the statement. */
export function isoDateText(date: string, language: Language): string {
  return dateText(Temporal.PlainDate.from(date), language);
}

/** `maandag 9 november 2026`: for a day that somebody must remember. */
export function weekdayText(date: string, language: Language): string {
  return Temporal.PlainDate.from(date).toLocaleString(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** `maandag 9 november 2026 om 15:04 uur`, on the clocks where the law counts. */
export function deadlineText(instant: Temporal.Instant, language: Language): string {
  const local = instant.toZonedDateTimeISO(legalTimeZone);
  const date = weekdayText(local.toPlainDate().toString(), language);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return language === 'nl' ? `${date} om ${time} uur` : `${date} at ${time} (Dutch time)`;
}

/** `1.234` in Dutch, `1,234` in English. */
export function countText(count: number, language: Language): string {
  return count.toLocaleString(locales[language]);
}

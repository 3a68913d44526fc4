import type { Language } from '../domain/language.ts';

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** `23 december 2026`, `23 December 2026`. */
export function dateText(date: Temporal.PlainDate, language: Language): string {
  return date.toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `23 december 2026 om 14:05`, in the time zone given. */
export function momentText(at: Temporal.Instant, language: Language, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
  const joint = language === 'nl' ? ' om ' : ' at ';
  return `${dateText(local.toPlainDate(), language)}${joint}${time}`;
}

/** The name of a country by its ISO 3166-1 code: `Nederland`, `United States`. */
export function countryText(code: string, language: Language): string {
  return new Intl.DisplayNames([locales[language]], { type: 'region' }).of(code) ?? code;
}

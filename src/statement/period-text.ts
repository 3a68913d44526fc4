import type { Language } from '../domain/language.ts';

type Unit = 'years' | 'months' | 'weeks' | 'days';

const units: readonly Unit[] = ['years', 'months', 'weeks', 'days'];

/** Singular and plural. Dutch counts years in the singular: `7 jaar`. */
const words: Readonly<Record<Language, Readonly<Record<Unit, readonly [string, string]>>>> = {
  nl: {
    years: ['jaar', 'jaar'],
    months: ['maand', 'maanden'],
    weeks: ['week', 'weken'],
    days: ['dag', 'dagen'],
  },
  en: {
    years: ['year', 'years'],
    months: ['month', 'months'],
    weeks: ['week', 'weeks'],
    days: ['day', 'days'],
  },
};

/**
 * An ISO 8601 period in words: `P7Y` is `7 jaar`, `P1Y6M` is `1 jaar en 6 maanden`.
 *
 * @throws RangeError when the text is not an ISO 8601 duration.
 */
export function periodText(period: string, language: Language): string {
  const duration = Temporal.Duration.from(period);
  const parts = units
    .filter((unit) => duration[unit] !== 0)
    .map((unit) => `${duration[unit]} ${words[language][unit][duration[unit] === 1 ? 0 : 1]}`);
  return parts.join(language === 'nl' ? ' en ' : ' and ');
}

import type { Language } from '../domain/language.ts';
import { parsePeriod } from '../law/retention.ts';
import type { RetentionRule } from './policy.ts';

type Unit = 'years' | 'months' | 'weeks' | 'days';
const units: readonly Unit[] = ['years', 'months', 'weeks', 'days'];

/** Of one and of several. Dutch counts years in the singular: 7 jaar. */
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

const yearEnds: Readonly<Record<Language, Readonly<Record<'book-year-end' | 'calendar-year-end', string>>>> =
  {
    nl: {
      'book-year-end': 'het einde van het boekjaar',
      'calendar-year-end': 'het einde van het kalenderjaar',
    },
    en: {
      'book-year-end': 'the end of the financial year',
      'calendar-year-end': 'the end of the calendar year',
    },
  };

/**
 * A retention period in words: `P7Y` is "7 jaar", `P1Y6M` "1 jaar en 6 maanden". Units are not converted: whoever wrote
 * 24 months reads 24 months.
 *
 * @throws GestandError `bad-input` when it is not an ISO duration of whole days.
 */
export function durationText(period: string, language: Language): string {
  const duration = parsePeriod(period);
  const parts = units
    .filter((unit) => duration[unit] !== 0)
    .map((unit) => `${duration[unit]} ${words[language][unit][duration[unit] === 1 ? 0 : 1]}`);
  return new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(parts);
}

/** What the period is counted from: "het einde van het boekjaar", or the rule's event. */
export function retentionStartText(rule: Pick<RetentionRule, 'from' | 'event'>, language: Language): string {
  return rule.from === 'event' ? rule.event[language] : yearEnds[language][rule.from];
}

/** "7 jaar vanaf het einde van het boekjaar", "24 months from your last activity". */
export function retentionText(
  rule: Pick<RetentionRule, 'period' | 'from' | 'event'>,
  language: Language,
): string {
  const from = language === 'nl' ? 'vanaf' : 'from';
  return `${durationText(rule.period, language)} ${from} ${retentionStartText(rule, language)}`;
}

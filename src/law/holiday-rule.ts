import type { Localised } from '../domain/language.ts';

/**
 * Which days count as a public holiday: A the days the Algemene termijnenwet names itself (art. 3(1)); B also
 * Good Friday, which it puts on a par (art. 3(2)); C also the days a royal decree adds (art. 3(3)). B is what
 * legal dates are counted with; C is contested for a European period and never the default.
 */
export type HolidayCalendar = 'A' | 'B' | 'C';

export type HolidayDay =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | { readonly kind: 'easter'; readonly offsetDays: number }
  /** A fixed day that moves to the day before when it falls on a Sunday. */
  | { readonly kind: 'fixed-not-sunday'; readonly month: number; readonly day: number };

export interface HolidayRule {
  readonly name: Localised;
  readonly day: HolidayDay;
  /** The paragraph of art. 3 of the Algemene termijnenwet. */
  readonly paragraph: 1 | 2;
}

export const nationalHolidays: readonly HolidayRule[] = [
  {
    name: { nl: 'Nieuwjaarsdag', en: "New Year's Day" },
    day: { kind: 'fixed', month: 1, day: 1 },
    paragraph: 1,
  },
  {
    name: { nl: 'Goede Vrijdag', en: 'Good Friday' },
    day: { kind: 'easter', offsetDays: -2 },
    paragraph: 2,
  },
  {
    name: { nl: 'Tweede Paasdag', en: 'Easter Monday' },
    day: { kind: 'easter', offsetDays: 1 },
    paragraph: 1,
  },
  {
    name: { nl: 'Koningsdag', en: "King's Day" },
    day: { kind: 'fixed-not-sunday', month: 4, day: 27 },
    paragraph: 1,
  },
  {
    name: { nl: 'Bevrijdingsdag', en: 'Liberation Day' },
    day: { kind: 'fixed', month: 5, day: 5 },
    paragraph: 1,
  },
  {
    name: { nl: 'Hemelvaartsdag', en: 'Ascension Day' },
    day: { kind: 'easter', offsetDays: 39 },
    paragraph: 1,
  },
  {
    name: { nl: 'Tweede Pinksterdag', en: 'Whit Monday' },
    day: { kind: 'easter', offsetDays: 50 },
    paragraph: 1,
  },
  {
    name: { nl: 'Eerste Kerstdag', en: 'Christmas Day' },
    day: { kind: 'fixed', month: 12, day: 25 },
    paragraph: 1,
  },
  {
    name: { nl: 'Tweede Kerstdag', en: 'Boxing Day' },
    day: { kind: 'fixed', month: 12, day: 26 },
    paragraph: 1,
  },
];

/** Days that a royal decree puts on a par with a holiday (Algemene termijnenwet art. 3(3)). */
export const decreeDays: readonly string[] = [
  '2026-01-02',
  '2026-05-15',
  '2027-05-07',
  '2028-04-28',
  '2028-05-26',
];

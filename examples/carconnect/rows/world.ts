import { plateCount } from './numbers.ts';

export type Cell = string | number | null;

/** One table of the example: what was planted by name, then the crowd, drawn row by row. */
export interface ExampleTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly planted: readonly Readonly<Record<string, Cell>>[];
  /** In the order of `columns`. */
  readonly crowd: () => Iterable<readonly Cell[]>;
}

/** How large the company is, and what day it is there. */
export interface World {
  /** Private customers, the planted ones among them. */
  readonly people: number;
  readonly employees: number;
  readonly companies: number;
  readonly leads: number;
  readonly today: Temporal.PlainDate;
  /** ISO date, so many days before today. */
  readonly date: (daysAgo: number) => string;
  /** Timestamp at a minute of that day, in UTC. */
  readonly at: (daysAgo: number, minuteOfDay: number) => string;
}

/** The first rows are planted by name; the crowd starts after them. */
export const plantedCustomers = 12;
export const plantedEmployees = 3;
/** Ids below this are planted in tables whose ids are counted. */
export const plantedIds = 100;

const fewestPeople = 50;
const mostPeople = 3_000_000;
const daysBack = 5_000;
const daysAhead = 60;

/** @throws RangeError when `people` is not a whole number from 50 to 3,000,000. */
export function makeWorld(people: number, today: Temporal.PlainDate): World {
  if (!Number.isInteger(people) || people < fewestPeople || people > Math.min(mostPeople, plateCount)) {
    throw new RangeError(
      `people must be a whole number from ${fewestPeople} to ${mostPeople}, not ${people}`,
    );
  }
  // Dates are asked for a million times and there are only a few thousand.
  const dates: string[] = [];
  for (let day = -daysAhead; day <= daysBack; day++) dates.push(today.subtract({ days: day }).toString());
  const date = (daysAgo: number): string => {
    const text = dates[daysAgo + daysAhead];
    if (text === undefined) throw new RangeError(`${daysAgo} days ago is outside the example`);
    return text;
  };
  return {
    people,
    employees: Math.min(400, Math.max(12, Math.round(people / 250))),
    companies: Math.max(5, Math.round(people / 40)),
    leads: Math.max(10, Math.round(people / 10)),
    today,
    date,
    at: (daysAgo, minute) => `${date(daysAgo)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00Z`,
  };
}

/** Numbers from `start` to `end`, `end` not included. */
export function* range(start: number, end: number): Generator<number> {
  for (let number = start; number < end; number++) yield number;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

import { eeaEntries } from '../law/territories.ts';

const members = new Set(
  eeaEntries.filter((entry) => entry.validTo === undefined).flatMap((entry) => entry.value),
);

/** Whether a country belongs to the European Economic Area as it is now: a policy says what is done today. */
export function insideEea(country: string): boolean {
  return members.has(country);
}

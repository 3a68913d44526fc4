import type { Policy } from './policy.ts';
import { registerOf } from './register.ts';

/** How many rows of somebody were found in a table of people. */
export interface FoundPeople {
  readonly source: string;
  readonly table: string;
  readonly rows: number;
}

/**
 * The purposes that are about other groups of people alone: of a customer, what is done for staff. A group counts as another one only
 * where each table of its people was looked at and nobody was found. Nothing is another group's of who is nowhere.
 */
export function foreignPurposes(policy: Policy, found: readonly FoundPeople[]): ReadonlySet<string> {
  if (!found.some(({ rows }) => rows > 0)) return new Set();
  const placeOf = ({ source, table }: FoundPeople) => `${source} ${table}`;
  const present = new Set(found.filter(({ rows }) => rows > 0).map(placeOf));
  const absent = new Set(found.map(placeOf).filter((place) => !present.has(place)));
  const own = new Set<string>();
  for (const source of policy.sources) {
    if (source.kind === 'manual') for (const group of source.subjects) own.add(group);
    for (const { id, subject } of source.tables)
      if (subject !== null && !absent.has(`${source.id} ${id}`)) own.add(subject.group);
  }
  return new Set(
    registerOf(policy)
      .activities.filter(({ subjects }) => subjects.length > 0 && !subjects.some(({ id }) => own.has(id)))
      .map(({ purpose }) => purpose.id),
  );
}

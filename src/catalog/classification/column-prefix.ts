import type { CatalogTable } from '../catalog.ts';
import { find, type NameSense, senseOfName } from './name-sense.ts';

const shareOfColumns = 0.6;

/**
 * The letters that a table puts before the names of its columns: `rc` of `rc_actor` and `rc_timestamp`; null where it has
 * none. A word that says something (`billing_city`, `user_id`) is none, unless it is the table's own: `ticket_owner`.
 */
export function columnPrefix({ columns }: CatalogTable, table: NameSense): string | null {
  const counts = new Map<string, number>();
  for (const { name } of columns) {
    const [, first] = /^([a-z][a-z0-9]*)_./i.exec(name) ?? [];
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [prefix, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const most = count === columns.length || (count >= 3 && count / columns.length >= shareOfColumns);
  return count >= 2 && most && isBare(prefix, table) ? prefix : null;
}

function isBare(prefix: string, table: NameSense): boolean {
  const sense = senseOfName(prefix);
  if (find(sense, 'people', 'owner', 'agent', 'author') !== null) return false;
  const ofTable = sense.words.every((word) => table.words.includes(word));
  return ofTable || sense.senses.length === 0 || table.words.join('').startsWith(prefix.toLowerCase());
}

/** The name without those letters. */
export function withoutColumnPrefix(name: string, prefix: string | null): string {
  return prefix !== null && name.startsWith(`${prefix}_`) ? name.slice(prefix.length + 1) : name;
}

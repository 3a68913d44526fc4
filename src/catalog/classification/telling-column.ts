import type { CatalogTable } from '../catalog.ts';
import { categories } from './category.ts';
import type { ColumnReference } from './column-reference.ts';
import { columnSense, directCategory, isTime, type TableSense } from './column-sense.ts';
import { headSense, senseOfName, wholeSense } from './name-sense.ts';
import type { TableTheme } from './table-theme.ts';

/** The first column that identifies somebody by itself. */
export function identifyingColumn(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  sense: TableSense,
): string | null {
  const [only, ...more] = table.primaryKey;
  for (const column of table.columns) {
    const isKey = more.length === 0 && only === column.name;
    if (references.has(column.name) || (isKey && column.family !== 'text' && column.family !== 'inet'))
      continue;
    if (isKey && wholeSense(sense, 'cookie-id') !== null) return column.name;
    const direct = directCategory(column, columnSense(column.name, sense));
    if (direct === null || direct.concept === 'credential' || direct.phrase === 'display name') continue;
    if (categories[direct.concept].standing !== 'contextual') return column.name;
  }
  return null;
}

/**
 * A user name in a table of things says whose they are: in `groups`, who is in them. Not where something else tells the things
 * apart: there it says who made one.
 */
export function accountColumn(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  sense: TableSense,
): string | null {
  // What logs in somewhere by itself has its own name for it.
  const secretive = table.columns.some(
    (column) => directCategory(column, columnSense(column.name, sense))?.concept === 'credential',
  );
  if (secretive) return null;
  const found = table.columns.find((column) => {
    if (references.has(column.name)) return false;
    const direct = directCategory(column, columnSense(column.name, sense));
    const apart = [table.primaryKey, ...table.uniqueKeys].some(
      (key) => key.length > 1 && !key.includes(column.name),
    );
    if (apart || direct?.start !== 0) return false;
    return direct?.concept === 'username' || direct?.concept === 'customer-number';
  });
  return found?.name ?? null;
}

/** Where somebody was and when: a latitude, a longitude and a moment. */
export function trackColumn(table: CatalogTable, sense: TableSense): string | null {
  const places = table.columns.filter(
    (column) =>
      column.family !== 'text' && columnSense(column.name, sense).categories[0]?.concept === 'coordinates',
  );
  const timed = table.columns.some((column) => isTime(column, columnSense(column.name, sense)));
  return places.length >= 2 && timed ? (places[0]?.name ?? null) : null;
}

/** A note with the name of whoever wrote it, in letters and not by key. */
export function authorColumn(
  table: CatalogTable,
  theme: TableTheme | null,
  sense: TableSense,
): string | null {
  if (theme !== 'note' && theme !== 'message') return null;
  const author = table.columns.find(
    (column) =>
      column.family === 'text' && headSense(columnSense(column.name, sense), 'agent', 'author') !== null,
  );
  return author?.name ?? null;
}

/** In a table of owners, the `owner` in letters. */
export function personColumn(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
): string | null {
  const found = table.columns.find(
    ({ name, family }) =>
      family === 'text' && !references.has(name) && wholeSense(senseOfName(name), 'people', 'owner') !== null,
  );
  return found?.name ?? null;
}

/** What a log keeps of what was done, in one field that can hold anything. */
export function payloadColumn(table: CatalogTable, sense: TableSense): string | null {
  const found = table.columns.find(
    ({ name, family }) => family === 'json' && headSense(columnSense(name, sense), 'container') !== null,
  );
  return found?.name ?? null;
}

const addressParts = new Set(['address', 'street', 'house-number', 'postcode', 'city']);

/** The line of an address, where a place stands beside it. */
export function addressColumn(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  sense: TableSense,
): string | null {
  const parts = new Map<string, string>();
  for (const column of table.columns) {
    if (references.has(column.name)) continue;
    const [likeliest] = columnSense(column.name, sense).categories;
    if (likeliest !== undefined && addressParts.has(likeliest.concept))
      parts.set(likeliest.concept, column.name);
  }
  const line = parts.get('street') ?? parts.get('address');
  return line !== undefined && parts.size >= 2 ? line : null;
}

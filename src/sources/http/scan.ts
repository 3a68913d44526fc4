import { GestandError } from '../../base/error.ts';
import type { DataMap } from '../../catalog/data-map.ts';
import { searchedTables, searchTerms } from '../search-terms.ts';
import type { CountBefore, Trace } from '../source.ts';
import { type OpenApi, readPages, resourceOf } from './read.ts';
import { dateOf, type HttpRow } from './row.ts';

/** Looks through every row of every personal table. */
export async function searchOverHttp(
  api: OpenApi,
  map: DataMap,
  values: readonly string[],
): Promise<readonly Trace[]> {
  const batches = searchTerms(values);
  if (batches.length === 0) return [];
  const [text, json] = [batches.flatMap((terms) => terms.text), batches.flatMap((terms) => terms.json)];
  const traces: Trace[] = [];
  for (const { table, columns } of searchedTables(map)) {
    const rows = new Map<string, number>();
    for await (const row of everyRow(api, table.id)) {
      for (const { name, family } of columns) {
        const terms = family === 'json' ? json : text;
        if (holds(row[name], terms)) rows.set(name, (rows.get(name) ?? 0) + 1);
      }
    }
    for (const [column, count] of rows) traces.push({ table: table.id, column, rows: count });
  }
  return traces;
}

/** How many rows have a date before an ISO date; what is no date is not before anything. */
export async function countBeforeOverHttp(
  api: OpenApi,
  { table, column, before }: CountBefore,
): Promise<number> {
  if (api.resources.get(table)?.columns.some(({ name }) => name === column) !== true)
    throw new GestandError(
      'drifted',
      `table ${table} has no column ${column}; compare the policy with the source`,
    );
  let count = 0;
  for await (const row of everyRow(api, table)) {
    const date = dateOf(row[column]);
    if (date !== null && date < before) count++;
  }
  return count;
}

async function* everyRow(api: OpenApi, table: string): AsyncGenerator<HttpRow> {
  const { list } = resourceOf(api, table);
  if (list === null)
    throw new GestandError(
      'bad-configuration',
      `The resource ${table} of ${api.place.source} has no "list", so its rows cannot be looked through.`,
    );
  for await (const page of readPages(api, { table, read: list, lookUp: () => undefined })) yield* page;
}

function holds(value: unknown, terms: readonly string[]): boolean {
  if (value === null || value === undefined) return false;
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
  return terms.some((term) => text.includes(term));
}

import { GestandError } from '../../base/error.ts';
import type { DataMap, MappedTable } from '../../catalog/data-map.ts';
import type { HttpRead, HttpResource } from '../../policy/http-source.ts';
import { searchedTables, searchTerms } from '../search-terms.ts';
import type { ListedSubject, Source, TermStart, Trace } from '../source.ts';
import { toldColumns, toldIdentities } from '../subject-question.ts';
import { type OpenApi, readPages, resourceOf } from './read.ts';
import { dateOf, type HttpRow, keyOf } from './row.ts';

/** Looks through every row of every table; of those that hold nobody's data only what the API lists. */
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
    if (table.use !== 'personal' && (api.resources.get(table.id)?.list ?? null) === null) continue;
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

/** What an API says of rows by their dates: every row is read; what is no date is not before anything. */
export function datedRowsOverHttp(api: OpenApi): Pick<Source, 'countBefore' | 'countUndated' | 'keysBefore'> {
  return {
    countBefore: async ({ before, ...place }) => {
      let count = 0;
      for await (const { date } of everyDate(api, place)) if (date !== null && date < before) count++;
      return count;
    },
    countUndated: async (place) => {
      let count = 0;
      for await (const { date } of everyDate(api, place)) if (date === null) count++;
      return count;
    },
    keysBefore: async ({ before, limit, ...place }) => {
      const resource = resourceOf(api, place.table);
      let oldest: { readonly date: string; readonly key: readonly string[] }[] = [];
      for await (const { date, row } of everyDate(api, place)) {
        if (date === null || date >= before) continue;
        // No more is held than is asked for.
        oldest = [...oldest, { date, key: keyOf(resource, row) }]
          .toSorted((a, b) => a.date.localeCompare(b.date))
          .slice(0, limit);
      }
      return {
        columns: resource.columns.filter(({ key }) => key).map(({ name }) => name),
        keys: oldest.map(({ key }) => key),
      };
    },
  };
}

async function* everyDate(
  api: OpenApi,
  { table, column, orColumn = column }: TermStart,
): AsyncGenerator<{ readonly date: string | null; readonly row: HttpRow }> {
  for (const wanted of [column, orColumn])
    if (api.resources.get(table)?.columns.some(({ name }) => name === wanted) !== true)
      throw new GestandError(
        'drifted',
        `table ${table} has no column ${wanted}; compare the policy with the source`,
      );
  for await (const row of everyRow(api, table)) {
    const [first = null] = [dateOf(row[column]), dateOf(row[orColumn])]
      .filter((date) => date !== null)
      .toSorted();
    yield { date: first, row };
  }
}

/** The pages are those of the API, in parts where they are larger than asked. Null for a resource without "list". */
export function listSubjectsOverHttp(
  api: OpenApi,
  table: MappedTable,
  most: number,
): AsyncIterable<readonly ListedSubject[]> | null {
  const resource = resourceOf(api, table.id);
  return resource.list === null ? null : listedPages(api, table, { resource, list: resource.list, most });
}

async function* listedPages(
  api: OpenApi,
  table: MappedTable,
  {
    resource,
    list,
    most,
  }: { readonly resource: HttpResource; readonly list: HttpRead; readonly most: number },
): AsyncGenerator<readonly ListedSubject[]> {
  const told = toldColumns(table);
  const textOf = (row: HttpRow, column: string | undefined): string | null => {
    const value = column === undefined ? null : row[column];
    return value === null || value === undefined ? null : String(value);
  };
  for await (const page of readPages(api, { table: table.id, read: list, lookUp: () => undefined })) {
    const listed = page.map((row) => ({
      key: keyOf(resource, row),
      identities: [
        ...toldIdentities(
          told,
          told.map(({ column }) => textOf(row, column.name)),
        ).values(),
      ],
      created: textOf(row, table.subject?.created),
      lastActive: textOf(row, table.retention?.column),
    }));
    for (let at = 0; at < listed.length; at += most) yield listed.slice(at, at + most);
  }
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

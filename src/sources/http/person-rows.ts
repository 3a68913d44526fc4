import { GestandError } from '../../base/error.ts';
import type { SourceBindings, SubjectRow } from '../../plan/plan.ts';
import type { SelectedLink, SelectedTable, Selection } from '../../plan/selection.ts';
import type { HttpParent, HttpRead } from '../../policy/http-source.ts';
import { httpFailure } from './failure.ts';
import { endpointOf, isAskable, type OpenApi, readPages, resourceOf } from './read.ts';
import type { LookUp } from './render.ts';
import { type HttpRow, keyOf } from './row.ts';

/** A row of a person, and the row that it is read by. */
export interface PersonRow {
  readonly table: SelectedTable;
  readonly row: HttpRow;
  /** The values of its key, as text. */
  readonly key: readonly string[];
  /** Null for the person's own row, and for context. */
  readonly parent: PersonRow | null;
  /** The API does not have the row any more: only its key is known, by which its children can still be asked for. */
  readonly gone: boolean;
}

export type PersonTables = 'personal' | 'personal-and-context';

/** The people of some bindings, each once. */
export function peopleIn(bindings: SourceBindings): readonly number[] {
  return [...new Set(Object.values(bindings).flatMap((rows) => rows.map(({ person }) => person)))].sort(
    (a, b) => a - b,
  );
}

/**
 * Every row that is one person's, table by table in the order in which ownership flows: their own rows by key, then what each of those owns,
 * asked for by what the owner's row holds. An answer is believed only where its rows say themselves that they belong there: an
 * API that does not know a filter leaves it out and answers with everybody's.
 *
 * @throws GestandError what `readPages` throws; `bad-configuration` when ownership in the plan is not what can be told over HTTP.
 */
export async function* personRows(
  api: OpenApi,
  {
    selection,
    bindings,
    person,
  }: { readonly selection: Selection; readonly bindings: SourceBindings; readonly person: number },
  which: PersonTables,
): AsyncGenerator<PersonRow> {
  const found = new Map<string, PersonRow[]>();
  const needed = tablesReadBy(selection);
  for (const table of selection.tables) {
    if (table.use === 'context' && which === 'personal') continue;
    const kept: PersonRow[] = [];
    found.set(table.id, kept);
    const seen = new Set<string>();
    for await (const row of rowsOfTable(api, {
      table,
      selection,
      found,
      bound: boundRows(bindings, table, person),
    })) {
      const key = JSON.stringify(row.key);
      if (seen.has(key)) continue;
      seen.add(key);
      if (needed.has(table.id)) kept.push(row);
      if (!row.gone) yield row;
    }
  }
}

interface TableTurn {
  readonly table: SelectedTable;
  readonly selection: Selection;
  readonly found: ReadonlyMap<string, readonly PersonRow[]>;
  readonly bound: readonly SubjectRow[];
}

async function* rowsOfTable(api: OpenApi, turn: TableTurn): AsyncGenerator<PersonRow> {
  const { table, selection, found, bound } = turn;
  if (table.use === 'context') yield* contextRows(api, turn);
  else if (table.subject)
    for (const { key } of bound) yield { table, ...(await subjectOf(api, table.id, key)) };
  else {
    const parent = parentOf(api, table, selection);
    if (parent === null) return;
    for (const owner of found.get(parent.table) ?? []) yield* childRows(api, { table, parent, owner });
  }
}

/** The row of a person with a key; gone when the API does not have it. */
export async function subjectOf(
  api: OpenApi,
  table: string,
  key: readonly string[],
): Promise<Omit<PersonRow, 'table'>> {
  const read = readOf(api, table);
  const resource = resourceOf(api, table);
  const names = resource.columns.filter((column) => column.key).map(({ name }) => name);
  const given: HttpRow = Object.fromEntries(names.map((name, i) => [name, key[i]]));
  let found: HttpRow | null = null;
  for await (const page of readPages(api, { table, read, lookUp: own(given), absent: goneStatuses })) {
    for (const row of page) {
      if (!sameValues(keyOf(resource, row), key)) throw notAsked(api, read);
      found = row;
    }
  }
  return { row: found ?? given, key, parent: null, gone: found === null };
}

/** What a row that is not there, or not any more, is answered with. */
export const goneStatuses: readonly number[] = [404, 410];

/** All rows of a table that one row owns. */
export async function* childRows(
  api: OpenApi,
  {
    table,
    parent,
    owner,
  }: { readonly table: SelectedTable; readonly parent: HttpParent; readonly owner: PersonRow },
): AsyncGenerator<PersonRow> {
  const read = readOf(api, table.id);
  const wanted = parent.parentColumns.map((name) => owner.row[name]);
  // Nothing refers to what is not there.
  if (wanted.some((value) => value === null || value === undefined)) return;
  const lookUp: LookUp = ({ table: of, column }) =>
    of === parent.table
      ? owner.row[column]
      : of === null
        ? wanted[parent.columns.indexOf(column)]
        : undefined;
  if (owner.gone && !isAskable({ read, lookUp })) return;
  const absent = owner.gone ? goneStatuses : [];
  for await (const page of readPages(api, { table: table.id, read, lookUp, absent })) {
    for (const row of page) {
      if (
        !sameValues(
          parent.columns.map((name) => row[name]),
          wanted,
        )
      )
        throw notAsked(api, read);
      yield { table, row, key: keyOf(resourceOf(api, table.id), row), parent: owner, gone: false };
    }
  }
}

/** The link along which a table's rows are owned, as the API knows it; null when the owners are not in the selection. */
export function parentOf(api: OpenApi, table: SelectedTable, selection: Selection): HttpParent | null {
  const { parent } = resourceOf(api, table.id);
  const [link, second] = table.owners;
  if (link === undefined || !selection.tables.some(({ id }) => id === link.table)) return null;
  if (second !== undefined || parent === null || link.reference !== 'row' || parent.table !== link.table)
    throw new GestandError(
      'bad-configuration',
      `${api.place.source}.${table.id} has another owner than an HTTP source can tell. Declare one owned-by link to a key of its owner, and make the plan again.`,
    );
  return parent;
}

async function* contextRows(api: OpenApi, { table, selection, found }: TableTurn): AsyncGenerator<PersonRow> {
  const read = readOf(api, table.id);
  const asked = new Set<string>();
  for (const { from, link } of contextLinks(selection, table.id)) {
    for (const { row: leading } of found.get(from) ?? []) {
      const wanted = link.rowColumns.map((name) => leading[name]);
      if (wanted.some((value) => value === null || value === undefined)) continue;
      const question = JSON.stringify([link.otherColumns, wanted]);
      if (asked.has(question)) continue;
      asked.add(question);
      const given: HttpRow = Object.fromEntries(link.otherColumns.map((name, i) => [name, wanted[i]]));
      for await (const page of readPages(api, {
        table: table.id,
        read,
        lookUp: own(given),
        absent: goneStatuses,
      })) {
        for (const row of page) {
          if (
            !sameValues(
              link.otherColumns.map((name) => row[name]),
              wanted,
            )
          )
            throw notAsked(api, read);
          yield { table, row, key: keyOf(resourceOf(api, table.id), row), parent: null, gone: false };
        }
      }
    }
  }
}

function contextLinks(
  { tables }: Selection,
  to: string,
): readonly { readonly from: string; readonly link: SelectedLink }[] {
  return tables.flatMap((table) =>
    table.context.filter((link) => link.table === to).map((link) => ({ from: table.id, link })),
  );
}

/** The tables whose rows others are read by. */
function tablesReadBy({ tables }: Selection): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ id, owners, context }) => [
      ...owners.map((link) => link.table),
      ...(context.length > 0 ? [id] : []),
    ]),
  );
}

function boundRows(bindings: SourceBindings, { id }: SelectedTable, person: number): readonly SubjectRow[] {
  return Object.hasOwn(bindings, id) ? (bindings[id] ?? []).filter((row) => row.person === person) : [];
}

function readOf(api: OpenApi, id: string): HttpRead {
  const { read } = resourceOf(api, id);
  if (read !== null) return read;
  throw new GestandError(
    'bad-configuration',
    `The resource ${id} of ${api.place.source} has no "read", so nobody's rows can be read from it. Add it to the policy.`,
  );
}

function own(row: HttpRow): LookUp {
  return ({ table, column }) => (table === null ? row[column] : undefined);
}

function sameValues(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => String(value) === String(b[i]));
}

function notAsked(api: OpenApi, read: HttpRead): GestandError {
  const what =
    'is answered with rows that were not asked for; its path does not choose them as the policy says';
  return httpFailure(endpointOf(api, read), 'source-failed', what);
}

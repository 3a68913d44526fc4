import { setTimeout as sleep } from 'node:timers/promises';
import { present } from '../../base/assert.ts';
import type { SelectedTable, Selection } from '../../plan/selection.ts';
import type { HttpChange } from '../../policy/http-source.ts';
import { requireSuccess } from './answer.ts';
import { httpFailure } from './failure.ts';
import { pointerNames } from './json-pointer.ts';
import { childRows, goneStatuses, type PersonRow, parentOf, subjectOf } from './person-rows.ts';
import { addressOf, endpointOf, type OpenApi, resourceOf } from './read.ts';
import { type LookUp, renderJson, renderPath } from './render.ts';
import type { HttpRow } from './row.ts';

/** A row that goes (null), or what some of its columns become. */
export interface RowChange {
  readonly row: PersonRow;
  readonly columns: Readonly<Record<string, unknown>> | null;
}

/** Has the API make one change. */
export async function carryOut(api: OpenApi, { row, columns }: RowChange): Promise<void> {
  const resource = resourceOf(api, row.table.id);
  const change = present(
    columns === null ? resource.erase : resource.rectify,
    'an endpoint that was looked for',
  );
  const body = columns === null ? null : mergePatch(api, row.table, columns);
  const answer = await request(api, { change, row, changes: body });
  if (goneStatuses.includes(answer.status)) return;
  requireSuccess(endpointOf(api, change), answer);
}

interface Wanted {
  readonly change: HttpChange;
  readonly row: PersonRow;
  /** The members that change, for `{changes}`; null when the row goes. */
  readonly changes: unknown;
}

async function request(api: OpenApi, { change, row, changes }: Wanted) {
  const endpoint = endpointOf(api, change);
  const lookUp: LookUp = ({ table, column }) => {
    if (table === null) return column === 'changes' && changes !== null ? changes : row.row[column];
    return row.parent?.table.id === table ? row.parent.row[column] : undefined;
  };
  const path = renderPath(change.path, lookUp);
  const template = change.body ?? (changes === null ? null : '{changes}');
  const body = template === null ? null : renderJson(template, lookUp);
  if (path === null || (template !== null && body === null))
    throw httpFailure(
      endpoint,
      'source-failed',
      'cannot be asked: a value in it is missing or cannot stand there',
    );
  return api.client.call({
    endpoint,
    method: change.method,
    url: addressOf(api.place, path),
    body: body === null ? null : { text: JSON.stringify(body.value), contentType: change.contentType },
    repeatable: change.repeatable,
  });
}

/** The changed columns as members of a row, where each of them stands (RFC 7396). */
function mergePatch(api: OpenApi, table: SelectedTable, columns: Readonly<Record<string, unknown>>): unknown {
  const resource = resourceOf(api, table.id);
  const root = new Map<string, unknown>();
  for (const [name, value] of Object.entries(columns)) {
    const at = resource.columns.find((column) => column.name === name)?.at ?? '';
    const names = pointerNames(at);
    let here = root;
    for (const step of names.slice(0, -1)) {
      const next = here.get(step);
      const inner = next instanceof Map ? next : new Map<string, unknown>();
      here.set(step, inner);
      here = inner;
    }
    here.set(names.at(-1) ?? name, value);
  }
  return asObject(root);
}

function asObject(members: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries(
    [...members].map(([name, value]) => [name, value instanceof Map ? asObject(value) : value]),
  );
}

export interface Changed {
  readonly selection: Selection;
  readonly table: SelectedTable;
  readonly changes: readonly RowChange[];
  /** That a cell, as the API gives it back, is what it was to become. */
  readonly isDone: (found: unknown, wanted: unknown) => boolean;
}

const looks = 4;
const firstLookSeconds = 0.2;

/** Reads the changed rows again. An API may take a moment to do what it says it did; then it is looked at again. */
export async function requireChanged(api: OpenApi, changed: Changed): Promise<void> {
  for (let look = 1; ; look++) {
    const left = await unchanged(api, changed);
    const [first] = left;
    if (first === undefined) return;
    if (look >= looks) {
      const { erase, rectify } = resourceOf(api, changed.table.id);
      const change = present(first.columns === null ? erase : rectify, 'an endpoint that was called');
      throw httpFailure(
        endpointOf(api, change),
        'source-failed',
        `said that it was done, and ${left.length} of ${changed.changes.length} rows of ${changed.table.id} are as they were; what owns them was not touched`,
      );
    }
    await sleep(firstLookSeconds * 2 ** look * 1000);
  }
}

async function unchanged(
  api: OpenApi,
  { selection, table, changes, isDone }: Changed,
): Promise<readonly RowChange[]> {
  const now = new Map<string, HttpRow>();
  for (const { row } of changes.filter(({ row }) => row.parent === null)) {
    const found = await subjectOf(api, table.id, row.key);
    if (!found.gone) now.set(JSON.stringify(found.key), found.row);
  }
  const parent = parentOf(api, table, selection);
  const owners = new Set(changes.flatMap(({ row }) => (row.parent === null ? [] : [row.parent])));
  for (const owner of owners) {
    if (parent === null) continue;
    for await (const found of childRows(api, { table, parent, owner }))
      now.set(JSON.stringify(found.key), found.row);
  }
  return changes.filter(({ row, columns }) => {
    const found = now.get(JSON.stringify(row.key));
    if (found === undefined) return false;
    return columns === null || Object.entries(columns).some(([name, value]) => !isDone(found[name], value));
  });
}

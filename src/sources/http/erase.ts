import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { present } from '../../base/assert.ts';
import { GestandError } from '../../base/error.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { SelectedColumn, SelectedTable } from '../../plan/selection.ts';
import type { HttpChange } from '../../policy/http-source.ts';
import type { EraseFaultPoint } from '../erase-fault-points.ts';
import type { EraseOptions, ErasureCount } from '../source.ts';
import { erased } from '../sql/dialect.ts';
import { requireSuccess } from './answer.ts';
import { httpFailure } from './failure.ts';
import { changesOf, countFates, type Fate, type Fates, fatesOf } from './fates.ts';
import { pointerNames } from './json-pointer.ts';
import {
  childRows,
  goneStatuses,
  type PersonRow,
  parentOf,
  peopleIn,
  personRows,
  subjectOf,
} from './person-rows.ts';
import { addressOf, endpointOf, type OpenApi, resourceOf } from './read.ts';
import { type LookUp, renderJson, renderPath } from './render.ts';
import type { HttpRow } from './row.ts';

export interface HttpErasure {
  readonly plan: SourceErasure;
  readonly bindings: SourceBindings;
}

/** What an erasure would do. Reads everything that is theirs, and changes nothing. */
export async function countErasureOverHttp(
  api: OpenApi,
  erasure: HttpErasure,
): Promise<readonly ErasureCount[]> {
  return countFates(erasure.plan, await decide(api, erasure));
}

/**
 * Reads everything, decides, then changes row by row: what is owned before its owner. An API has no transaction, so each table is read
 * again before its owners go: a row that is still there although its deletion was answered with success stops the
 * erasure while it can still be found. Doing it again does what is left.
 *
 * @throws GestandError `source-failed` when a row is still what it was; what reading throws.
 */
export async function eraseOverHttp(
  api: OpenApi,
  erasure: HttpErasure,
  options: EraseOptions,
): Promise<readonly ErasureCount[]> {
  const { plan } = erasure;
  const reach = (point: EraseFaultPoint) => options.faultPoint(point);
  const fates = await decide(api, erasure);
  const works = plan.selection.tables
    .toReversed()
    .map((table) => ({ table, changes: changesIn(plan, table, fates) }))
    .filter(({ changes }) => changes.length > 0);
  // Nothing is begun that cannot be brought to its end.
  for (const { table, changes } of works) requireEndpoints(api, table, changes);
  await reach('erase.entered');
  const total = works.reduce((sum, { changes }) => sum + changes.length, 0);
  let done = 0;
  for (const { table, changes } of works) {
    for (const change of changes) {
      await carryOut(api, change);
      options.onProgress?.(++done, total);
      if (done < total) await reach('erase.between-batches');
    }
    await requireChanged(api, { plan, table, changes });
  }
  await reach('erase.committed');
  return countFates(plan, fates);
}

async function decide(api: OpenApi, { plan, bindings }: HttpErasure): Promise<Fates> {
  const { selection } = plan;
  const rows = new Map<string, PersonRow>();
  for (const person of peopleIn(bindings)) {
    for await (const row of personRows(api, { selection, bindings, person }, 'personal')) {
      const place = JSON.stringify([row.table.id, row.key]);
      if (!rows.has(place)) rows.set(place, row);
    }
  }
  return fatesOf(plan, [...rows.values()]);
}

/** A row that goes (null), or what some of its columns become. */
interface RowChange {
  readonly row: PersonRow;
  readonly columns: Readonly<Record<string, unknown>> | null;
}

function changesIn(plan: SourceErasure, table: SelectedTable, fates: Fates): readonly RowChange[] {
  const changes = [...fates.values()]
    .filter((fate) => fate.row.table.id === table.id)
    .map((fate: Fate) => ({
      row: fate.row,
      columns: fate.kind === 'deleted' ? null : changesOf(plan, fate, emptiedValue),
    }));
  // What is as it is to be already needs no request: an erasure that is done again finds only what is left.
  return changes.filter(
    ({ row, columns }) =>
      columns === null || Object.entries(columns).some(([name, value]) => !isEmptied(row.row[name], value)),
  );
}

function requireEndpoints(api: OpenApi, table: SelectedTable, changes: readonly RowChange[]): void {
  const { erase, rectify } = resourceOf(api, table.id);
  const missing =
    erase === null && changes.some(({ columns }) => columns === null)
      ? 'erase'
      : rectify === null && changes.some(({ columns }) => columns !== null)
        ? 'rectify'
        : null;
  if (missing === null) return;
  throw new GestandError(
    'bad-configuration',
    `The resource ${table.id} of ${api.place.source} has no "${missing}", which this erasure needs. Nothing was changed; add it to the policy.`,
  );
}

async function carryOut(api: OpenApi, { row, columns }: RowChange): Promise<void> {
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

interface Changed {
  readonly plan: SourceErasure;
  readonly table: SelectedTable;
  readonly changes: readonly RowChange[];
}

const looks = 4;
const firstLookSeconds = 0.2;

/** Reads the changed rows again. An API may take a moment to do what it says it did; then it is looked at again. */
async function requireChanged(api: OpenApi, changed: Changed): Promise<void> {
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

async function unchanged(api: OpenApi, { plan, table, changes }: Changed): Promise<readonly RowChange[]> {
  const now = new Map<string, HttpRow>();
  for (const { row } of changes.filter(({ row }) => row.parent === null)) {
    const found = await subjectOf(api, table.id, row.key);
    if (!found.gone) now.set(JSON.stringify(found.key), found.row);
  }
  const parent = parentOf(api, table, plan.selection);
  const owners = new Set(changes.flatMap(({ row }) => (row.parent === null ? [] : [row.parent])));
  for (const owner of owners) {
    if (parent === null) continue;
    for await (const found of childRows(api, { table, parent, owner }))
      now.set(JSON.stringify(found.key), found.row);
  }
  return changes.filter(({ row, columns }) => {
    const found = now.get(JSON.stringify(row.key));
    if (found === undefined) return false;
    return (
      columns === null || Object.entries(columns).some(([name, value]) => !isEmptied(found[name], value))
    );
  });
}

/** What a cell becomes: NULL where the policy says so and the column allows it, else a value that says nothing. */
function emptiedValue({ columns }: SelectedTable, name: string): unknown {
  const column = present(
    columns.find((candidate) => candidate.name === name),
    name,
  );
  if (column.onErasure === 'null' && column.nullable) return null;
  return neutral[column.family](column);
}

const longAgo = '1900-01-01';

const neutral: Readonly<Record<SelectedColumn['family'], (column: SelectedColumn) => unknown>> = {
  text: ({ unique }) => (unique ? `${erased}-${randomUUID()}` : erased),
  integer: ({ unique }) => (unique ? -randomInt(1, 2 ** 31) : 0),
  decimal: ({ unique }) => (unique ? -randomInt(1, 2 ** 31) : 0),
  boolean: () => false,
  date: () => longAgo,
  timestamp: () => `${longAgo}T00:00:00Z`,
  json: () => ({}),
  uuid: () => randomUUID(),
  inet: () => '0.0.0.0',
  binary: () => '',
  other: () => null,
};

// As the API gives it back: with zeros behind the point, with another offset, with a random part of its own.
function isEmptied(found: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'number') return found !== null && Number(found) === wanted;
  if (typeof wanted === 'string' && wanted.startsWith(longAgo)) return String(found).startsWith(longAgo);
  if (typeof wanted === 'string' && wanted.startsWith(`${erased}-`))
    return String(found).startsWith(`${erased}-`);
  return JSON.stringify(found) === JSON.stringify(wanted);
}

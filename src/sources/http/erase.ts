import { randomInt, randomUUID } from 'node:crypto';
import { present } from '../../base/assert.ts';
import { GestandError } from '../../base/error.ts';
import type { SourceBindings, SourceErasure } from '../../plan/plan.ts';
import type { SelectedColumn, SelectedTable } from '../../plan/selection.ts';
import type { EraseFaultPoint } from '../erase-fault-points.ts';
import type { EraseOptions, ErasureCount } from '../source.ts';
import { erased } from '../sql/dialect.ts';
import { changesOf, countFates, type Fate, type Fates, fatesOf } from './fates.ts';
import { type PersonRow, peopleIn, personRows } from './person-rows.ts';
import { type OpenApi, resourceOf } from './read.ts';
import { carryOut, type RowChange, requireChanged } from './row-change.ts';

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
    await requireChanged(api, { selection: plan.selection, table, changes, isDone: isEmptied });
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

import type { RunId } from '../base/ids.ts';
import { hashFor } from './encryption.ts';
import { nowOf, type StoreScope } from './store.ts';

/** Where a row of somebody is, or was. */
export interface RowPlace {
  readonly source: string;
  readonly table: string;
  /** The values of its key, as text. */
  readonly key: readonly string[];
}

/** That a row was erased, by which run and when. Which row it was can only be asked, not read. */
export interface ErasedRow {
  readonly runId: RunId;
  /** Of the people of the run. */
  readonly person: number;
  /** It was deleted, and not emptied and kept. */
  readonly deleted: boolean;
  readonly erasedAt: string;
}

// PostgreSQL takes at most 65,535 values in a statement, and a row has six.
const batchSize = 5000;

/** The keyed hash by which the place of a row is found again without being kept. */
export function placeHash({ keys }: Pick<StoreScope, 'keys'>, { source, table, key }: RowPlace): string {
  return hashFor(keys, 'erased-row', JSON.stringify([source, table, key]));
}

/** Leaves the keyed hash of each row that a run erased. */
export async function recordErasedRows(
  scope: StoreScope,
  runId: RunId,
  rows: readonly (RowPlace & Pick<ErasedRow, 'person' | 'deleted'>)[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batchSize) {
    await scope.db
      .insertInto('erased_row')
      .values(
        rows.slice(from, from + batchSize).map((row) => ({
          organisation_id: scope.organisationId,
          row_hash: placeHash(scope, row),
          run_id: runId,
          person: row.person,
          deleted: row.deleted,
          erased_at: nowOf(scope),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Which of these rows were erased: the latest erasure of each, by the hash of its place. */
export async function findErasedRows(
  scope: StoreScope,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ErasedRow>> {
  if (hashes.length === 0) return new Map();
  const rows = await scope.db
    .selectFrom('erased_row')
    .distinctOn('row_hash')
    .select(['row_hash', 'run_id', 'person', 'deleted', 'erased_at'])
    .where('organisation_id', '=', scope.organisationId)
    .where('row_hash', 'in', [...hashes])
    .orderBy('row_hash')
    .orderBy('erased_at', 'desc')
    .execute();
  return new Map(
    rows.map(({ row_hash, run_id, person, deleted, erased_at }) => [
      row_hash,
      { runId: run_id as RunId, person, deleted, erasedAt: erased_at },
    ]),
  );
}

/** Notes that somebody said of these rows that they are of new people. */
export async function clearRows(scope: StoreScope, places: readonly RowPlace[], by: string): Promise<void> {
  for (const place of places) {
    const cleared = { cleared_at: nowOf(scope), cleared_by: by };
    await scope.db
      .insertInto('cleared_row')
      .values({ organisation_id: scope.organisationId, row_hash: placeHash(scope, place), ...cleared })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'row_hash']).doUpdateSet(cleared))
      .execute();
  }
}

/** When somebody said so, of those of which they did. */
export async function findClearedRows(
  scope: StoreScope,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await scope.db
    .selectFrom('cleared_row')
    .select(['row_hash', 'cleared_at'])
    .where('organisation_id', '=', scope.organisationId)
    .where('row_hash', 'in', [...hashes])
    .execute();
  return new Map(rows.map(({ row_hash, cleared_at }) => [row_hash, cleared_at]));
}

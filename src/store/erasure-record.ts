import type { RunId } from '../base/ids.ts';
import type { Identity } from '../domain/identity.ts';
import { hashIdentity } from './encryption.ts';
import { nowOf, type StoreScope } from './store.ts';

/** That somebody was erased, and when. Who it was can only be asked, not read. */
export interface ErasureRecord {
  readonly runId: RunId;
  readonly erasedAt: string;
}

// PostgreSQL takes at most 65,535 values in a statement, and a record has five.
const batchSize = 5000;

/** Leaves the keyed hash of each erased identity, so that a restored backup is recognised and erased again. */
export async function recordErasure(
  scope: StoreScope,
  runId: RunId,
  identities: readonly Identity[],
): Promise<void> {
  for (let from = 0; from < identities.length; from += batchSize) {
    const rows = identities.slice(from, from + batchSize).map((identity) => ({
      organisation_id: scope.organisationId,
      identity_kind: identity.kind,
      identity_hash: hashIdentity(scope.keys, identity),
      run_id: runId,
      erased_at: nowOf(scope),
    }));
    await scope.db
      .insertInto('erasure_record')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Which of these were erased before, in the order given; each with its latest erasure, but for the run `except`. */
export async function findErased(
  scope: StoreScope,
  identities: readonly Identity[],
  except?: RunId,
): Promise<readonly (ErasureRecord & { readonly identity: Identity })[]> {
  const found: (ErasureRecord & { readonly identity: Identity })[] = [];
  for (let from = 0; from < identities.length; from += batchSize) {
    const batch = identities.slice(from, from + batchSize);
    const byHash = new Map(batch.map((identity) => [hashIdentity(scope.keys, identity), identity]));
    if (byHash.size === 0) continue;
    const rows = await scope.db
      .selectFrom('erasure_record')
      .distinctOn('identity_hash')
      .select(['identity_hash', 'run_id', 'erased_at'])
      .where('organisation_id', '=', scope.organisationId)
      .where('identity_kind', 'in', [...new Set(batch.map(({ kind }) => kind))])
      .where('identity_hash', 'in', [...byHash.keys()])
      .where('run_id', '<>', except ?? '')
      .orderBy('identity_hash')
      .orderBy('erased_at', 'desc')
      .execute();
    const records = new Map(rows.map((row) => [row.identity_hash, row]));
    for (const [hash, identity] of byHash) {
      const row = records.get(hash);
      if (row !== undefined) found.push({ identity, runId: row.run_id as RunId, erasedAt: row.erased_at });
    }
  }
  return found;
}

/** How many identities were erased since the first day. */
export async function countErasures(scope: StoreScope): Promise<number> {
  const { count } = await scope.db
    .selectFrom('erasure_record')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', scope.organisationId)
    .executeTakeFirstOrThrow();
  return count;
}

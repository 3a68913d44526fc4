import { sql } from 'kysely';
import { keyedHash } from '../base/hash.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';

/** How far a witness follows the ledger. */
export interface WitnessState {
  /** The size of the checkpoint that they have; 0: none yet. */
  readonly shownSize: number;
  /** How often the next one was tried, this time included. */
  readonly attempts: number;
}

/**
 * Takes the turn to show a witness the newest checkpoint; undefined while it is not due, or somebody else has the turn. It is this caller's
 * for `leaseSeconds`.
 *
 * @param address of the witness; its keyed hash is kept.
 */
export async function claimWitness(
  scope: StoreScope,
  { address, leaseSeconds }: { readonly address: string; readonly leaseSeconds: number },
): Promise<WitnessState | undefined> {
  const witness = witnessHash(scope, address);
  await scope.db
    .insertInto('ledger_witness')
    .values({
      organisation_id: scope.organisationId,
      witness_hash: witness,
      shown_size: 0,
      next_attempt_at: nowOf(scope),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'witness_hash']).doNothing())
    .execute();
  const row = await scope.db
    .updateTable('ledger_witness')
    .set({ attempts: sql`attempts + 1`, next_attempt_at: secondsFromNow(scope, leaseSeconds) })
    .where('organisation_id', '=', scope.organisationId)
    .where('witness_hash', '=', witness)
    .where('next_attempt_at', '<=', nowOf(scope))
    .returning(['shown_size', 'attempts'])
    .executeTakeFirst();
  return row && { shownSize: row.shown_size, attempts: row.attempts };
}

/** What came of it. `size`: they have this checkpoint now; without it nothing changed but when it is tried again. */
export async function settleWitness(
  scope: StoreScope,
  outcome: {
    readonly address: string;
    readonly size?: number;
    readonly code: string | null;
    readonly nextInSeconds: number;
  },
): Promise<void> {
  const { address, size, code, nextInSeconds } = outcome;
  await scope.db
    .updateTable('ledger_witness')
    .set({
      next_attempt_at: secondsFromNow(scope, nextInSeconds),
      last_code: code,
      ...(size === undefined ? {} : { shown_size: size, shown_at: nowOf(scope) }),
      ...(code === null ? { attempts: 0 } : {}),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('witness_hash', '=', witnessHash(scope, address))
    .execute();
}

function witnessHash(scope: StoreScope, address: string): string {
  return keyedHash(scope.keys.hashing, `ledger witness:${address}`);
}

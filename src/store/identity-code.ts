import { randomInt } from 'node:crypto';
import { equalInConstantTime } from '../base/hash.ts';
import type { CaseId } from '../base/ids.ts';
import { hashFor } from './encryption.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';

/** What came of trying a code. `wrong` also when there is none: nothing tells whether one was sent. */
export type CodeOutcome = 'confirmed' | 'wrong' | 'expired' | 'used-up';

export const identityCodeAttempts = 5;
const codeDigits = 6;

/**
 * Makes the code of six digits that goes to the known address, in place of an earlier one. Only its keyed hash
 * is kept.
 */
export async function makeIdentityCode(
  scope: StoreScope,
  id: CaseId,
  lifetimeSeconds: number,
): Promise<string> {
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
  const fresh = {
    code_hash: hashOfCode(scope, id, code),
    expires_at: secondsFromNow(scope, lifetimeSeconds),
    attempts_left: identityCodeAttempts,
    confirmed_at: null,
  };
  await scope.db
    .insertInto('identity_code')
    .values({ organisation_id: scope.organisationId, case_id: id, ...fresh })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'case_id']).doUpdateSet(fresh))
    .execute();
  return code;
}

/**
 * Tries a code. An attempt is taken before it is compared, so that guesses sent at once are all counted; call it
 * outside a transaction that may be rolled back. A code confirms once.
 */
export async function tryIdentityCode(scope: StoreScope, id: CaseId, code: string): Promise<CodeOutcome> {
  const taken = await scope.db
    .updateTable('identity_code')
    .set((row) => ({ attempts_left: row('attempts_left', '-', 1) }))
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .where('attempts_left', '>', 0)
    .where('confirmed_at', 'is', null)
    .returning(['code_hash', 'expires_at'])
    .executeTakeFirst();
  // The hash is computed and compared in every case, so that the time taken tells nothing either.
  const right = equalInConstantTime(taken?.code_hash ?? '', hashOfCode(scope, id, code));
  if (taken === undefined) return (await hasCode(scope, id)) ? 'used-up' : 'wrong';
  if (Temporal.Instant.compare(taken.expires_at, scope.clock.now()) <= 0) return 'expired';
  if (!right) return 'wrong';
  const confirmed = await scope.db
    .updateTable('identity_code')
    .set({ confirmed_at: nowOf(scope), attempts_left: 0 })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .where('code_hash', '=', taken.code_hash)
    .where('confirmed_at', 'is', null)
    .returning('case_id')
    .executeTakeFirst();
  return confirmed === undefined ? 'used-up' : 'confirmed';
}

async function hasCode(scope: StoreScope, id: CaseId): Promise<boolean> {
  const row = await scope.db
    .selectFrom('identity_code')
    .select('case_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

function hashOfCode(scope: StoreScope, id: CaseId, code: string): string {
  return hashFor(scope.keys, 'identity-code', `${id}:${code}`);
}

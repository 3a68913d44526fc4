import { randomInt } from 'node:crypto';
import { equalInConstantTime } from '../base/hash.ts';
import type { CaseId } from '../base/ids.ts';
import { hashFor } from './encryption.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';

/**
 * What came of trying a code. `expired` only to who has the right code of before: whoever guesses learns nothing but `wrong`, whether a
 * code was sent or not.
 */
export type CodeOutcome = 'confirmed' | 'wrong' | 'expired';

export const identityCodeAttempts = 5;
const codeDigits = 6;

/** From where a code is asked for or typed: a shortened network address; null when it was on no page. */
export type CodeNetwork = string | null;

/**
 * Makes the code of six digits that goes to the known address, in place of an earlier one that the same network asked for: a code that
 * another asked for goes on working. Only keyed hashes are kept.
 */
export async function makeIdentityCode(
  scope: StoreScope,
  id: CaseId,
  { lifetimeSeconds, network }: { readonly lifetimeSeconds: number; readonly network: CodeNetwork },
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
    .values({
      organisation_id: scope.organisationId,
      case_id: id,
      network_hash: hashOfNetwork(scope, id, network),
      ...fresh,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'case_id', 'network_hash']).doUpdateSet(fresh),
    )
    .execute();
  return code;
}

/** What somebody typed, and from where. */
export interface TypedCode {
  readonly code: string;
  readonly network: CodeNetwork;
}

/**
 * Tries a code against the one that the same network asked for. An attempt is taken before it is compared, so that guesses sent at once
 * are all counted; call it outside a transaction that may be rolled back. A code confirms once.
 */
export async function tryIdentityCode(
  scope: StoreScope,
  id: CaseId,
  { code, network }: TypedCode,
): Promise<CodeOutcome> {
  const taken = await scope.db
    .updateTable('identity_code')
    .set((row) => ({ attempts_left: row('attempts_left', '-', 1) }))
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .where('network_hash', '=', hashOfNetwork(scope, id, network))
    .where('attempts_left', '>', 0)
    .returning(['code_hash', 'expires_at', 'confirmed_at'])
    .executeTakeFirst();
  return settle(scope, id, { code, among: taken === undefined ? [] : [taken] });
}

/**
 * Tries a code against those that other networks asked for: somebody who asked at home reads the mail on the road. No attempts are
 * taken here, so the caller limits how often it is tried in a case.
 */
export async function tryCodeOfOthers(
  scope: StoreScope,
  id: CaseId,
  { code, network }: TypedCode,
): Promise<CodeOutcome> {
  const among = await scope.db
    .selectFrom('identity_code')
    .select(['code_hash', 'expires_at', 'confirmed_at'])
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .where('network_hash', '<>', hashOfNetwork(scope, id, network))
    .execute();
  return settle(scope, id, { code, among });
}

interface KeptCode {
  readonly code_hash: string;
  readonly expires_at: string;
  readonly confirmed_at: string | null;
}

async function settle(
  scope: StoreScope,
  id: CaseId,
  { code, among }: { readonly code: string; readonly among: readonly KeptCode[] },
): Promise<CodeOutcome> {
  const hash = hashOfCode(scope, id, code);
  // At least once, whether there is a code or not, so that the time taken tells nothing either.
  equalInConstantTime('', hash);
  const right = among.filter(({ code_hash }) => equalInConstantTime(code_hash, hash));
  if (right.length === 0) return 'wrong';
  const now = scope.clock.now();
  const works = right.some(
    ({ expires_at, confirmed_at }) => confirmed_at === null && Temporal.Instant.compare(expires_at, now) > 0,
  );
  if (!works) return 'expired';
  // All codes of the case at once: of two that are typed at the same moment one confirms.
  const confirmed = await scope.db
    .updateTable('identity_code')
    .set({ confirmed_at: nowOf(scope) })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning('case_id')
    .execute();
  return confirmed.length === 0 ? 'expired' : 'confirmed';
}

function hashOfCode(scope: StoreScope, id: CaseId, code: string): string {
  return hashFor(scope.keys, 'identity-code', `${id}:${code}`);
}

// Made for one case, so that it does not tell that two cases were asked for from one place.
function hashOfNetwork(scope: StoreScope, id: CaseId, network: CodeNetwork): string {
  return network === null ? '' : hashFor(scope.keys, 'code-network', `${id}:${network}`);
}

import { hashFor } from './encryption.ts';
import { nowOf, type StoreScope } from './store.ts';

/** Uses a token that works once; false when it was used before. Its hash is kept for as long as it could be used. */
export async function useTokenOnce(
  scope: StoreScope,
  { id, expiresAt }: { readonly id: string; readonly expiresAt: string },
): Promise<boolean> {
  const row = await scope.db
    .insertInto('used_token')
    .values({
      organisation_id: scope.organisationId,
      token_hash: hashFor(scope.keys, 'session-token', id),
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'token_hash']).doNothing())
    .returning('token_hash')
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets tokens that have expired and so open nothing anyhow; returns how many. */
export async function forgetExpiredTokens(scope: StoreScope): Promise<number> {
  const removed = await scope.db
    .deleteFrom('used_token')
    .where('organisation_id', '=', scope.organisationId)
    .where('expires_at', '<', nowOf(scope))
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

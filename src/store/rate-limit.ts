import { sql } from 'kysely';
import { hashFor } from './encryption.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';

export interface Bucket {
  /** What is counted together, such as `code:` and an address; only its keyed hash is kept. */
  readonly name: string;
  /** How many a window allows. */
  readonly limit: number;
  readonly windowSeconds: number;
}

export interface Token {
  readonly granted: boolean;
  /** How long to wait for the next one; 0 when this one was granted. */
  readonly retryAfterSeconds: number;
}

/**
 * Takes one of a limited number in a window of time. One statement, so that callers on several nodes together
 * get no more than the limit.
 */
export async function takeToken(scope: StoreScope, bucket: Bucket): Promise<Token> {
  const now = nowOf(scope);
  const oldestStart = secondsFromNow(scope, -bucket.windowSeconds);
  const over = sql<boolean>`rate_limit.window_start <= ${oldestStart}::timestamptz`;
  const row = await scope.db
    .insertInto('rate_limit')
    .values({
      organisation_id: scope.organisationId,
      bucket_hash: hashFor(scope.keys, 'rate-limit', bucket.name),
      window_start: now,
      taken: 1,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'bucket_hash']).doUpdateSet({
        window_start: sql`case when ${over} then ${now}::timestamptz else rate_limit.window_start end`,
        // Counts one past the limit and no further: that is enough to refuse.
        taken: sql`case when ${over} then 1 else least(rate_limit.taken, ${bucket.limit}::int) + 1 end`,
      }),
    )
    .returning(['taken', 'window_start'])
    .executeTakeFirstOrThrow();
  if (row.taken <= bucket.limit) return { granted: true, retryAfterSeconds: 0 };
  const reopens = Temporal.Instant.from(row.window_start).add({ seconds: bucket.windowSeconds });
  const wait = scope.clock.now().until(reopens).total('seconds');
  return { granted: false, retryAfterSeconds: Math.max(1, Math.ceil(wait)) };
}

/** Removes buckets nobody took from for a day; returns how many. */
export async function removeOldBuckets(scope: StoreScope): Promise<number> {
  const removed = await scope.db
    .deleteFrom('rate_limit')
    .where('organisation_id', '=', scope.organisationId)
    .where('window_start', '<', secondsFromNow(scope, -86_400))
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

import type { Json } from '../base/canonical-json.ts';
import { decryptText, encryptText, hashFor } from './encryption.ts';
import { nowOf, type StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

export interface RepeatableRequest {
  /** Chosen by the caller, and what else tells callers apart. */
  readonly key: string;
  /** Everything that was asked, as one text. */
  readonly asked: string;
}

/** What came of work, and whether it is the last word: an answer that says to try again later is not remembered. */
export interface WorkDone<T> {
  readonly answer: T;
  readonly final: boolean;
}

/** `other-request`: the key was used for something else. */
export type RepeatableAnswer<T extends Json> =
  | { readonly kind: 'answered'; readonly answer: T; readonly repeated: boolean }
  | { readonly kind: 'other-request' };

/**
 * Does what was asked once, however often it is asked again with the same key, and gives the same answer each time. The work and
 * the memory of it share a transaction, and a second caller waits for the first: so the work must not reach outside our store.
 */
export async function answerOnce<T extends Json>(
  scope: StoreScope,
  { key, asked }: RepeatableRequest,
  work: (inside: StoreScope) => Promise<WorkDone<T>>,
): Promise<RepeatableAnswer<T>> {
  const keyHash = hashFor(scope.keys, 'repeatable', key);
  const requestHash = hashFor(scope.keys, 'repeatable-request', asked);
  const boundTo = `repeatable_answer:${keyHash}`;
  return withTransaction(scope, async (inside) => {
    const taken = await inside.db
      .insertInto('repeatable_answer')
      .values({
        organisation_id: scope.organisationId,
        key_hash: keyHash,
        request_hash: requestHash,
        answer: Buffer.alloc(0),
        made_at: nowOf(scope),
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'key_hash']).doNothing())
      .returning('key_hash')
      .executeTakeFirst();
    const rows = inside.db
      .selectFrom('repeatable_answer')
      .select(['request_hash', 'answer'])
      .where('organisation_id', '=', scope.organisationId)
      .where('key_hash', '=', keyHash);
    if (taken === undefined) {
      const { request_hash, answer } = await rows.executeTakeFirstOrThrow();
      if (request_hash !== requestHash) return { kind: 'other-request' };
      return {
        kind: 'answered',
        answer: JSON.parse(decryptText(scope.keys, answer, boundTo)) as T,
        repeated: true,
      };
    }
    const { answer, final } = await work(inside);
    const mine = { organisation_id: scope.organisationId, key_hash: keyHash };
    if (final)
      await inside.db
        .updateTable('repeatable_answer')
        .set({ answer: encryptText(scope.keys, JSON.stringify(answer), boundTo) })
        .where((row) => row.and(mine))
        .execute();
    else
      await inside.db
        .deleteFrom('repeatable_answer')
        .where((row) => row.and(mine))
        .execute();
    return { kind: 'answered', answer, repeated: false };
  });
}

/** Removes answers that were made before a moment; returns how many. */
export async function removeOldAnswers(scope: StoreScope, before: string): Promise<number> {
  const removed = await scope.db
    .deleteFrom('repeatable_answer')
    .where('organisation_id', '=', scope.organisationId)
    .where('made_at', '<', before)
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

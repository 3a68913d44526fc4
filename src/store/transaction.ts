import { setTimeout as sleep } from 'node:timers/promises';
import { mayRetry } from './database-error.ts';
import type { StoreScope } from './store.ts';

const attempts = 8;
const firstPauseMilliseconds = 5;

/**
 * Does the work in one transaction. When the database stops it because another transaction was in its way
 * (40001, 40P01) it is done again, a limited number of times; so the work must not have effects elsewhere, and
 * must not wait for a network. Inside a transaction it joins that one, whose owner then does it again.
 */
export async function withTransaction<T>(
  scope: StoreScope,
  work: (inside: StoreScope) => Promise<T>,
): Promise<T> {
  if (scope.db.isTransaction) return work(scope);
  for (let attempt = 1; ; attempt++) {
    try {
      return await scope.db.transaction().execute((db) => work({ ...scope, db }));
    } catch (error) {
      if (!mayRetry(error) || attempt === attempts) throw error;
      await sleep(pauseMilliseconds(attempt));
    }
  }
}

// Longer each time, and not equally long for two that hinder each other.
function pauseMilliseconds(attempt: number): number {
  return firstPauseMilliseconds * 2 ** attempt * (0.5 + Math.random());
}

import { sql } from 'kysely';
import type { CaseId } from '../base/ids.ts';
import { emptyMessagesOfCases } from './old-message.ts';
import { forgetNoticesOfCases } from './old-notice.ts';
import type { StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';
import { removeWeighingReasons } from './weighing.ts';

/**
 * Removes cases whose person never showed anything of who they are and whose legal date has passed; at most `limit`, the oldest
 * first. Anybody can make such a case for any address, so nothing of it is kept. Returns which.
 */
export async function removeUnprovenCases(
  scope: StoreScope,
  { legalDateBefore, limit }: { readonly legalDateBefore: string; readonly limit: number },
): Promise<readonly CaseId[]> {
  return withTransaction(scope, async (inside) => {
    const { db, organisationId } = inside;
    const rows = await db
      .selectFrom('case_file')
      .select('case_id')
      .where('organisation_id', '=', organisationId)
      .where('state', '=', 'identity')
      .where('legal_date', '<', legalDateBefore)
      .where(
        sql<boolean>`not exists (
          select from gestand.case_event
          where organisation_id = ${organisationId} and case_id = case_file.case_id
            and kind in ('identity-proof', 'in-progress')
        )`,
      )
      .orderBy('legal_date')
      .orderBy('case_id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    const ids = rows.map((row) => row.case_id as CaseId);
    if (ids.length === 0) return ids;
    await emptyMessagesOfCases(inside, ids, { forget: true });
    // What was stopped at once stays stopped, also when the rest of what was asked was never proven.
    for (const table of ['plan', 'task', 'notice'] as const)
      await db
        .updateTable(table)
        .set({ case_id: null })
        .where('organisation_id', '=', organisationId)
        .where('case_id', 'in', ids)
        .execute();
    for (const table of ['identity_code', 'case_reason', 'case_event', 'case_file'] as const)
      await db
        .deleteFrom(table)
        .where('organisation_id', '=', organisationId)
        .where('case_id', 'in', ids)
        .execute();
    return ids;
  });
}

/**
 * Removes who it was from cases that ended before a moment, and what was corrected for them; at most `limit`. What was done and when stays.
 * Returns how many.
 */
export async function removeOldContacts(
  scope: StoreScope,
  { endedBefore, limit }: { readonly endedBefore: string; readonly limit: number },
): Promise<number> {
  return withTransaction(scope, async (inside) => {
    const { db, organisationId } = inside;
    const old = db
      .selectFrom('case_file')
      .select('case_id')
      .where('organisation_id', '=', organisationId)
      .where('state', 'in', ['answered', 'refused', 'withdrawn', 'joined', 'closed'])
      .where('contact', 'is not', null)
      .where(sql<boolean>`coalesce(closed_at, answered_at) < ${endedBefore}::timestamptz`)
      .limit(limit);
    const removed = await db
      .updateTable('case_file')
      .set({ contact: null, email_hash: null, wish: null, person_hash: null })
      .where('organisation_id', '=', organisationId)
      .where('case_id', 'in', old)
      .returning('case_id')
      .execute();
    const ids = removed.map((row) => row.case_id as CaseId);
    // What was written about them says who they were, and so does what was corrected of them.
    for (const table of ids.length === 0 ? [] : (['case_reason', 'corrected_cell'] as const))
      await db
        .deleteFrom(table)
        .where('organisation_id', '=', organisationId)
        .where('case_id', 'in', ids)
        .execute();
    await emptyMessagesOfCases(inside, ids);
    await removeWeighingReasons(inside, ids as CaseId[]);
    // A note is to name nobody; whether it does, no program can tell.
    if (ids.length > 0)
      await db
        .updateTable('task')
        .set({ note: null })
        .where('organisation_id', '=', organisationId)
        .where('case_id', 'in', ids)
        .execute();
    await forgetNoticesOfCases({ ...scope, db }, ids);
    return ids.length;
  });
}

import type { CaseId } from '../base/ids.ts';
import type { StoreScope } from './store.ts';

/** Belongs in the transaction in which cases forget whose they were: whom their notices were about goes with it. */
export async function forgetNoticesOfCases(
  { db, organisationId }: StoreScope,
  ids: readonly CaseId[],
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('notice')
    .set({ people: null, note: null })
    .where('organisation_id', '=', organisationId)
    .where('case_id', 'in', ids)
    .execute();
  await db
    .deleteFrom('disclosure')
    .where('organisation_id', '=', organisationId)
    .where('ended_by', 'in', ids)
    .execute();
}

/** The same for notices that no case asked for, made before a moment. */
export async function forgetOldNotices(
  { db, organisationId }: StoreScope,
  madeBefore: string,
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ people: null, note: null })
    .where('organisation_id', '=', organisationId)
    .where('case_id', 'is', null)
    .where('made_at', '<', madeBefore)
    .where((notice) => notice.or([notice('people', 'is not', null), notice('note', 'is not', null)]))
    .execute();
}

/** Removes what was disclosed before a date; at most `limit`. Returns how many. */
export async function removeOldDisclosures(
  { db, organisationId }: StoreScope,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<number> {
  const old = db
    .selectFrom('disclosure')
    .select('disclosure_id')
    .where('organisation_id', '=', organisationId)
    .where('disclosed_on', '<', before)
    .orderBy('disclosed_on')
    .limit(limit);
  const removed = await db
    .deleteFrom('disclosure')
    .where('organisation_id', '=', organisationId)
    .where('disclosure_id', 'in', old)
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

import type { CaseId } from '../base/ids.ts';
import { type NewCase, wishBoundTo } from './case-file.ts';
import { encryptText } from './encryption.ts';
import type { StoreScope } from './store.ts';

/** Gives a case another wish, and with it another kind, with the dates of that; it was received when it was. */
export async function changeWish(
  scope: StoreScope,
  id: CaseId,
  { wish, safeDate, legalDate }: Pick<NewCase, 'wish' | 'safeDate' | 'legalDate'>,
): Promise<void> {
  await scope.db
    .updateTable('case_file')
    .set({
      kind: wish.kind,
      wish: encryptText(scope.keys, JSON.stringify(wish), wishBoundTo(id)),
      safe_date: safeDate,
      legal_date: legalDate,
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .execute();
}

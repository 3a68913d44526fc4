import type { CaseId } from '../base/ids.ts';
import { appendCaseEvent, type CaseEvent } from './case-event.ts';
import { decryptText, encryptText } from './encryption.ts';
import type { StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

/** Adds an event to the timeline with the reason somebody wrote for it, which is kept encrypted beside it. */
export async function appendReasonedEvent(
  scope: StoreScope,
  id: CaseId,
  { reason, ...event }: Pick<CaseEvent, 'kind' | 'actor' | 'detail'> & { readonly reason: string },
): Promise<void> {
  await withTransaction(scope, async (inside) => {
    const ordinal = await appendCaseEvent(inside, id, event);
    await inside.db
      .insertInto('case_reason')
      .values({
        organisation_id: scope.organisationId,
        case_id: id,
        ordinal,
        reason: encryptText(scope.keys, reason, boundTo(id, ordinal)),
      })
      .execute();
  });
}

/** The reasons of a case, by the number of their event. */
export async function readReasons(scope: StoreScope, id: CaseId): Promise<ReadonlyMap<number, string>> {
  const rows = await scope.db
    .selectFrom('case_reason')
    .select(['ordinal', 'reason'])
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .orderBy('ordinal')
    .execute();
  return new Map(
    rows.map(({ ordinal, reason }) => [ordinal, decryptText(scope.keys, reason, boundTo(id, ordinal))]),
  );
}

function boundTo(id: CaseId, ordinal: number): string {
  return `case_reason:${id}:${ordinal}`;
}

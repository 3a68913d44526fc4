import type { Json } from '../base/canonical-json.ts';
import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import { nowOf, type StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

/** One line of a case's timeline. */
export interface CaseEvent {
  /** From 1, in the order in which it happened. */
  readonly ordinal: number;
  readonly at: string;
  readonly kind: string;
  /** `person`, `system`, or the id of a member of staff; never a name or an address. */
  readonly actor: string;
  /** Ids, counts and states; no personal data. */
  readonly detail: Json;
}

const timelineLimit = 1000;

/** Returns its number. @throws GestandError not-found when there is no such case. */
export async function appendCaseEvent(
  scope: StoreScope,
  id: CaseId,
  event: Pick<CaseEvent, 'kind' | 'actor' | 'detail'>,
): Promise<number> {
  return withTransaction(scope, async (inside) => {
    // The count on the case gives each event its own number: who adds the next one waits for this row.
    const counted = await inside.db
      .updateTable('case_file')
      .set((row) => ({ event_count: row('event_count', '+', 1) }))
      .where('organisation_id', '=', scope.organisationId)
      .where('case_id', '=', id)
      .returning('event_count')
      .executeTakeFirst();
    if (counted === undefined) throw new GestandError('not-found', `There is no case ${id}.`);
    await inside.db
      .insertInto('case_event')
      .values({
        organisation_id: scope.organisationId,
        case_id: id,
        ordinal: counted.event_count,
        at: nowOf(scope),
        kind: event.kind,
        actor: event.actor,
        detail: JSON.stringify(event.detail),
      })
      .execute();
    return counted.event_count;
  });
}

/** What happened in a case, in order; at most its first 1,000 events. */
export async function listCaseEvents(scope: StoreScope, id: CaseId): Promise<readonly CaseEvent[]> {
  return scope.db
    .selectFrom('case_event')
    .select(['ordinal', 'at', 'kind', 'actor', 'detail'])
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', id)
    .orderBy('ordinal')
    .limit(timelineLimit)
    .execute();
}

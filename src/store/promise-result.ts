import type { Json } from '../base/canonical-json.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import { nowOf, type StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

/** How a promise stood during some time. */
export interface PromiseResult {
  readonly promiseId: string;
  readonly state: PromiseState;
  /** When it came into this state. */
  readonly since: string;
  /** Null: nothing ever checked it, and somebody took it up. */
  readonly lastCheckedAt: string | null;
  /** Ids and counts; no personal data. Those of the last check. */
  readonly detail: Json;
  /** Who took it up, while it was not kept; null: nobody. */
  readonly care: PromiseCare | null;
}

/** That somebody of the organisation sees to a promise that is not kept. */
export interface PromiseCare {
  /** The id of an officer. */
  readonly by: string;
  readonly at: string;
  /** What they do about it; names nobody. */
  readonly note: string;
}

/**
 * Keeps the result of a check: a new row when the state changed, else that it was looked at again. Who took it up goes
 * on seeing to it until it is kept.
 */
export async function recordPromiseResult(
  scope: StoreScope,
  result: Pick<PromiseResult, 'promiseId' | 'state' | 'detail'>,
): Promise<{ readonly changed: boolean }> {
  const now = nowOf(scope);
  const detail = JSON.stringify(result.detail);
  return withTransaction(scope, async (inside) => {
    const latest = await inside.db
      .selectFrom('promise_result')
      .select(['ordinal', 'state', 'taken_up_by', 'taken_up_at', 'note'])
      .where('organisation_id', '=', scope.organisationId)
      .where('promise_id', '=', result.promiseId)
      .orderBy('ordinal', 'desc')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (latest?.state === result.state) {
      await inside.db
        .updateTable('promise_result')
        .set({ last_checked_at: now, detail })
        .where('organisation_id', '=', scope.organisationId)
        .where('promise_id', '=', result.promiseId)
        .where('ordinal', '=', latest.ordinal)
        .execute();
      return { changed: false };
    }
    const added = await inside.db
      .insertInto('promise_result')
      .values({
        organisation_id: scope.organisationId,
        promise_id: result.promiseId,
        ordinal: (latest?.ordinal ?? 0) + 1,
        state: result.state,
        since: now,
        last_checked_at: now,
        detail,
        ...(result.state === 'kept' ? noCare : careOf(latest)),
      })
      // Two nodes that check at once: the second finds this row at its next check.
      .onConflict((conflict) => conflict.doNothing())
      .returning('ordinal')
      .executeTakeFirst();
    return { changed: added !== undefined };
  });
}

const noCare = { taken_up_by: null, taken_up_at: null, note: null };

function careOf(latest: CareColumns | undefined): CareColumns {
  if (latest === undefined) return noCare;
  const { taken_up_by, taken_up_at, note } = latest;
  return { taken_up_by, taken_up_at, note };
}

/**
 * Writes down who sees to a promise that is not kept; whoever did before is named no longer. `standing` is how it stands on the
 * board: where no check said so, because there is none or because it is too long ago, that is written down with it.
 */
export async function takeUpPromiseResult(
  scope: StoreScope,
  {
    promiseId,
    by,
    note,
    standing,
  }: Pick<PromiseResult, 'promiseId'> &
    Pick<PromiseCare, 'by' | 'note'> & { readonly standing: Omit<PromiseResult, 'promiseId' | 'care'> },
): Promise<void> {
  const care = { taken_up_by: by, taken_up_at: nowOf(scope), note };
  await withTransaction(scope, async (inside) => {
    const latest = await inside.db
      .selectFrom('promise_result')
      .select(['ordinal', 'state'])
      .where('organisation_id', '=', scope.organisationId)
      .where('promise_id', '=', promiseId)
      .orderBy('ordinal', 'desc')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (latest?.state === standing.state) {
      await inside.db
        .updateTable('promise_result')
        .set(care)
        .where('organisation_id', '=', scope.organisationId)
        .where('promise_id', '=', promiseId)
        .where('ordinal', '=', latest.ordinal)
        .execute();
      return;
    }
    await inside.db
      .insertInto('promise_result')
      .values({
        organisation_id: scope.organisationId,
        promise_id: promiseId,
        ordinal: (latest?.ordinal ?? 0) + 1,
        state: standing.state,
        since: standing.since,
        last_checked_at: standing.lastCheckedAt,
        detail: JSON.stringify(standing.detail),
        ...care,
      })
      // A check at the same moment was first: theirs is how it stands now.
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'promise_id', 'ordinal'])
          .doUpdateSet(care)
          .where('promise_result.state', '!=', 'kept'),
      )
      .execute();
  });
}

/** How every promise that was ever checked or taken up stands now, by id. */
export async function listPromiseResults(scope: StoreScope): Promise<readonly PromiseResult[]> {
  const rows = await results(scope)
    .distinctOn('promise_id')
    .orderBy('promise_id')
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** The history of one promise, newest first. */
export async function listPromiseHistory(
  scope: StoreScope,
  { promiseId, limit }: { readonly promiseId: string; readonly limit: number },
): Promise<readonly PromiseResult[]> {
  const rows = await results(scope)
    .where('promise_id', '=', promiseId)
    .orderBy('ordinal', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

function results(scope: StoreScope) {
  return scope.db
    .selectFrom('promise_result')
    .select([
      'promise_id',
      'state',
      'since',
      'last_checked_at',
      'detail',
      'taken_up_by',
      'taken_up_at',
      'note',
    ])
    .where('organisation_id', '=', scope.organisationId);
}

interface CareColumns {
  readonly taken_up_by: string | null;
  readonly taken_up_at: string | null;
  readonly note: string | null;
}

function fromRow(
  row: CareColumns & {
    readonly promise_id: string;
    readonly state: PromiseState;
    readonly since: string;
    readonly last_checked_at: string | null;
    readonly detail: Json;
  },
): PromiseResult {
  return {
    promiseId: row.promise_id,
    state: row.state,
    since: row.since,
    lastCheckedAt: row.last_checked_at,
    detail: row.detail,
    care:
      row.taken_up_by === null || row.taken_up_at === null || row.note === null
        ? null
        : { by: row.taken_up_by, at: row.taken_up_at, note: row.note },
  };
}

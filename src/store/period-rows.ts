import { sql } from 'kysely';
import type { CaseId, StatementVersionId } from '../base/ids.ts';
import type { CaseKind } from '../domain/case-file.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import type { Channel } from '../domain/wish.ts';
import { type PolicyVersion, readPolicyVersion } from './policy-version.ts';
import { readStatementVersion, type StatementVersion } from './statement-version.ts';
import type { StoreScope } from './store.ts';

/** From a moment up to, not including, another: ISO 8601. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const pageSize = 1000;

/** Every statement that people could read in the period, oldest first: those published in it, and in each language the one before. */
export async function* statementsOfPeriod(
  scope: StoreScope,
  period: Period,
): AsyncGenerator<StatementVersion> {
  const { rows } = await sql<{ id: StatementVersionId }>`
    select id from (
      select statement_version_id as id, published_at,
        lead(published_at) over (partition by language order by published_at, statement_version_id) as followed_at
      from gestand.statement_version where organisation_id = ${scope.organisationId}
    ) as version
    where published_at < ${period.until} and (followed_at is null or followed_at > ${period.from})
    order by published_at, id
  `.execute(scope.db);
  for (const { id } of rows) {
    const version = await readStatementVersion(scope, id);
    if (version !== undefined) yield version;
  }
}

/** Every policy that was in force in the period, oldest first. */
export async function* policiesOfPeriod(scope: StoreScope, period: Period): AsyncGenerator<PolicyVersion> {
  const { rows } = await sql<{ hash: string }>`
    select hash from (
      select policy_hash as hash, loaded_at, lead(loaded_at) over (order by loaded_at, policy_hash) as followed_at
      from gestand.policy_version where organisation_id = ${scope.organisationId}
    ) as version
    where loaded_at < ${period.until} and (followed_at is null or followed_at > ${period.from})
    order by loaded_at, hash
  `.execute(scope.db);
  for (const { hash } of rows) {
    const version = await readPolicyVersion(scope, hash);
    if (version !== undefined) yield version;
  }
}

/** How a promise stood during some time. */
export interface PromiseSpan {
  readonly promiseId: string;
  readonly ordinal: number;
  readonly state: PromiseState;
  readonly since: string;
  /** Until it came into another state; null: it is in this one. */
  readonly until: string | null;
  /** Null: nothing ever checked it, and somebody took it up. */
  readonly lastCheckedAt: string | null;
  /** The id of the officer who took it up. */
  readonly takenUpBy: string | null;
}

/** How every promise stood in the period, by promise and then by time, a page at a time. */
export async function* promisesOfPeriod(scope: StoreScope, period: Period): AsyncGenerator<PromiseSpan> {
  for (let after = { promiseId: '', ordinal: 0 }; ; ) {
    const { rows } = await sql<PromiseSpan>`
      select promise_id as "promiseId", ordinal, state, since, until, last_checked_at as "lastCheckedAt", taken_up_by as "takenUpBy"
      from (
        select *, lead(since) over (partition by promise_id order by ordinal) as until
        from gestand.promise_result
        where organisation_id = ${scope.organisationId} and promise_id >= ${after.promiseId}
      ) as span
      where since < ${period.until} and (until is null or until > ${period.from})
        and (promise_id, ordinal) > (${after.promiseId}, ${after.ordinal}::int)
      order by promise_id, ordinal limit ${pageSize}
    `.execute(scope.db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last;
  }
}

/** A case and its clock, without whose it is: no reference, no contact, no wish. */
export interface CaseClock {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly channel: Channel;
  readonly receivedAt: string;
  readonly identityAskedAt: string | null;
  /** What is aimed at, and what the law allows: ISO dates. */
  readonly safeDate: string;
  readonly legalDate: string;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
}

/** Every case that was open at some moment of the period, by when it was received, a page at a time. */
export async function* casesOfPeriod(scope: StoreScope, period: Period): AsyncGenerator<CaseClock> {
  for (let after: { readonly receivedAt: string; readonly id: string } | null = null; ; ) {
    const query = scope.db
      .selectFrom('case_file')
      .select([
        'case_id as id',
        'kind',
        'state',
        'channel',
        'received_at as receivedAt',
        'identity_asked_at as identityAskedAt',
        'safe_date as safeDate',
        'legal_date as legalDate',
        'answered_at as answeredAt',
        'closed_at as closedAt',
      ])
      .where('organisation_id', '=', scope.organisationId)
      .where('received_at', '<', period.until)
      .where((row) => row.or([row('closed_at', 'is', null), row('closed_at', '>=', period.from)]))
      .orderBy('received_at')
      .orderBy('case_id')
      .limit(pageSize);
    const rows: readonly CaseClock[] = (
      await (after === null
        ? query
        : query.where(sql<boolean>`(received_at, case_id) > (${after.receivedAt}, ${after.id})`)
      ).execute()
    ).map((row) => ({ ...row, id: row.id as CaseId }));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last;
  }
}

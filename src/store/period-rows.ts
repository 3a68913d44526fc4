import { sql } from 'kysely';
import type { CaseId, StatementVersionId } from '../base/ids.ts';
import type { NoticeDeed, NoticeExcuse, NoticeState, NoticeWay } from '../domain/notice.ts';
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

/** A case and its clock, without whose it is: no reference, no contact, no wish. */
export interface CaseClock {
  readonly id: CaseId;
  readonly receivedAt: string;
  readonly identityAskedAt: string | null;
  /** What is aimed at: an ISO date. */
  readonly safeDate: string;
}

/**
 * Every case that was open at some moment of the period, by when it was received, a page at a time. Those that ended in the minute before
 * it are among them: the entry that says so may be written in the period.
 */
export async function* casesOfPeriod(scope: StoreScope, period: Period): AsyncGenerator<CaseClock> {
  for (let after: { readonly receivedAt: string; readonly id: string } | null = null; ; ) {
    const query = scope.db
      .selectFrom('case_file')
      .select([
        'case_id as id',
        'received_at as receivedAt',
        'identity_asked_at as identityAskedAt',
        'safe_date as safeDate',
      ])
      .where('organisation_id', '=', scope.organisationId)
      .where('received_at', '<', period.until)
      .where((row) =>
        row.or([row('closed_at', 'is', null), row('closed_at', '>=', minuteBefore(period.from))]),
      )
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

/** A notice to a recipient, without whom it is about. */
export interface NoticeOfPeriod {
  readonly id: string;
  readonly caseId: string | null;
  readonly recipient: string;
  readonly deed: NoticeDeed;
  readonly way: NoticeWay;
  readonly state: NoticeState;
  readonly madeAt: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly sentAt: string | null;
  readonly remindedAt: string | null;
  readonly overdueAt: string | null;
  readonly settledAt: string | null;
  /** `recipient`, or the id of an officer. */
  readonly settledBy: string | null;
  readonly excuse: NoticeExcuse | null;
}

/** Every notice to a recipient that was open at some moment of the period, by when it was made, a page at a time. */
export async function* noticesOfPeriod(scope: StoreScope, period: Period): AsyncGenerator<NoticeOfPeriod> {
  for (let after = { madeAt: '-infinity', id: '' }; ; ) {
    const rows: readonly NoticeOfPeriod[] = await scope.db
      .selectFrom('notice')
      .select([
        'notice_id as id',
        'case_id as caseId',
        'recipient',
        'deed',
        'way',
        'state',
        'made_at as madeAt',
        'due_on as dueOn',
        'sent_at as sentAt',
        'reminded_at as remindedAt',
        'overdue_at as overdueAt',
        'settled_at as settledAt',
        'settled_by as settledBy',
        'excuse',
      ])
      .where('organisation_id', '=', scope.organisationId)
      .where('made_at', '<', period.until)
      .where((row) => row.or([row('settled_at', 'is', null), row('settled_at', '>=', period.from)]))
      .where(sql<boolean>`(made_at, notice_id) > (${after.madeAt}::timestamptz, ${after.id})`)
      .orderBy('made_at')
      .orderBy('notice_id')
      .limit(pageSize)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last;
  }
}

function minuteBefore(instant: string): string {
  return Temporal.Instant.from(instant).subtract({ minutes: 1 }).toString();
}

import { type Selectable, sql } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import { type CaseId, type MailId, type NoticeId, newId, type RunId } from '../base/ids.ts';
import type { Identity } from '../domain/identity.ts';
import {
  type NoticeDeed,
  type NoticeExcuse,
  type NoticeScope,
  type NoticeState,
  type NoticeWay,
  openNoticeStates,
} from '../domain/notice.ts';
import type { Correction } from '../domain/wish.ts';
import { decryptText, encryptText, hashFor } from './encryption.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';

/** What a recipient is to be told, and what came of it. No personal data. */
export interface Notice {
  readonly id: NoticeId;
  readonly caseId: CaseId | null;
  readonly runId: RunId | null;
  /** An id of the policy. */
  readonly recipient: string;
  readonly deed: NoticeDeed;
  readonly scope: NoticeScope;
  readonly way: NoticeWay;
  readonly state: NoticeState;
  readonly madeAt: string;
  /** ISO date. */
  readonly dueOn: string;
  /** How often it was tried, the attempt that goes on included. */
  readonly attempts: number;
  /** Why the last attempt brought no receipt: a fixed word or a number. */
  readonly lastCode: string | null;
  readonly mailId: MailId | null;
  readonly sentAt: string | null;
  readonly remindedAt: string | null;
  /** Since when it is written down that it is too late. */
  readonly overdueAt: string | null;
  readonly settledAt: string | null;
  /** `recipient`, or the id of a member of staff. */
  readonly settledBy: string | null;
  /** What the recipient calls their receipt. */
  readonly receipt: string | null;
  readonly excuse: NoticeExcuse | null;
}

/** Whom a notice is about, and what of theirs was wrong: personal data, kept encrypted until there is a receipt. */
export interface NoticePeople {
  readonly identities: readonly Identity[];
  readonly corrections: readonly Correction[];
}

export interface NewNotice {
  readonly caseId: CaseId | null;
  readonly runId: RunId | null;
  readonly recipient: string;
  readonly deed: NoticeDeed;
  readonly scope: NoticeScope;
  readonly way: NoticeWay;
  readonly dueOn: string;
  readonly people: NoticePeople;
}

export async function makeNotice(scope: StoreScope, notice: NewNotice): Promise<Notice> {
  const id: NoticeId = newId('notice', scope.clock.now());
  const row = await scope.db
    .insertInto('notice')
    .values({
      organisation_id: scope.organisationId,
      notice_id: id,
      case_id: notice.caseId,
      run_id: notice.runId,
      recipient: notice.recipient,
      deed: notice.deed,
      scope: JSON.stringify(notice.scope),
      way: notice.way,
      state: 'waiting',
      people: encryptText(scope.keys, JSON.stringify(notice.people), `notice.people:${id}`),
      token_hash: sha256Hex(noticeToken(scope, id)),
      made_at: nowOf(scope),
      due_on: notice.dueOn,
      next_attempt_at: nowOf(scope),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/**
 * The secret of the link with which a recipient confirms. It is made from our key and kept nowhere, so that a reminder
 * has the link of the first letter.
 */
export function noticeToken({ keys }: StoreScope, id: NoticeId): string {
  return hashFor(keys, 'notice-link', id);
}

export async function readNotice(scope: StoreScope, id: NoticeId): Promise<Notice | undefined> {
  const row = await notices(scope).where('notice_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function findNoticeByToken(scope: StoreScope, token: string): Promise<Notice | undefined> {
  const row = await notices(scope).where('token_hash', '=', sha256Hex(token)).executeTakeFirst();
  return row && fromRow(row);
}

/** Notices in some states, the earliest due first. */
export async function listNotices(
  scope: StoreScope,
  { states, limit }: { readonly states: readonly NoticeState[]; readonly limit: number },
): Promise<readonly Notice[]> {
  const rows = await notices(scope)
    .where('state', 'in', states)
    .orderBy('due_on')
    .orderBy('notice_id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many notices in some states were due before a day. */
export async function countNoticesDue(
  scope: StoreScope,
  { states, before }: { readonly states: readonly NoticeState[]; readonly before: Temporal.PlainDate },
): Promise<number> {
  const { count } = await scope.db
    .selectFrom('notice')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', scope.organisationId)
    .where('state', 'in', states)
    .where('due_on', '<', before.toString())
    .executeTakeFirstOrThrow();
  return count;
}

const mostOfCase = 1000;

/** What recipients were told in a case, in the order in which it was made. */
export async function noticesOfCase(scope: StoreScope, id: CaseId): Promise<readonly Notice[]> {
  const rows = await notices(scope)
    .where('case_id', '=', id)
    .orderBy('made_at')
    .orderBy('recipient')
    .orderBy('notice_id')
    .limit(mostOfCase)
    .execute();
  return rows.map(fromRow);
}

/**
 * What recipients were told of some deeds since a moment, the earliest due first.
 *
 * @throws GestandError limit-exceeded when there are more than `limit`.
 */
export async function listNoticesSince(
  scope: StoreScope,
  {
    deeds,
    since,
    limit,
  }: { readonly deeds: readonly NoticeDeed[]; readonly since: string; readonly limit: number },
): Promise<readonly Notice[]> {
  const rows = await notices(scope)
    .where('deed', 'in', deeds)
    .where('made_at', '>=', since)
    .orderBy('due_on')
    .orderBy('notice_id')
    .limit(limit + 1)
    .execute();
  if (rows.length > limit)
    throw new GestandError('limit-exceeded', `Recipients were told more than ${limit} times since ${since}.`);
  return rows.map(fromRow);
}

/** Whom a notice is about; null when that is no longer kept: there is a receipt, or its time is over. */
export async function readNoticePeople(scope: StoreScope, id: NoticeId): Promise<NoticePeople | null> {
  const row = await notices(scope).where('notice_id', '=', id).executeTakeFirst();
  if (row?.people == null) return null;
  return JSON.parse(decryptText(scope.keys, row.people, `notice.people:${id}`)) as NoticePeople;
}

/** What somebody of ours wrote beside it. */
export async function readNoticeNote(scope: StoreScope, id: NoticeId): Promise<string | null> {
  const row = await notices(scope).where('notice_id', '=', id).executeTakeFirst();
  return row?.note == null ? null : decryptText(scope.keys, row.note, `notice.note:${id}`);
}

/**
 * Claims a notice that is to go out one of these ways and is due; undefined when there is none. It is this caller's for
 * `leaseSeconds`: after that another may try it, so one whose sender crashed goes out again under its own id. Senders that
 * ask at once get different notices.
 */
export async function claimNotice(
  scope: StoreScope,
  { ways, leaseSeconds }: { readonly ways: readonly NoticeWay[]; readonly leaseSeconds: number },
): Promise<Notice | undefined> {
  const due = scope.db
    .selectFrom('notice')
    .select('notice_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('state', '=', 'waiting')
    .where('way', 'in', ways)
    .where('next_attempt_at', '<=', nowOf(scope))
    .orderBy('next_attempt_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await scope.db
    .with('due', () => due)
    .updateTable('notice')
    .set({ attempts: sql`attempts + 1`, next_attempt_at: secondsFromNow(scope, leaseSeconds) })
    .where('organisation_id', '=', scope.organisationId)
    .where('notice_id', 'in', (from) => from.selectFrom('due').select('due.notice_id'))
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The letter to the recipient is in the outbox. */
export async function markNoticeSent(scope: StoreScope, id: NoticeId, mailId: MailId): Promise<void> {
  await oneOpen(scope, id)
    .where('state', '=', 'waiting')
    .set({ state: 'sent', mail_id: mailId, sent_at: nowOf(scope), last_code: null })
    .execute();
}

/** An attempt brought no receipt: try again in so many seconds. `code` is a fixed word or a number. */
export async function deferNotice(
  scope: StoreScope,
  id: NoticeId,
  { code, seconds }: { readonly code: string; readonly seconds: number },
): Promise<void> {
  await oneOpen(scope, id)
    .where('state', '=', 'waiting')
    .set({ last_code: code, next_attempt_at: secondsFromNow(scope, seconds) })
    .execute();
}

/** Their side does not take it. False when it was settled meanwhile. */
export async function failNotice(scope: StoreScope, id: NoticeId, code: string): Promise<boolean> {
  const { numUpdatedRows } = await oneOpen(scope, id)
    .set({ state: 'failed', last_code: code })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets one that failed go out again. False when it had not failed. */
export async function retryNotice(scope: StoreScope, id: NoticeId, way: NoticeWay): Promise<boolean> {
  const { numUpdatedRows } = await oneOpen(scope, id)
    .where('state', '=', 'failed')
    .set({ state: 'waiting', way, attempts: 0, next_attempt_at: nowOf(scope), mail_id: null })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface Settlement {
  /** `recipient`, or the id of a member of staff. */
  readonly by: string;
  /** Null: the recipient knows. */
  readonly excuse: NoticeExcuse | null;
  readonly receipt: string | null;
  readonly note: string | null;
}

/** Writes down that a recipient knows, or why they need not; whom it was about goes with it. False when it was settled already. */
export async function settleNotice(
  scope: StoreScope,
  id: NoticeId,
  { by, excuse, receipt, note }: Settlement,
): Promise<boolean> {
  const { numUpdatedRows } = await oneOpen(scope, id)
    .set({
      state: excuse === null ? 'confirmed' : 'excused',
      people: null,
      settled_at: nowOf(scope),
      settled_by: by,
      excuse,
      receipt,
      note: note === null ? null : encryptText(scope.keys, note, `notice.note:${id}`),
    })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Open notices that came in by a date without the mark that a moment of that kind leaves; at most so many. */
export async function listUnmarkedNotices(
  scope: StoreScope,
  {
    mark,
    dueBy,
    limit,
  }: { readonly mark: 'reminded_at' | 'overdue_at'; readonly dueBy: string; readonly limit: number },
): Promise<readonly Notice[]> {
  const rows = await notices(scope)
    .where('state', 'in', openNoticeStates)
    .where('due_on', '<=', dueBy)
    .where(mark, 'is', null)
    .orderBy('due_on')
    .orderBy('notice_id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Leaves that mark. False when somebody else just did, or it was settled. */
export async function markNotice(
  scope: StoreScope,
  id: NoticeId,
  mark: 'reminded_at' | 'overdue_at',
): Promise<boolean> {
  const { numUpdatedRows } = await oneOpen(scope, id)
    .where(mark, 'is', null)
    .set({ [mark]: nowOf(scope) })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notices that went out as a mail which nobody could deliver. */
export async function listUndeliveredNotices(scope: StoreScope, limit: number): Promise<readonly NoticeId[]> {
  const rows = await scope.db
    .selectFrom('notice')
    .innerJoin('outbox_mail', (join) =>
      join
        .onRef('outbox_mail.organisation_id', '=', 'notice.organisation_id')
        .onRef('outbox_mail.mail_id', '=', 'notice.mail_id'),
    )
    .select('notice.notice_id')
    .where('notice.organisation_id', '=', scope.organisationId)
    .where('notice.state', '=', 'sent')
    .where('outbox_mail.state', '=', 'failed')
    .limit(limit)
    .execute();
  return rows.map(({ notice_id }) => notice_id as NoticeId);
}

function notices(scope: StoreScope) {
  return scope.db.selectFrom('notice').selectAll().where('organisation_id', '=', scope.organisationId);
}

// What is settled stays as it was settled.
function oneOpen(scope: StoreScope, id: NoticeId) {
  return scope.db
    .updateTable('notice')
    .where('organisation_id', '=', scope.organisationId)
    .where('notice_id', '=', id)
    .where('state', 'in', openNoticeStates);
}

function fromRow(row: Selectable<Database['notice']>): Notice {
  return {
    id: row.notice_id as NoticeId,
    caseId: row.case_id as CaseId | null,
    runId: row.run_id as RunId | null,
    recipient: row.recipient,
    deed: row.deed,
    scope: row.scope as Json as unknown as NoticeScope,
    way: row.way,
    state: row.state,
    madeAt: row.made_at,
    dueOn: row.due_on,
    attempts: row.attempts,
    lastCode: row.last_code,
    mailId: row.mail_id as MailId | null,
    sentAt: row.sent_at,
    remindedAt: row.reminded_at,
    overdueAt: row.overdue_at,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
    receipt: row.receipt,
    excuse: row.excuse,
  };
}

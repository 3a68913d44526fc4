import { sql } from 'kysely';
import { type MailId, newId } from '../base/ids.ts';
import { decryptText, encryptText } from './encryption.ts';
import type { MailState } from './schema.ts';
import { keepSentLetter } from './sent-letter.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';

export interface MailMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Mails of one case become one conversation in a mail program; absent: it belongs to no case. */
  readonly caseReference?: string;
  /** The Message-ID of the mail that it answers, with its brackets. */
  readonly answers?: string;
  /** How it came about (RFC 3834 § 5); absent: by itself, at an event of ours. `no`: somebody wrote it. */
  readonly automatic?: 'replied' | 'no';
}

/** Once it has left, its address and texts are empty. */
export interface OutboxMail extends MailMessage {
  readonly id: MailId;
  readonly to: string;
  readonly state: MailState;
  /** How often sending was tried, this time included. */
  readonly attempts: number;
  readonly queuedAt: string;
  readonly sentAt: string | null;
}

/** Puts a mail in the outbox, encrypted. In the transaction of what it is about, it goes out if that happened. */
export async function queueMail(
  scope: StoreScope,
  mail: MailMessage & { readonly to: string },
): Promise<MailId> {
  const id: MailId = newId('mail', scope.clock.now());
  const { to, ...message } = mail;
  await scope.db
    .insertInto('outbox_mail')
    .values({
      organisation_id: scope.organisationId,
      mail_id: id,
      recipient: encryptText(scope.keys, to, `outbox_mail.recipient:${id}`),
      message: encryptText(scope.keys, JSON.stringify(message), `outbox_mail.message:${id}`),
      state: 'queued',
      queued_at: nowOf(scope),
      next_attempt_at: nowOf(scope),
    })
    .execute();
  const { caseReference } = message;
  if (caseReference !== undefined) await keepSentLetter(scope, { mailId: id, caseReference });
  return id;
}

/**
 * Claims mails that are due. Each is this caller's for `leaseSeconds`; after that another may try it, so a mail
 * whose sender crashed goes out, perhaps twice. Senders that ask at once get different mails.
 */
export async function claimMails(
  scope: StoreScope,
  { limit, leaseSeconds }: { readonly limit: number; readonly leaseSeconds: number },
): Promise<readonly OutboxMail[]> {
  const due = scope.db
    .selectFrom('outbox_mail')
    .select('mail_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('state', '=', 'queued')
    .where('next_attempt_at', '<=', nowOf(scope))
    .orderBy('next_attempt_at')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  const rows = await scope.db
    .with('due', () => due)
    .updateTable('outbox_mail')
    .set({ attempts: sql`attempts + 1`, next_attempt_at: secondsFromNow(scope, leaseSeconds) })
    .where('organisation_id', '=', scope.organisationId)
    .where('mail_id', 'in', (from) => from.selectFrom('due').select('due.mail_id'))
    .returning(mailColumns)
    .execute();
  return rows.map((row) => openMail(scope, row));
}

/** A mail that is kept for everybody to read counts as sent. */
export async function markMailKept(scope: StoreScope, id: MailId): Promise<void> {
  await oneMail(scope, id)
    .set({ state: 'sent', sent_at: nowOf(scope) })
    .execute();
}

/**
 * A mail that has left is no longer ours to hold: to whom it went and what it said are removed. The links in it are keys
 * that nobody but their receiver should have.
 */
export async function markMailSent(scope: StoreScope, id: MailId): Promise<void> {
  await oneMail(scope, id)
    .set({ state: 'sent', sent_at: nowOf(scope), recipient: nothing, message: nothing })
    .execute();
}

/** After a failed attempt: try again in so many seconds, or never when `retryInSeconds` is undefined. */
export async function markMailFailed(
  scope: StoreScope,
  id: MailId,
  retryInSeconds: number | undefined,
): Promise<void> {
  const change =
    retryInSeconds === undefined
      ? { state: 'failed' as const }
      : { next_attempt_at: secondsFromNow(scope, retryInSeconds) };
  await oneMail(scope, id).where('state', '=', 'queued').set(change).execute();
}

/** The newest mails, opened: for the mailbox of the example, and for an officer who must see what went out. */
export async function listMails(
  scope: StoreScope,
  { limit }: { readonly limit: number },
): Promise<readonly OutboxMail[]> {
  const rows = await scope.db
    .selectFrom('outbox_mail')
    .select(mailColumns)
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('mail_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => openMail(scope, row));
}

export async function readMail(scope: StoreScope, id: MailId): Promise<OutboxMail | undefined> {
  const row = await scope.db
    .selectFrom('outbox_mail')
    .select(mailColumns)
    .where('organisation_id', '=', scope.organisationId)
    .where('mail_id', '=', id)
    .executeTakeFirst();
  return row && openMail(scope, row);
}

/** How many mails are in each state; one that is in none is not listed. */
export async function countMails(scope: StoreScope): Promise<ReadonlyMap<MailState, number>> {
  const rows = await scope.db
    .selectFrom('outbox_mail')
    .select((row) => ['state', row.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', scope.organisationId)
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** Removes mails that were sent before the given moment, or queued before it and given up; returns how many. */
export async function removeMailsEndedBefore(scope: StoreScope, before: string): Promise<number> {
  const removed = await scope.db
    .deleteFrom('outbox_mail')
    .where('organisation_id', '=', scope.organisationId)
    .where((mail) =>
      mail.or([
        mail.and([mail('state', '=', 'sent'), mail('sent_at', '<', before)]),
        mail.and([mail('state', '=', 'failed'), mail('queued_at', '<', before)]),
      ]),
    )
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

const nothing = Buffer.alloc(0);
const noMessage: MailMessage = { subject: '', text: '', html: '' };

const mailColumns = [
  'outbox_mail.mail_id',
  'outbox_mail.recipient',
  'outbox_mail.message',
  'outbox_mail.state',
  'outbox_mail.attempts',
  'outbox_mail.queued_at',
  'outbox_mail.sent_at',
] as const;

function oneMail(scope: StoreScope, id: MailId) {
  return scope.db
    .updateTable('outbox_mail')
    .where('organisation_id', '=', scope.organisationId)
    .where('mail_id', '=', id);
}

function openMail(
  scope: StoreScope,
  row: {
    readonly mail_id: string;
    readonly recipient: Buffer;
    readonly message: Buffer;
    readonly state: MailState;
    readonly attempts: number;
    readonly queued_at: string;
    readonly sent_at: string | null;
  },
): OutboxMail {
  const id = row.mail_id as MailId;
  const { recipient, message } = row;
  const opened =
    message.length === 0
      ? noMessage
      : (JSON.parse(decryptText(scope.keys, message, `outbox_mail.message:${id}`)) as MailMessage);
  return {
    ...opened,
    id,
    to: recipient.length === 0 ? '' : decryptText(scope.keys, recipient, `outbox_mail.recipient:${id}`),
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.queued_at,
    sentAt: row.sent_at,
  };
}

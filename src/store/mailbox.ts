import { GestandError } from '../base/error.ts';
import { hashFor } from './encryption.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';
import { withTransaction } from './transaction.ts';

/** A mailbox as far as it was read. */
export interface MailboxState {
  readonly id: string;
  /** When it was first read: what somebody had opened before is left alone. */
  readonly connectedAt: string;
  /** Every mail up to this UID is dealt with. */
  readonly doneUid: number;
}

/** When a mailbox was last read whole, and since when that fails. */
export interface MailboxHealth {
  readonly connectedAt: string;
  readonly lookedAt: string | null;
  readonly failingSince: string | null;
  readonly failureCode: string | null;
}

/** The right to read a mailbox: one process at a time has it, for as long as it renews it. */
export interface MailboxLease {
  readonly mailboxId: string;
  readonly reader: string;
  readonly seconds: number;
}

/** How a mail is marked in the mailbox. */
export type PlaceMark = 'stored' | 'set-aside';

/** By which a mailbox is known here, without saying whose it is: a keyed hash of server, user and folder. */
export function mailboxIdOf(scope: StoreScope, address: string): string {
  return hashFor(scope.keys, 'mailbox', address).slice(0, 32);
}

/** Takes the lease on a mailbox, or says that another reader has it. A reader that died loses it by time. */
export async function claimMailbox(scope: StoreScope, lease: MailboxLease): Promise<boolean> {
  await scope.db
    .insertInto('mailbox')
    .values({
      organisation_id: scope.organisationId,
      mailbox_id: lease.mailboxId,
      connected_at: nowOf(scope),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'mailbox_id']).doNothing())
    .execute();
  const claimed = await oneMailbox(scope, lease.mailboxId)
    .set({ reader: lease.reader, lease_until: secondsFromNow(scope, lease.seconds) })
    .where((row) =>
      row.or([
        row('lease_until', 'is', null),
        row('lease_until', '<=', nowOf(scope)),
        row('reader', '=', lease.reader),
      ]),
    )
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/**
 * Holds on to the lease. In a transaction it also keeps others from taking it until that ends.
 *
 * @throws GestandError `lost-lease` when another reader has it by now.
 */
export async function renewMailbox(scope: StoreScope, lease: MailboxLease): Promise<void> {
  const renewed = await oneMailbox(scope, lease.mailboxId)
    .set({ lease_until: secondsFromNow(scope, lease.seconds) })
    .where('reader', '=', lease.reader)
    .executeTakeFirst();
  if (renewed.numUpdatedRows !== 1n)
    throw new GestandError('lost-lease', 'Another process reads this mailbox now.');
}

export async function releaseMailbox(scope: StoreScope, { mailboxId, reader }: MailboxLease): Promise<void> {
  await oneMailbox(scope, mailboxId)
    .set({ reader: null, lease_until: null })
    .where('reader', '=', reader)
    .execute();
}

/**
 * How far a mailbox was read. When its numbers are others than before (UIDVALIDITY, RFC 3501 § 2.3.1.1), nothing is known of any
 * number: it is read from the start, and mails that are here already are known by their fingerprint.
 */
export async function mailboxState(
  scope: StoreScope,
  { lease, uidValidity }: { readonly lease: MailboxLease; readonly uidValidity: number },
): Promise<MailboxState> {
  return withTransaction(scope, async (inside) => {
    await renewMailbox(inside, lease);
    const row = await inside.db
      .selectFrom('mailbox')
      .select(['connected_at', 'uid_validity', 'done_uid'])
      .where('organisation_id', '=', scope.organisationId)
      .where('mailbox_id', '=', lease.mailboxId)
      .executeTakeFirstOrThrow();
    const state = { id: lease.mailboxId, connectedAt: row.connected_at };
    if (row.uid_validity === uidValidity) return { ...state, doneUid: row.done_uid };
    await inside.db
      .deleteFrom('message_place')
      .where('organisation_id', '=', scope.organisationId)
      .where('mailbox_id', '=', lease.mailboxId)
      .execute();
    await oneMailbox(inside, lease.mailboxId).set({ uid_validity: uidValidity, done_uid: 0 }).execute();
    return { ...state, doneUid: 0 };
  });
}

/** That these mails are dealt with here, and how they are to be marked; in the transaction that deals with them. */
export async function keepPlaces(
  scope: StoreScope,
  mailboxId: string,
  places: readonly { readonly uid: number; readonly mark: PlaceMark }[],
): Promise<void> {
  if (places.length === 0) return;
  await scope.db
    .insertInto('message_place')
    .values(
      places.map(({ uid, mark }) => ({
        organisation_id: scope.organisationId,
        mailbox_id: mailboxId,
        uid,
        mark,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'mailbox_id', 'uid']).doNothing())
    .execute();
}

/** The mails above `done_uid` that are dealt with here. */
export async function settledUids(scope: StoreScope, mailboxId: string): Promise<ReadonlySet<number>> {
  const rows = await places(scope, mailboxId).select('uid').execute();
  return new Set(rows.map(({ uid }) => uid));
}

/** The mails that are dealt with here and still to be marked in the mailbox. */
export async function unmarkedPlaces(
  scope: StoreScope,
  mailboxId: string,
): Promise<readonly { readonly uid: number; readonly mark: PlaceMark }[]> {
  return places(scope, mailboxId)
    .select(['uid', 'mark'])
    .where('marked', '=', false)
    .orderBy('uid')
    .execute();
}

export async function placesMarked(
  scope: StoreScope,
  mailboxId: string,
  uids: readonly number[],
): Promise<void> {
  await scope.db
    .updateTable('message_place')
    .set({ marked: true })
    .where('organisation_id', '=', scope.organisationId)
    .where('mailbox_id', '=', mailboxId)
    .where('uid', 'in', uids)
    .execute();
}

/** That every mail up to a UID is dealt with and nothing stands in the way. */
export async function mailboxLooked(
  scope: StoreScope,
  { lease, doneUid }: { readonly lease: MailboxLease; readonly doneUid: number },
): Promise<void> {
  await withTransaction(scope, async (inside) => {
    await renewMailbox(inside, lease);
    await oneMailbox(inside, lease.mailboxId)
      .set({ done_uid: doneUid, looked_at: nowOf(scope), failing_since: null, failure_code: null })
      .execute();
    await inside.db
      .deleteFrom('message_place')
      .where('organisation_id', '=', scope.organisationId)
      .where('mailbox_id', '=', lease.mailboxId)
      .where('uid', '<=', doneUid)
      .where('marked', '=', true)
      .execute();
  });
}

/** That reading failed, with a fixed word for why. The first failure of a row is when it began. */
export async function mailboxFailed(
  scope: StoreScope,
  { mailboxId, code }: { readonly mailboxId: string; readonly code: string },
): Promise<void> {
  await oneMailbox(scope, mailboxId)
    .set((row) => ({
      failing_since: row.fn.coalesce('failing_since', row.cast<string>(row.val(nowOf(scope)), 'timestamptz')),
      failure_code: code,
    }))
    .execute();
}

/** Every mailbox that was ever read; those that are read today look often. */
export async function listMailboxHealth(scope: StoreScope): Promise<readonly MailboxHealth[]> {
  const rows = await scope.db
    .selectFrom('mailbox')
    .select(['connected_at', 'looked_at', 'failing_since', 'failure_code'])
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('connected_at', 'desc')
    .execute();
  return rows.map((row) => ({
    connectedAt: row.connected_at,
    lookedAt: row.looked_at,
    failingSince: row.failing_since,
    failureCode: row.failure_code,
  }));
}

function places(scope: StoreScope, mailboxId: string) {
  return scope.db
    .selectFrom('message_place')
    .where('organisation_id', '=', scope.organisationId)
    .where('mailbox_id', '=', mailboxId);
}

function oneMailbox(scope: StoreScope, mailboxId: string) {
  return scope.db
    .updateTable('mailbox')
    .where('organisation_id', '=', scope.organisationId)
    .where('mailbox_id', '=', mailboxId);
}

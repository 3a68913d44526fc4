import { type Selectable, sql } from 'kysely';
import type { CaseId, MessageId } from '../base/ids.ts';
import { newId } from '../base/ids.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import { decryptText, encryptText, hashFor, hashIdentity } from './encryption.ts';
import type { MessageState } from './mailbox-tables.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';

/** A mail that came in, without what was in it: see {@link readMessageContent}. */
export interface Message {
  readonly id: MessageId;
  readonly state: MessageState;
  /** Why it has that state, as a fixed word. */
  readonly reason: string | null;
  readonly caseId: CaseId | null;
  /** When the mail server took it in: its clock runs from then. */
  readonly receivedAt: string;
  readonly bytes: number;
  /** It was sent from the address of its case, as far as such an address says anything. */
  readonly fromContact: boolean;
  /** When a member of staff looked at it; null: nobody did. */
  readonly lookedAt: string | null;
  /** What was in it is still here. */
  readonly readable: boolean;
}

/** What was in a mail. Personal data: kept encrypted, and never logged. */
export interface MessageContent {
  /** One plain address; null: it named none, or several. */
  readonly sender: string | null;
  readonly senderName: string;
  readonly subject: string;
  readonly text: string;
  /** With its brackets; null: it had none. */
  readonly messageId: string | null;
  readonly sentAt: string | null;
  /** The header as it came, without what is longer than is kept. */
  readonly head: string;
}

/** What became of a mail. */
export interface MessageOutcome {
  readonly state: Exclude<MessageState, 'arriving'>;
  readonly reason: string | null;
  readonly caseId: CaseId | null;
  readonly fromContact: boolean;
}

/** Makes the place in which a mail is put piece by piece; nothing follows from it before it is settled. */
export async function beginMessage(
  scope: StoreScope,
  mail: { readonly mailboxId: string; readonly receivedAt: string; readonly bytes: number },
): Promise<MessageId> {
  const id: MessageId = newId('msg', scope.clock.now());
  await scope.db
    .insertInto('message')
    .values(arriving(scope, id, mail))
    .execute();
  return id;
}

/** Removes what a process left behind that died, or lost its mail server, while a mail came in. */
export async function removeArriving(scope: StoreScope, mailboxId: string): Promise<void> {
  await scope.db
    .deleteFrom('message')
    .where('organisation_id', '=', scope.organisationId)
    .where('mailbox_id', '=', mailboxId)
    .where('state', '=', 'arriving')
    .execute();
}

/** Removes one that came in and is not to be kept. */
export async function discardMessage(scope: StoreScope, id: MessageId): Promise<void> {
  await scope.db
    .deleteFrom('message')
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', '=', id)
    .where('state', '=', 'arriving')
    .execute();
}

/** Keeps a mail with what became of it; belongs in the transaction of that. */
export async function settleMessage(
  scope: StoreScope,
  id: MessageId,
  settled: MessageOutcome & { readonly fingerprint: string; readonly content: MessageContent },
): Promise<void> {
  const { content, fingerprint } = settled;
  await oneMessage(scope, id)
    .set({
      ...outcomeColumns(settled),
      stored_at: nowOf(scope),
      fingerprint,
      sender_hash: senderHash(scope, content.sender),
      content: encryptText(scope.keys, JSON.stringify(content), boundTo(id)),
    })
    .execute();
}

/** Mails of a flood: that they came, and nothing of what is in them; they stay in the mailbox alone. */
export async function keepCounted(
  scope: StoreScope,
  {
    mailboxId,
    caseId,
    mails,
  }: {
    readonly mailboxId: string;
    readonly caseId: CaseId | null;
    readonly mails: readonly {
      readonly receivedAt: string;
      readonly bytes: number;
      readonly fingerprint: string;
    }[];
  },
): Promise<number> {
  const inserted = await scope.db
    .insertInto('message')
    .values(
      mails.map((mail) => ({
        ...arriving(scope, newId('msg', scope.clock.now()), { mailboxId, ...mail }),
        state: 'counted' as const,
        reason: 'flood',
        case_id: caseId,
        fingerprint: mail.fingerprint,
      })),
    )
    .onConflict((conflict) => conflict.columns(['organisation_id', 'fingerprint']).doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0n);
}

/** The keyed hash by which a mail is known again, of what makes it this one and no other. */
export function fingerprintOf(scope: StoreScope, parts: readonly (string | null)[]): string {
  return hashFor(scope.keys, 'message', JSON.stringify(parts));
}

export async function isKnownMessage(scope: StoreScope, fingerprint: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('message')
    .select('message_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a mail another outcome, by a member of staff who thereby looked at it. Whether it had one of those states. */
export async function moveMessage(
  scope: StoreScope,
  id: MessageId,
  move: MessageOutcome & { readonly from: readonly MessageState[]; readonly by: string },
): Promise<boolean> {
  const moved = await oneMessage(scope, id)
    .set({ ...outcomeColumns(move), looked_at: nowOf(scope), looked_by: move.by })
    .where('state', 'in', move.from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** That a member of staff read these. */
export async function markLookedAt(scope: StoreScope, ids: readonly MessageId[], by: string): Promise<void> {
  if (ids.length === 0) return;
  await scope.db
    .updateTable('message')
    .set({ looked_at: nowOf(scope), looked_by: by })
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', 'in', ids)
    .where('looked_at', 'is', null)
    .execute();
}

export async function readMessage(scope: StoreScope, id: MessageId): Promise<Message | undefined> {
  const row = await messages(scope).where('message_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** What was in it; undefined once that was removed, and for one that was only counted. */
export async function readMessageContent(
  scope: StoreScope,
  id: MessageId,
): Promise<MessageContent | undefined> {
  const row = await scope.db
    .selectFrom('message')
    .select('content')
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.content === null) return undefined;
  return JSON.parse(decryptText(scope.keys, row.content, boundTo(id))) as MessageContent;
}

/** Mails in some states, the oldest first; `unseen`: of those in a case the ones nobody looked at. */
export async function listMessages(
  scope: StoreScope,
  {
    states,
    unseen = false,
    limit,
  }: {
    readonly states: readonly MessageState[];
    readonly unseen?: boolean;
    readonly limit: number;
  },
): Promise<readonly Message[]> {
  const query = messages(scope)
    .where('state', 'in', states)
    .orderBy('received_at')
    .orderBy('message_id')
    .limit(limit);
  const rows = await (unseen ? query.where('looked_at', 'is', null) : query).execute();
  return rows.map(fromRow);
}

/** The mails of a case that are kept, the oldest first. */
export async function listMessagesOfCase(
  scope: StoreScope,
  caseId: CaseId,
  limit: number,
): Promise<readonly Message[]> {
  const rows = await messages(scope)
    .where('case_id', '=', caseId)
    .where('state', '=', 'joined')
    .orderBy('received_at')
    .orderBy('message_id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many mails of a case were counted and not kept. */
export async function countCounted(scope: StoreScope, caseId: CaseId): Promise<number> {
  const { count } = await scope.db
    .selectFrom('message')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'counted')
    .executeTakeFirstOrThrow();
  return count;
}

/** The newest case an address sent a mail to; null when there is none, or it no longer says whose it is. */
export async function newestCaseOfSender(scope: StoreScope, sender: string): Promise<CaseId | null> {
  const row = await scope.db
    .selectFrom('message')
    .select('case_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('sender_hash', '=', senderHash(scope, sender))
    .where('state', '=', 'joined')
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.case_id ?? null) as CaseId | null;
}

function arriving(
  scope: StoreScope,
  id: MessageId,
  mail: { readonly mailboxId: string; readonly receivedAt: string; readonly bytes: number },
) {
  return {
    organisation_id: scope.organisationId,
    message_id: id,
    mailbox_id: mail.mailboxId,
    state: 'arriving' as const,
    received_at: mail.receivedAt,
    stored_at: nowOf(scope),
    byte_count: mail.bytes,
  };
}

function outcomeColumns({ state, reason, caseId, fromContact }: MessageOutcome) {
  return { state, reason, case_id: caseId, from_contact: fromContact };
}

function senderHash(scope: StoreScope, sender: string | null): string | null {
  return sender === null ? null : hashIdentity(scope.keys, normaliseIdentity('email', sender));
}

function boundTo(id: MessageId): string {
  return `message.content:${id}`;
}

function oneMessage(scope: StoreScope, id: MessageId) {
  return scope.db
    .updateTable('message')
    .where('organisation_id', '=', scope.organisationId)
    .where('message_id', '=', id);
}

function messages(scope: StoreScope) {
  return scope.db
    .selectFrom('message')
    .select([
      'message_id',
      'state',
      'reason',
      'case_id',
      'received_at',
      'byte_count',
      'from_contact',
      'looked_at',
      sql<boolean>`content is not null`.as('readable'),
    ])
    .where('organisation_id', '=', scope.organisationId);
}

type MessageColumns = Pick<
  Selectable<Database['message']>,
  'message_id' | 'state' | 'reason' | 'case_id' | 'received_at' | 'byte_count' | 'from_contact' | 'looked_at'
>;

function fromRow(row: MessageColumns & { readonly readable: boolean }): Message {
  return {
    id: row.message_id as MessageId,
    state: row.state,
    reason: row.reason,
    caseId: row.case_id as CaseId | null,
    receivedAt: row.received_at,
    bytes: row.byte_count,
    fromContact: row.from_contact,
    lookedAt: row.looked_at,
    readable: row.readable,
  };
}

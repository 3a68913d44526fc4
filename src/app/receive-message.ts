import type { CaseId, MessageId } from '../base/ids.ts';
import { forbiddenIn, withoutForbiddenContent } from '../domain/forbidden-content.ts';
import { readDeliveryReport } from '../mail/delivery-report.ts';
import type { ListedMail, MailMark } from '../mail/inbox.ts';
import { mailIdOf } from '../mail/message.ts';
import type { MessageHead } from '../mail/message-head.ts';
import { type MessageContent as ReadContent, readMessage } from '../mail/read-message.ts';
import type { NotTakenIn } from '../report/letters/letter.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { keepPlaces, renewMailbox } from '../store/mailbox.ts';
import {
  beginMessage,
  discardMessage,
  fingerprintOf,
  isKnownMessage,
  type MessageContent,
  type MessageOutcome,
  settleMessage,
} from '../store/message.ts';
import { findSentLetter, markLetterBounced } from '../store/sent-letter.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { AttachmentIntake, type IntakeManner } from './attachment-intake.ts';
import { inboxLimits, type ReadingContext } from './inbox-context.ts';
import { matchMessage, type UnmatchedReason } from './match-message.ts';
import { queueReceipt } from './message-receipt.ts';
import {
  languageOfMessage,
  type OpenedForMessage,
  openCaseForMessage,
  wishOfMessage,
} from './open-from-message.ts';
import { permit } from './permissions.ts';

/** A mail of the mailbox with what its head says. */
export interface HeadedMail extends ListedMail {
  readonly said: MessageHead;
}

/** What of a mail is here before it is decided where it belongs. */
interface Arrived {
  readonly id: MessageId;
  readonly mail: HeadedMail;
  readonly content: MessageContent;
  readonly fingerprint: string;
  readonly intake: AttachmentIntake;
  readonly notTakenIn: readonly NotTakenIn[];
  /** It is not here whole. */
  readonly lacking: Extract<UnmatchedReason, 'too-large' | 'unreadable'> | null;
}

/**
 * Fetches a mail and keeps it, with everything that follows from it, in one transaction: the case it opens or joins, the
 * receipt, the entry of the ledger. A mail that is here already changes nothing. `whole: false` keeps its head alone, when
 * the rest cannot be read.
 *
 * @throws GestandError `lost-lease`, `store-unreachable`; whatever the mail server makes of it.
 */
export async function receiveMessage(
  context: ReadingContext,
  mail: HeadedMail,
  { whole }: { readonly whole: boolean },
): Promise<MailMark> {
  const { actor, store, lease, faultPoint } = context;
  permit(actor, 'receive-message');
  const { mostBytes } = inboxLimits(context);
  const lacking = mail.bytes > mostBytes ? 'too-large' : whole ? null : 'unreadable';
  const mark: MailMark = lacking === null ? 'stored' : 'set-aside';
  const arrived = await takeIn(context, mail, lacking);
  await faultPoint('mail.fetched');
  await withTransaction(store, async (inside) => {
    await renewMailbox(inside, lease);
    if (await isKnownMessage(inside, arrived.fingerprint)) await discardMessage(inside, arrived.id);
    else await settle({ ...context, store: inside }, arrived);
    await keepPlaces(inside, lease.mailboxId, [{ uid: mail.uid, mark }]);
    await faultPoint('mail.storing');
  });
  await faultPoint('mail.stored');
  return mark;
}

async function takeIn(
  context: ReadingContext,
  mail: HeadedMail,
  lacking: Arrived['lacking'],
): Promise<Arrived> {
  const { store, inbox, lease, faultPoint } = context;
  const { mostAttachments } = inboxLimits(context);
  const { said } = mail;
  const receivedAt = mail.receivedAt.toString();
  const id = await beginMessage(store, { mailboxId: lease.mailboxId, receivedAt, bytes: mail.bytes });
  const intake = new AttachmentIntake(
    { store, messageId: id, most: mostAttachments },
    { manner: mannerOf(said), faultPoint },
  );
  let read: ReadContent | undefined;
  try {
    if (lacking === null)
      read = await readMessage(await inbox.download(mail.uid), (attachment) => intake.take(attachment));
  } catch (error) {
    await discardMessage(store, id).catch(() => undefined);
    throw error;
  }
  const text = read?.text ?? '';
  const notTakenIn = new Set<NotTakenIn>(intake.setAside);
  for (const found of [forbiddenIn(text), forbiddenIn(said.subject)])
    if (found !== null) notTakenIn.add(found);
  if (lacking === 'too-large') notTakenIn.add('too-large');
  return {
    id,
    mail,
    content: {
      sender: said.sender,
      senderName: withoutForbiddenContent(said.senderName),
      subject: withoutForbiddenContent(said.subject),
      text: withoutForbiddenContent(text),
      messageId: said.messageId,
      sentAt: said.sentAt,
      head: keptHead(read?.head ?? mail.head.toString('utf8')),
    },
    fingerprint: fingerprintOf(store, identifying(mail, read)),
    intake,
    notTakenIn: [...notTakenIn],
    lacking,
  };
}

/** Of the head alone: of a mail that is not fetched, or not whole. */
export function headFingerprint(store: StoreScope, mail: HeadedMail): string {
  return fingerprintOf(store, identifying(mail, undefined));
}

/**
 * What makes a mail this one and no other, also when the mailbox is numbered anew or a server delivers it twice: its
 * Message-ID and what is in it. Without a Message-ID, when it came in says the rest.
 */
function identifying(
  { said, bytes, receivedAt }: HeadedMail,
  read: ReadContent | undefined,
): readonly (string | null)[] {
  const body = read?.bodyHash ?? `${bytes}`;
  const own = said.messageId ?? receivedAt.toString();
  return [own, said.sender, said.sentAt, said.subject, body];
}

function mannerOf({ automatic }: MessageHead): IntakeManner {
  if (automatic === null) return 'keep';
  return automatic === 'delivery-report' ? 'report' : 'pass-over';
}

// The subject is kept as it reads, without what must not be kept; here it stands in whatever code.
function keptHead(head: string): string {
  const without = head.replace(/^subject:.*(?:\r?\n[ \t].*)*\r?\n?/gim, '');
  return withoutForbiddenContent(without);
}

async function settle(context: ReadingContext, arrived: Arrived): Promise<void> {
  const { store } = context;
  const { id, content, fingerprint, intake, mail } = arrived;
  const { outcome, by, opened } = await decide(context, arrived);
  await settleMessage(store, id, { ...outcome, fingerprint, content });
  const facts = { state: outcome.state, by, attachments: intake.kept, notTakenIn: [...arrived.notTakenIn] };
  if (outcome.caseId !== null && outcome.state === 'joined')
    await appendCaseEvent(store, outcome.caseId, {
      kind: 'message-received',
      actor: 'person',
      detail: { messageId: id, ...facts },
    });
  await appendLedgerEntry(store, {
    kind: 'message-received',
    subjects: { messageId: id, ...(outcome.caseId === null ? {} : { caseId: outcome.caseId }) },
    detail: { ...facts, receivedAt: mail.receivedAt.toString() },
  });
  if (content.sender === null || !isReceiptDue(outcome, arrived, opened)) return;
  await queueReceipt(context, {
    to: content.sender,
    language: opened?.file.language ?? languageOfMessage(content),
    receivedAt: mail.receivedAt,
    messageId: content.messageId,
    opened,
    notTakenIn: arrived.notTakenIn,
    mostBytes: inboxLimits(context).mostBytes,
  });
}

interface Decided {
  readonly outcome: MessageOutcome;
  /** How it came there, as a fixed word. */
  readonly by: string;
  readonly opened: OpenedForMessage | null;
}

async function decide(context: ReadingContext, arrived: Arrived): Promise<Decided> {
  const { store, connectedAt } = context;
  const { mail, content, lacking } = arrived;
  const { receivedAt } = mail;
  const match = await matchMessage(store, mail.said, { receivedAt, connectedAt });
  switch (match.kind) {
    case 'automatic': {
      const caseId = match.reason === 'delivery-report' ? await noteBounce(store, arrived) : null;
      return elsewhere('automatic', match.reason, caseId);
    }
    case 'case':
      return {
        outcome: { state: 'joined', reason: lacking, caseId: match.file.id, fromContact: match.fromContact },
        by: match.by,
        opened: null,
      };
    case 'unmatched':
      return elsewhere('unmatched', match.reason, null);
    case 'new': {
      // What somebody asks cannot be read here, so that no case can say it.
      if (lacking !== null) return elsewhere('unmatched', lacking, null);
      const opened = await openCaseForMessage(context, {
        wish: wishOfMessage(content),
        language: languageOfMessage(content),
        sender: match.sender,
        receivedAt,
        actor: 'person',
      });
      return {
        outcome: { state: 'joined', reason: null, caseId: opened.file.id, fromContact: true },
        by: 'new-case',
        opened,
      };
    }
  }
}

function elsewhere(state: 'automatic' | 'unmatched', reason: string, caseId: CaseId | null): Decided {
  return { outcome: { state, reason, caseId, fromContact: false }, by: reason, opened: null };
}

/**
 * Who wrote is told that it came in when a case was made of it, when somebody is to look at it, and when something of it was not
 * taken in. What a program sent, or a filter takes for spam, is never answered; nor is what lay there before we read.
 */
function isReceiptDue(outcome: MessageOutcome, { notTakenIn }: Arrived, opened: Decided['opened']): boolean {
  switch (outcome.state) {
    case 'joined':
      return opened !== null || notTakenIn.length > 0;
    case 'unmatched':
      return (
        outcome.reason === 'case-number' || outcome.reason === 'too-large' || outcome.reason === 'unreadable'
      );
    case 'automatic':
    case 'counted':
    case 'dismissed':
      return false;
  }
}

/** That a letter of ours did not arrive, on its case: whoever waits for it has not had it. */
async function noteBounce(store: StoreScope, { id, intake, mail }: Arrived): Promise<CaseId | null> {
  const report = readDeliveryReport(intake.reported);
  const ids = [...report.messageIds, ...mail.said.answers].map(mailIdOf).filter((each) => each !== null);
  const letter = await findSentLetter(store, ids);
  if (letter === undefined) return null;
  const { mailId, caseId } = letter;
  if (report.failed && (await markLetterBounced(store, mailId, report.status))) {
    const detail = { status: report.status };
    await appendCaseEvent(store, caseId, {
      kind: 'letter-bounced',
      actor: 'system',
      detail: { mailId, messageId: id, ...detail },
    });
    await appendLedgerEntry(store, { kind: 'letter-bounced', subjects: { caseId, mailId }, detail });
  }
  return caseId;
}

import type { CaseId } from '../base/ids.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import { mailIdOf } from '../mail/message.ts';
import type { MessageHead } from '../mail/message-head.ts';
import {
  type CaseFile,
  findCaseByReference,
  findCasesByEmail,
  readCase,
  readContact,
} from '../store/case-file.ts';
import { findSentLetter } from '../store/sent-letter.ts';
import type { StoreScope } from '../store/store.ts';

/** Where a mail belongs. */
export type MessageMatch =
  | {
      readonly kind: 'case';
      readonly file: CaseFile;
      readonly by: 'letter' | 'case-number' | 'same-hour';
      readonly fromContact: boolean;
    }
  /** A new wish of somebody. */
  | { readonly kind: 'new'; readonly sender: string }
  /** A member of staff decides. */
  | { readonly kind: 'unmatched'; readonly reason: UnmatchedReason }
  /** A program sent it. */
  | { readonly kind: 'automatic'; readonly reason: NonNullable<MessageHead['automatic']> };

export type UnmatchedReason =
  /** It names a case that is not of its sender, or that does not exist: one is not told from the other. */
  'case-number' | 'spam' | 'no-sender' | 'before-connection' | 'too-large' | 'unreadable';

/** Mails that one address sends within this are one conversation, as long as nobody has taken it up. */
const conversationMinutes = 60;

const caseNumber = /\bGS-\d{4}-[2-9A-Z]{5}\b/gi;

/**
 * Says where a mail belongs: to the case of the letter of ours that it answers, or to the case whose number its subject has if
 * it comes from the address of that case. Nothing is guessed: what only looks as if it belonged somewhere goes to a person.
 */
export async function matchMessage(
  store: StoreScope,
  head: MessageHead,
  {
    receivedAt,
    connectedAt,
  }: { readonly receivedAt: Temporal.Instant; readonly connectedAt: Temporal.Instant },
): Promise<MessageMatch> {
  const { automatic, sender, spam, subject } = head;
  if (automatic !== null) return { kind: 'automatic', reason: automatic };
  const answered = await caseOfLetter(store, head.answers);
  if (answered !== undefined)
    return {
      kind: 'case',
      file: answered,
      by: 'letter',
      fromContact: await isContact(store, answered.id, sender),
    };
  if (spam) return { kind: 'unmatched', reason: 'spam' };
  if (sender === null) return { kind: 'unmatched', reason: 'no-sender' };
  if (Temporal.Instant.compare(receivedAt, connectedAt) < 0)
    return { kind: 'unmatched', reason: 'before-connection' };
  const named = subject.match(caseNumber) ?? [];
  for (const reference of named) {
    const file = await findCaseByReference(store, reference);
    if (file !== undefined && (await isContact(store, file.id, sender)))
      return { kind: 'case', file, by: 'case-number', fromContact: true };
  }
  if (named.length > 0) return { kind: 'unmatched', reason: 'case-number' };
  const running = await conversationOf(store, sender, receivedAt);
  if (running !== undefined) return { kind: 'case', file: running, by: 'same-hour', fromContact: true };
  return { kind: 'new', sender };
}

/** The case of the nearest letter of ours that is named; undefined when none is. */
export async function caseOfLetter(
  store: StoreScope,
  messageIds: readonly string[],
): Promise<CaseFile | undefined> {
  const letter = await findSentLetter(
    store,
    messageIds.map(mailIdOf).filter((id) => id !== null),
  );
  return letter === undefined ? undefined : readCase(store, letter.caseId);
}

async function isContact(store: StoreScope, caseId: CaseId, sender: string | null): Promise<boolean> {
  const contact = sender === null ? undefined : await readContact(store, caseId);
  if (contact === undefined || sender === null) return false;
  return addressKey(contact.email) === addressKey(sender);
}

async function conversationOf(
  store: StoreScope,
  sender: string,
  receivedAt: Temporal.Instant,
): Promise<CaseFile | undefined> {
  const theirs = await findCasesByEmail(store, sender);
  return theirs.find((file) => {
    const since = Temporal.Instant.from(file.receivedAt).until(receivedAt).abs();
    return (
      file.channel === 'mail' &&
      file.kind === 'question' &&
      file.state === 'in-progress' &&
      since.total('minutes') <= conversationMinutes
    );
  });
}

function addressKey(email: string): string {
  return normaliseIdentity('email', email).value;
}

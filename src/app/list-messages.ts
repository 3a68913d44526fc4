import { legalDateOf } from '../base/clock.ts';
import type { MessageId } from '../base/ids.ts';
import { answerDeadline } from '../law/deadlines.ts';
import { isMarketingObjection } from '../mail/proposed-kinds.ts';
import { readCase } from '../store/case-file.ts';
import { listMailboxHealth, type MailboxHealth } from '../store/mailbox.ts';
import { listMessages, type Message, readMessageContent } from '../store/message.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';

/** A message as an officer sees it in a list: neither who wrote it, nor what. */
export interface ListedMessage {
  readonly id: MessageId;
  readonly state: Message['state'];
  readonly reason: string | null;
  /** Of the case it is in. */
  readonly reference: string | null;
  readonly receivedOn: Temporal.PlainDate;
  /** The last day for an answer, if it is a request of no case yet. */
  readonly dueOn: Temporal.PlainDate | null;
  /** It says in so many words that somebody wants no more marketing: that is to stop at once. */
  readonly urgent: boolean;
}

export interface MessageList {
  readonly messages: readonly ListedMessage[];
  /** How the mailboxes are read. */
  readonly mailboxes: readonly MailboxHealth[];
}

/**
 * The messages that wait for somebody: those that are of no case, and those in a case that nobody looked at. `all`: also what
 * programs sent, what was counted, and what was decided on.
 */
export async function listReceivedMessages(
  { actor, store }: StoreContext,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<MessageList> {
  permit(actor, 'list-messages');
  const waiting = [
    ...(await listMessages(store, { states: ['unmatched'], limit })),
    ...(await listMessages(store, { states: ['joined'], unseen: !all, limit })),
    ...(all ? await listMessages(store, { states: ['automatic', 'counted', 'dismissed'], limit }) : []),
  ].slice(0, limit);
  const messages: ListedMessage[] = [];
  for (const message of waiting) {
    const file = message.caseId === null ? undefined : await readCase(store, message.caseId);
    const receivedAt = Temporal.Instant.from(message.receivedAt);
    const decided = message.state !== 'unmatched' && message.state !== 'joined';
    const content = decided ? undefined : await readMessageContent(store, message.id);
    messages.push({
      id: message.id,
      state: message.state,
      reason: message.reason,
      reference: file?.reference ?? null,
      receivedOn: legalDateOf(receivedAt),
      dueOn: message.state === 'unmatched' ? answerDeadline(receivedAt).legalDate : null,
      urgent: content !== undefined && isMarketingObjection(`${content.subject}\n${content.text}`),
    });
  }
  return {
    messages: messages.toSorted((a, b) => Number(b.urgent) - Number(a.urgent)),
    mailboxes: await listMailboxHealth(store),
  };
}

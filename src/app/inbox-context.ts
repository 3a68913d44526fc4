import type { FaultPoint } from '../execute/fault-points.ts';
import type { Inbox, OpenInbox } from '../mail/inbox.ts';
import type { MailboxLease } from '../store/mailbox.ts';
import type { PolicyContext } from './context.ts';

/** What reading a mailbox works with. */
export interface InboxContext extends PolicyContext {
  readonly mailboxId: string;
  readonly openInbox: OpenInbox;
  /** What comes from these is our own mail. */
  readonly ownAddresses: readonly string[];
  readonly faultPoint: FaultPoint;
  readonly limits?: Partial<InboxLimits>;
}

export interface InboxLimits {
  /** A reader that is silent for so long may be taken for dead. */
  readonly leaseSeconds: number;
  /** The mailbox is looked at this often, also when the server says nothing. */
  readonly pollSeconds: number;
  /** A larger mail is not taken in: it stays in the mailbox, and its sender is told. */
  readonly mostBytes: number;
  readonly mostAttachments: number;
}

export const defaultInboxLimits: InboxLimits = {
  leaseSeconds: 60,
  pollSeconds: 30,
  mostBytes: 25_000_000,
  mostAttachments: 50,
};

export function inboxLimits({ limits }: InboxContext): InboxLimits {
  return { ...defaultInboxLimits, ...limits };
}

/** A mailbox that is open and ours to read. */
export interface ReadingContext extends InboxContext {
  readonly inbox: Inbox;
  readonly lease: MailboxLease;
  /** What came in before this was not sent to us. */
  readonly connectedAt: Temporal.Instant;
}

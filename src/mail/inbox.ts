import type { Readable } from 'node:stream';

/** A mail as the server lists it, before it is fetched. */
export interface ListedMail {
  /** Names it in its mailbox, for as long as the mailbox keeps its UIDVALIDITY (RFC 3501 § 2.3.1.1). */
  readonly uid: number;
  /** Octets of the whole mail (RFC822.SIZE). */
  readonly bytes: number;
  /** When the mail server took it in (INTERNALDATE): that is when whoever sent it had done their part. */
  readonly receivedAt: Temporal.Instant;
  /** Somebody opened it in a mail program, or we have marked it. */
  readonly seen: boolean;
  /** The header fields that say what to do with it, as they came. */
  readonly head: Buffer;
}

/** What a mail is marked as in the mailbox. Nothing in it is ever deleted or moved. */
export type MailMark =
  /** It is kept: whoever opens the mailbox sees it as read. */
  | 'stored'
  /** It is not kept whole and stays there alone: it is flagged, so that somebody looks at it. */
  | 'set-aside';

/** One folder of a mail server, opened. Its mails are named by UID. */
export interface Inbox extends AsyncDisposable {
  readonly uidValidity: number;
  /** UIDs above one, ascending, of mails that were not opened, or came in on that date or later. */
  uidsAbove(uid: number, since: Temporal.PlainDate): Promise<readonly number[]>;
  list(uids: readonly number[]): Promise<readonly ListedMail[]>;
  /** The whole mail, a piece at a time. */
  download(uid: number): Promise<Readable>;
  mark(uids: readonly number[], mark: MailMark): Promise<void>;
  /** Resolves when a mail may have come in, when the time is over, or at the signal. */
  untilNews(wait: { readonly milliseconds: number; readonly signal: AbortSignal }): Promise<void>;
}

/** Opens a mailbox. What it throws says nothing of a mail: see {@link inboxFailureCode}. */
export type OpenInbox = () => Promise<Inbox>;

/** A fixed word for what went wrong: the server's own text may repeat addresses. */
export function inboxFailureCode(error: unknown): string {
  const fields: object = error instanceof Error ? error : {};
  if ('authenticationFailed' in fields && fields.authenticationFailed === true) return 'imap-sign-in-refused';
  if ('mailboxMissing' in fields && fields.mailboxMissing === true) return 'imap-no-such-folder';
  const code = 'code' in fields && typeof fields.code === 'string' ? fields.code : '';
  if (/^E[A-Z0-9]{2,20}$/.test(code)) return `imap-${code.toLowerCase()}`;
  if (/^(NoConnection|ClosedAfterConnect|.*Timeout)/i.test(code)) return 'imap-no-answer';
  return 'imap-failed';
}

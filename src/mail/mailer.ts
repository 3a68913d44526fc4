import type { MailId } from '../base/ids.ts';

/** A letter on its way out. All of it but the id is personal data: none of it is ever logged. */
export interface OutgoingMail {
  readonly id: MailId;
  /** One bare address, without a display name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What the letters of one case have in common, so that a mail program shows them as one conversation. */
  readonly caseReference: string | null;
  /** The Message-ID of the mail that it answers; null: it answers none. */
  readonly answers: string | null;
  /** What is said of how it came about (RFC 3834 § 5); null: a person wrote it, and nothing is said. */
  readonly autoSubmitted: 'auto-generated' | 'auto-replied' | null;
  readonly queuedAt: Temporal.Instant;
}

/** What became of one attempt. `code` is a fixed word or an SMTP number, never the server's text: that repeats addresses. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** Not sent and not lost: it stays where the example's mailbox page shows it. */
  | { readonly kind: 'kept' }
  /** This mail, today: worth another attempt. */
  | { readonly kind: 'deferred'; readonly code: string }
  /** The server itself could not be used: other mails would fare no better now. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** This mail, always: another attempt would get the same answer. */
  | { readonly kind: 'refused'; readonly code: string };

export interface Mailer {
  /** One attempt. Never throws for what a mail server or a network may do. */
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): Promise<void>;
}

/** For an installation without a mail server: every mail counts as handled and stays readable in the outbox. */
export const keptMailer: Mailer = {
  send: async () => ({ kind: 'kept' }),
  close: async () => undefined,
};

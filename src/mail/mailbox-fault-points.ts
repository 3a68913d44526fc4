/** Where a process may die while it reads a mailbox, by name: a test kills it at each and finds the same end. */
export const mailboxFaultPoints = [
  /** A part of an attachment is written; the mail is not whole here. */
  'mail.fetching',
  /** The whole mail lies here and nothing knows of it. */
  'mail.fetched',
  /** Inside the transaction that keeps it, and all that follows from it, before it commits. */
  'mail.storing',
  /** It is kept; the mailbox does not know. */
  'mail.stored',
  /** The mailbox shows it as kept; we do not know that it does. */
  'mail.flagged',
] as const;

export type MailboxFaultPoint = (typeof mailboxFaultPoints)[number];

/** A mail of the mailbox, as a mail program shows it. */
export interface SeenMail {
  readonly uid: number;
  readonly flags: ReadonlySet<string>;
  readonly messageId: string;
}

/** A real IMAP server with one mailbox. */
export interface MailServer extends AsyncDisposable {
  /** Its address as a setting: it holds the password. */
  readonly url: string;
  /** Puts a mail in the mailbox, as delivery does. */
  deliver(
    raw: string | Buffer,
    options?: { readonly at?: string; readonly flags?: readonly string[] },
  ): Promise<void>;
  /** Puts many in, whatever way is fastest. */
  deliverAll(mails: readonly string[], options?: { readonly at?: string }): Promise<void>;
  mails(): Promise<readonly SeenMail[]>;
  /** Gives the mailbox another UIDVALIDITY, with the same mails in it. */
  renumber(): Promise<void>;
}

/** A kind of server that is started anew for each test. */
export interface MailServerKind {
  readonly name: string;
  /** Why it cannot be used on this machine; null: it can. */
  readonly missing: string | null;
  /** How many mails of one sender it can bear in a test. */
  readonly flood: number;
  start(): Promise<MailServer>;
}

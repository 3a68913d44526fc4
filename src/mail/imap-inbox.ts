import { ImapFlow } from 'imapflow';
import type { MailboxAddress } from './imap-url.ts';
import type { Inbox, ListedMail, MailMark } from './inbox.ts';
import { headFields } from './message-head.ts';

/** In milliseconds: a server that says nothing for this long is not there. */
export interface ImapTimeouts {
  readonly connect: number;
  readonly greeting: number;
  readonly idle: number;
}

const usualTimeouts: ImapTimeouts = { connect: 10_000, greeting: 10_000, idle: 60_000 };

/** So many are asked for in one command: a list of numbers must fit in one line of the protocol. */
const uidsInCommand = 500;

/** Shows people in their mail program that a mail is with us. Servers that keep no keywords of ours leave it out. */
const keyword = 'GestandStored';

/** Signs in and opens the folder (IMAP4rev1, RFC 3501; IDLE, RFC 2177, where the server has it). */
export async function openImapInbox(
  address: MailboxAddress,
  timeouts: ImapTimeouts = usualTimeouts,
): Promise<Inbox> {
  const client = new ImapFlow({
    host: address.host,
    port: address.port,
    secure: address.tls === 'implicit',
    doSTARTTLS: address.tls === 'required',
    auth: { user: address.auth.user, pass: address.auth.pass },
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.idle,
    disableAutoIdle: true,
    logger: false,
  });
  // Unheard it would end the process; the command that meets it tells it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const opened = await client.mailboxOpen(address.folder);
    return new ImapInbox(client, {
      uidValidity: Number(opened.uidValidity),
      keywords: opened.permanentFlags?.has('\\*') ?? false,
    });
  } catch (error) {
    client.close();
    throw error;
  }
}

class ImapInbox implements Inbox {
  readonly uidValidity: number;
  readonly #client: ImapFlow;
  readonly #keywords: boolean;

  constructor(
    client: ImapFlow,
    { uidValidity, keywords }: { readonly uidValidity: number; readonly keywords: boolean },
  ) {
    this.#client = client;
    this.uidValidity = uidValidity;
    this.#keywords = keywords;
  }

  async uidsAbove(uid: number, since: Temporal.PlainDate): Promise<readonly number[]> {
    const found = await this.#client.search(
      { uid: `${uid + 1}:*`, or: [{ seen: false }, { since: new Date(`${since}T00:00:00Z`) }] },
      { uid: true },
    );
    // `n:*` names the last mail also when its number is below n (RFC 3501 § 6.4.8).
    return (found || []).filter((each) => each > uid).toSorted((a, b) => a - b);
  }

  async list(uids: readonly number[]): Promise<readonly ListedMail[]> {
    const listed: ListedMail[] = [];
    for (let from = 0; from < uids.length; from += uidsInCommand) {
      const range = uids.slice(from, from + uidsInCommand).join(',');
      const query = { uid: true, flags: true, size: true, internalDate: true, headers: [...headFields] };
      for (const mail of await this.#client.fetchAll(range, query, { uid: true }))
        listed.push({
          uid: mail.uid,
          bytes: mail.size ?? 0,
          receivedAt: Temporal.Instant.from(new Date(mail.internalDate ?? 0).toISOString()),
          seen: mail.flags?.has('\\Seen') ?? false,
          head: mail.headers ?? Buffer.alloc(0),
        });
    }
    return listed;
  }

  async download(uid: number) {
    const found = await this.#client.download(String(uid), undefined, { uid: true });
    if (!('content' in found) || found.content === undefined)
      throw Object.assign(new Error('the mail is gone'), { code: 'EGONE' });
    return found.content;
  }

  async mark(uids: readonly number[], mark: MailMark): Promise<void> {
    const flags = mark === 'stored' ? ['\\Seen', ...(this.#keywords ? [keyword] : [])] : ['\\Flagged'];
    for (let from = 0; from < uids.length; from += uidsInCommand)
      await this.#client.messageFlagsAdd(uids.slice(from, from + uidsInCommand).join(','), flags, {
        uid: true,
      });
  }

  async untilNews({
    milliseconds,
    signal,
  }: {
    readonly milliseconds: number;
    readonly signal: AbortSignal;
  }): Promise<void> {
    const client = this.#client;
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    const timer = setTimeout(wake, milliseconds);
    client.on('exists', wake);
    client.on('close', wake);
    signal.addEventListener('abort', () => wake(), { once: true });
    if (signal.aborted) wake();
    try {
      const idle = client.idle().catch(() => undefined);
      await woken;
      // Any command ends the idling; this one also tells whether the server is still there.
      if (client.usable && !signal.aborted) await client.noop();
      else if (!client.usable)
        throw Object.assign(new Error('the connection is gone'), { code: 'ECONNRESET' });
      if (!signal.aborted) await idle;
    } finally {
      clearTimeout(timer);
      client.off('exists', wake);
      client.off('close', wake);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A server that does not answer to the goodbye keeps nobody.
    const patience = setTimeout(() => this.#client.close(), 3000);
    await this.#client.logout().catch(() => undefined);
    clearTimeout(patience);
    this.#client.close();
  }
}

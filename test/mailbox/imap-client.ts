import { ImapFlow } from 'imapflow';
import type { SeenMail } from './mail-server.ts';

export interface Account {
  readonly port: number;
  readonly user: string;
  readonly pass: string;
}

/** Does something as another mail program that has the mailbox open. */
export async function asMailProgram<T>(
  { port, user, pass }: Account,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: { user, pass },
    logger: false,
  });
  await client.connect();
  try {
    await client.mailboxOpen('INBOX');
    return await work(client);
  } finally {
    await client.logout();
  }
}

export async function mailsOf(account: Account): Promise<readonly SeenMail[]> {
  return asMailProgram(account, async (client) => {
    const seen: SeenMail[] = [];
    for (const mail of await client.fetchAll('1:*', { uid: true, flags: true, envelope: true }))
      seen.push({ uid: mail.uid, flags: mail.flags ?? new Set(), messageId: mail.envelope?.messageId ?? '' });
    return seen;
  });
}

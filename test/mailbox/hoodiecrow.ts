import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { asMailProgram, mailsOf } from './imap-client.ts';
import type { MailServerKind } from './mail-server.ts';

/** The IMAP server from npm: in memory, in this process. It is no ES module and has no types. */
interface HoodiecrowServer {
  readonly server: Server;
  listen(port: number, host: string, listening: () => void): void;
  close(closed: () => void): void;
  getMailbox(name: string): { uidvalidity: number; uidnext: number; readonly messages: { uid: number }[] };
  appendMessage(mailbox: string, flags: readonly string[], internaldate: string, raw: string): void;
}

const hoodiecrowServer = createRequire(import.meta.url)('hoodiecrow-imap') as (
  options: object,
) => HoodiecrowServer;

export const hoodiecrow: MailServerKind = {
  name: 'hoodiecrow (npm)',
  missing: null,
  // It goes through all its mails for each command: ten times as many take a hundred times as long.
  flood: 1_000,
  start: async () => {
    const server = hoodiecrowServer({
      plugins: ['IDLE', 'UIDPLUS', 'UNSELECT', 'ID', 'NAMESPACE', 'LITERALPLUS'],
      storage: { INBOX: { messages: [] }, '': { folders: {} } },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const account = { port, user: 'testuser', pass: 'testpass' };
    return {
      url: `imap://${account.user}:${account.pass}@127.0.0.1:${port}/INBOX`,
      deliver: async (raw, { at, flags = [] } = {}) => {
        await asMailProgram(account, (client) =>
          client.append('INBOX', raw, [...flags], at === undefined ? undefined : new Date(at)),
        );
      },
      deliverAll: async (mails, { at } = {}) => {
        const date = imapDate(at === undefined ? new Date() : new Date(at));
        for (const raw of mails) server.appendMessage('INBOX', [], date, raw);
      },
      mails: () => mailsOf(account),
      renumber: async () => {
        const mailbox = server.getMailbox('INBOX');
        mailbox.uidvalidity += 1;
        for (const message of mailbox.messages) message.uid += 100;
        mailbox.uidnext += 100;
      },
      [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(resolve)),
    };
  },
};

/** RFC 3501 § 9, date-time. */
function imapDate(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day.padStart(2, ' ')}-${month}-${year} ${time} +0000`;
}

import { GestandError } from '../base/error.ts';
import { type MailServer, parseServerUrl } from './server-url.ts';

/** A mailbox that is read: the server, who signs in, and the folder. */
export interface MailboxAddress extends MailServer {
  readonly auth: NonNullable<MailServer['auth']>;
  readonly folder: string;
}

/**
 * Reads `imaps://user:password@host:993/INBOX`; without a folder it is INBOX.
 *
 * @throws GestandError `bad-configuration`; the message never repeats the address, which holds a password.
 */
export function parseImapUrl(text: string): MailboxAddress {
  const { server, url } = parseServerUrl(text, {
    plain: 'imap:',
    secure: 'imaps:',
    plainPort: 143,
    securePort: 993,
    example: 'imaps://user:password@host:993/INBOX',
  });
  if (server.auth === null) {
    throw new GestandError(
      'bad-configuration',
      'The address of the mailbox names nobody to sign in as. Write imaps://user:password@host:993/INBOX, with %40 for an @ in the user.',
    );
  }
  const folder = decodeURIComponent(url.pathname.replace(/^\//, ''));
  return { ...server, auth: server.auth, folder: folder === '' ? 'INBOX' : folder };
}

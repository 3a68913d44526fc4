import type { AppContext } from '../app/context.ts';
import type { InboxContext } from '../app/inbox-context.ts';
import type { Config } from '../config.ts';
import { faultAt } from '../execute/fault-points.ts';
import { openImapInbox } from '../mail/imap-inbox.ts';
import { parseImapUrl } from '../mail/imap-url.ts';
import { mailboxIdOf } from '../store/mailbox.ts';
import { senderOf } from './engine.ts';

/** What reads the mailbox of the settings; undefined when they name none. @throws GestandError `bad-configuration` */
export function inboxOf(config: Config, context: AppContext): InboxContext | undefined {
  if (config.imapUrl === undefined) return undefined;
  const address = parseImapUrl(config.imapUrl);
  const { host, port, folder, auth } = address;
  const { store, policy } = context;
  return {
    ...context,
    mailboxId: mailboxIdOf(store, JSON.stringify([host.toLowerCase(), port, auth.user, folder])),
    openInbox: () => openImapInbox(address),
    ownAddresses: [policy.controller.email, senderOf(config, policy.controller).address, auth.user],
    faultPoint: faultAt(config.fault),
  };
}

/** Which mailbox is read, in words for whoever started this; without whose it is. */
export function inboxPlace({ imapUrl }: Config): string | undefined {
  if (imapUrl === undefined) return undefined;
  const { host, port, folder } = parseImapUrl(imapUrl);
  return `${folder} on ${host}:${port}`;
}

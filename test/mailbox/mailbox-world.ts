import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxContext, InboxLimits } from '../../src/app/inbox-context.ts';
import { readInboxOnce } from '../../src/app/inbox-reader.ts';
import { present } from '../../src/base/assert.ts';
import { silentLog } from '../../src/base/log.ts';
import { type FaultPoint, noFaults } from '../../src/execute/fault-points.ts';
import { openImapInbox } from '../../src/mail/imap-inbox.ts';
import { parseImapUrl } from '../../src/mail/imap-url.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { mailboxIdOf } from '../../src/store/mailbox.ts';
import { listMails, type OutboxMail } from '../../src/store/outbox-mail.ts';
import type { Store } from '../../src/store/store.ts';
import { type TestStore, testStore } from '../support/test-store.ts';
import type { MailServer, MailServerKind } from './mail-server.ts';

/** An organisation with a mailbox on a real server, a store of its own and a clock that the test moves. */
export interface MailboxWorld extends AsyncDisposable {
  readonly server: MailServer;
  readonly test: TestStore;
  readonly store: Store;
  readonly context: InboxContext;
  /** Takes in everything that is in the mailbox. */
  read(limits?: Partial<InboxLimits>): Promise<void>;
  /** What would be mailed, the oldest first. */
  outbox(): Promise<readonly OutboxMail[]>;
}

export const ownAddress = 'privacy@carconnect.example';
export const connectedAt = '2026-11-02T09:00:00Z';

export function inboxContext(store: Store, url: string, faultPoint: FaultPoint = noFaults): InboxContext {
  const file = join(import.meta.dirname, '../../examples/carconnect/policy.yaml');
  const { policy } = compilePolicy('policy.yaml', readFileSync(file, 'utf8'));
  return {
    actor: { kind: 'system' },
    store,
    log: silentLog,
    policy: present(policy, 'the policy of the example'),
    publicUrl: 'https://privacy.example.nl',
    mailboxId: mailboxIdOf(store, 'test'),
    openInbox: () => openImapInbox(parseImapUrl(url)),
    ownAddresses: [ownAddress],
    faultPoint,
  };
}

/** A mailbox that was connected at {@link connectedAt}, with nothing in it yet. */
export async function mailboxWorld(kind: MailServerKind): Promise<MailboxWorld> {
  // A server that was started ends also when what comes after it fails.
  await using started = new AsyncDisposableStack();
  const test = started.use(await testStore(connectedAt));
  const server = started.use(await kind.start());
  const { store } = test;
  const context = inboxContext(store, server.url);
  const world: MailboxWorld = {
    server,
    test,
    store,
    context,
    read: async (limits = {}) => {
      if (!(await readInboxOnce({ ...context, limits }))) throw new Error('somebody else reads it');
    },
    outbox: async () => (await listMails(store, { limit: 1000 })).toReversed(),
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
  await world.read();
  const ended = started.move();
  return world;
}

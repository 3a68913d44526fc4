import { setTimeout as sleep } from 'node:timers/promises';
import { GestandError } from '../base/error.ts';
import { newId } from '../base/ids.ts';
import { inboxFailureCode } from '../mail/inbox.ts';
import {
  claimMailbox,
  type MailboxLease,
  mailboxFailed,
  releaseMailbox,
  renewMailbox,
} from '../store/mailbox.ts';
import { removeArriving } from '../store/message.ts';
import { actingAs } from './context.ts';
import { type InboxContext, inboxLimits } from './inbox-context.ts';
import { type Attempts, readInbox } from './read-inbox.ts';

const firstPauseSeconds = 5;
const longestPauseSeconds = 300;

/**
 * Reads a mailbox, as news comes in and in any case every so often, until what is returned is called; that resolves when it has
 * ended. Of several processes that do this one reads; when it dies another takes over.
 */
export function beginInbox(context: InboxContext): () => Promise<void> {
  const stopping = new AbortController();
  const ended = keepReading(actingAs(context, { kind: 'system' }), stopping.signal);
  return async () => {
    stopping.abort();
    await ended;
  };
}

/** Takes in what is there now. Whether it was ours to read: another process may have the mailbox. */
export async function readInboxOnce(context: InboxContext): Promise<boolean> {
  const signal = new AbortController().signal;
  return readWith(actingAs(context, { kind: 'system' }), { signal, attempts: new Map(), once: true });
}

async function keepReading(context: InboxContext, signal: AbortSignal): Promise<void> {
  const attempts: Attempts = new Map();
  let pauseSeconds = firstPauseSeconds;
  while (!signal.aborted) {
    try {
      await readWith(context, { signal, attempts, once: false });
      pauseSeconds = firstPauseSeconds;
    } catch (error) {
      const code = error instanceof GestandError ? error.code : inboxFailureCode(error);
      context.log('warn', 'mailbox not read', { code });
      await mailboxFailed(context.store, { mailboxId: context.mailboxId, code }).catch(() => undefined);
      pauseSeconds = Math.min(pauseSeconds * 2, longestPauseSeconds);
    }
    await sleep(pauseSeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}

async function readWith(
  context: InboxContext,
  {
    signal,
    attempts,
    once,
  }: { readonly signal: AbortSignal; readonly attempts: Attempts; readonly once: boolean },
): Promise<boolean> {
  const { store, mailboxId, openInbox } = context;
  const { leaseSeconds, pollSeconds } = inboxLimits(context);
  const lease: MailboxLease = {
    mailboxId,
    reader: newId('reader', store.clock.now()),
    seconds: leaseSeconds,
  };
  if (!(await claimMailbox(store, lease))) return false;
  // While a large mail comes in, nothing else tells that this reader lives.
  const renewing = setInterval(
    () => void renewMailbox(store, lease).catch(() => undefined),
    (leaseSeconds * 1000) / 3,
  );
  try {
    await removeArriving(store, mailboxId);
    await using inbox = await openInbox();
    do {
      await readInbox({ ...context, inbox, lease }, { attempts, signal });
      if (!once) await inbox.untilNews({ milliseconds: pollSeconds * 1000, signal });
    } while (!once && !signal.aborted);
    return true;
  } finally {
    clearInterval(renewing);
    await releaseMailbox(store, lease).catch(() => undefined);
  }
}

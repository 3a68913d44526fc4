import { GestandError } from '../base/error.ts';
import { inTurns } from '../mail/in-turns.ts';
import { mailIdOf } from '../mail/message.ts';
import { readMessageHead } from '../mail/message-head.ts';
import {
  keepPlaces,
  mailboxLooked,
  mailboxState,
  type PlaceMark,
  placesMarked,
  settledUids,
  unmarkedPlaces,
} from '../store/mailbox.ts';
import { isKnownMessage } from '../store/message.ts';
import { takeToken } from '../store/rate-limit.ts';
import { attemptLimits } from './attempt-limits.ts';
import { countFlood } from './count-flood.ts';
import type { InboxContext, ReadingContext } from './inbox-context.ts';
import { type HeadedMail, headFingerprint, receiveMessage } from './receive-message.ts';

/** Mails that are taken in before the mailbox is asked again what came in: nobody new waits behind a whole flood. */
const mailsInRound = 50;
/** Mails whose heads are in memory at once. */
const mostListed = 20_000;
/** Mails of one sender that are counted in one transaction. */
const countedAtOnce = 500;
/** A mail that breaks the reading so often is kept by its head alone. */
const mostAttempts = 2;

/** What a reader remembers for as long as it runs: how often a mail broke it. */
export type Attempts = Map<number, number>;

/**
 * Takes in everything that is in an open mailbox and not here yet; marks it there. Ends when nothing is left, or at the signal.
 * Several senders take turns.
 *
 * @throws GestandError `lost-lease`, `store-unreachable`; what the mail server makes of it.
 */
export async function readInbox(
  context: Omit<ReadingContext, 'connectedAt'>,
  { attempts, signal }: { readonly attempts: Attempts; readonly signal: AbortSignal },
): Promise<void> {
  const { store, inbox, lease } = context;
  const state = await mailboxState(store, { lease, uidValidity: inbox.uidValidity });
  const connectedAt = Temporal.Instant.from(state.connectedAt);
  const reading: ReadingContext = { ...context, connectedAt };
  const listed = new Map<number, TurnedMail>();
  // The server compares dates in a time zone of its own, so that it is asked for a day more.
  const since = connectedAt.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  while (!signal.aborted) {
    await markPlaces(reading);
    const uids = await inbox.uidsAbove(state.doneUid, since);
    const settled = await settledUids(store, lease.mailboxId);
    const open = uids.filter((uid) => !settled.has(uid)).slice(0, mostListed);
    if (open.length === 0) {
      await mailboxLooked(store, { lease, doneUid: uids.at(-1) ?? state.doneUid });
      return;
    }
    await listNew(reading, { open, listed });
    const wanted = open.flatMap((uid) => listed.get(uid) ?? []);
    await takeRound(reading, inTurns(wanted), { attempts, signal });
  }
}

interface TurnedMail extends HeadedMail {
  /** Of which flood it would be part; of itself alone when it answers a letter of ours. */
  readonly from: string;
}

async function listNew(
  { inbox, ownAddresses, connectedAt, store, lease }: ReadingContext,
  { open, listed }: { readonly open: readonly number[]; readonly listed: Map<number, TurnedMail> },
): Promise<void> {
  const unlisted = open.filter((uid) => !listed.has(uid));
  const passedBy: number[] = [];
  for (const mail of await inbox.list(unlisted)) {
    // Somebody read it in a mail program before we were connected.
    if (mail.seen && Temporal.Instant.compare(mail.receivedAt, connectedAt) < 0) {
      passedBy.push(mail.uid);
      continue;
    }
    const said = await readMessageHead(mail.head, { ownAddresses });
    const answersUs = said.answers.some((id) => mailIdOf(id) !== null);
    const from = answersUs || said.sender === null ? `uid ${mail.uid}` : said.sender.toLowerCase();
    listed.set(mail.uid, { ...mail, said, from });
  }
  const gone = unlisted.filter((uid) => !listed.has(uid) && !passedBy.includes(uid));
  await keepPlaces(
    store,
    lease.mailboxId,
    [...passedBy, ...gone].map((uid) => ({ uid, mark: 'stored' as const })),
  );
  // Nothing is marked on what is not ours, or was taken away while we looked.
  if (passedBy.length + gone.length > 0) await placesMarked(store, lease.mailboxId, [...passedBy, ...gone]);
}

async function takeRound(
  context: ReadingContext,
  mails: readonly TurnedMail[],
  { attempts, signal }: { readonly attempts: Attempts; readonly signal: AbortSignal },
): Promise<void> {
  const flooding = new Set<string>();
  const taken = new Set<number>();
  for (const mail of mails) {
    if (taken.size >= mailsInRound || signal.aborted) break;
    if (flooding.has(mail.from)) continue;
    if (await isFlood(context, mail, attempts)) {
      flooding.add(mail.from);
      continue;
    }
    taken.add(mail.uid);
    await takeOne(context, mail, attempts);
  }
  for (const sender of flooding) {
    const rest = mails.filter(({ from, uid }) => from === sender && !taken.has(uid));
    await countFlood(context, sender, rest.slice(0, countedAtOnce));
  }
}

async function isFlood({ store }: ReadingContext, mail: TurnedMail, attempts: Attempts): Promise<boolean> {
  if (mail.said.sender === null || mail.from.startsWith('uid ') || attempts.has(mail.uid)) return false;
  const { granted } = await takeToken(store, attemptLimits.keepFromAddress(mail.said.sender));
  return !granted;
}

async function takeOne(context: ReadingContext, mail: TurnedMail, attempts: Attempts): Promise<void> {
  const { store, lease } = context;
  if (await isKnownMessage(store, headFingerprint(store, mail)))
    return keepPlaces(store, lease.mailboxId, [{ uid: mail.uid, mark: 'set-aside' }]);
  const tried = attempts.get(mail.uid) ?? 0;
  attempts.set(mail.uid, tried + 1);
  try {
    await receiveMessage(context, mail, { whole: tried < mostAttempts });
    attempts.delete(mail.uid);
    await markPlaces(context);
  } catch (error) {
    // Our own store, or another reader: that says nothing about this mail.
    if (error instanceof GestandError) attempts.set(mail.uid, tried);
    throw error;
  }
}

/** Shows in the mailbox what is kept here and what is not. */
async function markPlaces({
  store,
  inbox,
  lease,
  faultPoint,
}: Pick<InboxContext, 'store' | 'faultPoint'> & Pick<ReadingContext, 'inbox' | 'lease'>): Promise<void> {
  const unmarked = await unmarkedPlaces(store, lease.mailboxId);
  for (const mark of ['stored', 'set-aside'] as const satisfies readonly PlaceMark[]) {
    const uids = unmarked.filter((place) => place.mark === mark).map(({ uid }) => uid);
    if (uids.length === 0) continue;
    await inbox.mark(uids, mark);
    await faultPoint('mail.flagged');
    await placesMarked(store, lease.mailboxId, uids);
  }
}

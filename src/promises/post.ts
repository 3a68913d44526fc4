import type { CaseKind } from '../domain/case-file.ts';
import { type Channel, channels } from '../domain/wish.ts';
import { answerDeadline, inTime } from '../law/deadlines.ts';
import { listMailboxHealth } from '../store/mailbox.ts';
import { listMessages } from '../store/message.ts';
import type { Evidence } from './check.ts';
import type { CheckRound } from './round.ts';

/** After so many days an e-mail nobody decided on is on its way to being late. */
const waitingDays = 7;
/** A server may be away for an hour; after so many nobody reads what people write. */
const failingHours = 24;
const mostMessages = 1000;
const mostIds = 20;

/** How it stands with e-mails that are of no case yet, each of which may be a request whose clock runs. */
export interface Post {
  readonly state: 'in-time' | 'waiting' | 'late';
  /** Whether there is any. */
  readonly seen: boolean;
  readonly evidence: Evidence;
}

export async function postOf(round: CheckRound, kinds: readonly CaseKind[]): Promise<Post> {
  const { store } = round;
  const now = store.clock.now();
  const hoursSince = (instant: string): number => Temporal.Instant.from(instant).until(now).total('hours');
  const undecided = await listMessages(store, { states: ['unmatched'], limit: mostMessages });
  const late = undecided.filter(
    ({ receivedAt }) => !inTime(now, answerDeadline(Temporal.Instant.from(receivedAt)).legalDate),
  );
  const waiting = undecided.filter(({ receivedAt }) => hoursSince(receivedAt) > waitingDays * 24);
  const mailboxes = await listMailboxHealth(store);
  const unread = mailboxes.filter(
    ({ failingSince }) => failingSince !== null && hoursSince(failingSince) > failingHours,
  );
  const open = (await round.openCases()).filter(({ kind }) => kinds.includes(kind));
  return {
    state: late.length > 0 ? 'late' : waiting.length + unread.length > 0 ? 'waiting' : 'in-time',
    seen: undecided.length > 0,
    evidence: {
      undecided: undecided.length,
      lateMessages: late.slice(0, mostIds).map(({ id }) => id),
      unreadMailboxes: unread.length,
      channels: Object.fromEntries(
        channels.map((channel): [Channel, number] => [
          channel,
          open.filter((file) => file.channel === channel).length,
        ]),
      ),
    },
  };
}

import { appendCaseEvent } from '../store/case-event.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { keepPlaces, renewMailbox } from '../store/mailbox.ts';
import { keepCounted, newestCaseOfSender } from '../store/message.ts';
import { withTransaction } from '../store/transaction.ts';
import type { ReadingContext } from './inbox-context.ts';
import { type HeadedMail, headFingerprint } from './receive-message.ts';

/**
 * Writes down that mails of one sender came in, without fetching them: more than are kept of one address in a day. They count
 * for the newest case of that sender; they stay in the mailbox, flagged.
 */
export async function countFlood(
  { store, lease }: ReadingContext,
  sender: string,
  mails: readonly HeadedMail[],
): Promise<void> {
  await withTransaction(store, async (inside) => {
    await renewMailbox(inside, lease);
    const caseId = await newestCaseOfSender(inside, sender);
    const count = await keepCounted(inside, {
      mailboxId: lease.mailboxId,
      caseId,
      mails: mails.map((mail) => ({
        receivedAt: mail.receivedAt.toString(),
        bytes: mail.bytes,
        fingerprint: headFingerprint(inside, mail),
      })),
    });
    await keepPlaces(
      inside,
      lease.mailboxId,
      mails.map(({ uid }) => ({ uid, mark: 'set-aside' })),
    );
    if (count === 0) return;
    if (caseId !== null)
      await appendCaseEvent(inside, caseId, { kind: 'messages-counted', actor: 'person', detail: { count } });
    await appendLedgerEntry(inside, {
      kind: 'messages-counted',
      subjects: caseId === null ? {} : { caseId },
      detail: { count },
    });
  });
}

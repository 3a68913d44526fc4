import { removeMailsSentBefore } from '../store/outbox-mail.ts';
import { removeOldBuckets } from '../store/rate-limit.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';

/** As long as the link in a letter can work; what was sent and when is in the ledger, without the text. */
const mailDays = 14;

/** Removes what our own store no longer needs: letters that were sent, and counts of attempts. */
export async function tidyStore({ actor, store }: StoreContext): Promise<{ readonly mails: number }> {
  permit(actor, 'tidy-store');
  await removeOldBuckets(store);
  const before = store.clock.now().subtract({ hours: 24 * mailDays });
  return { mails: await removeMailsSentBefore(store, before.toString()) };
}

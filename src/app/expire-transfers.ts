import { decideInbound, listUndecidedBefore, removeOldInboundContent } from '../store/inbound-transfer.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { tellLedger } from './decide-transfer.ts';
import { acceptedDays, undecidedDays } from './inbound-view.ts';

/**
 * Removes what is in packages of other controllers when its time here is over: accepted, and fetched or not; or lying here
 * undecided. From whom and when stays. Returns how many there were; at most `limit` of each.
 */
export async function expireTransfers(store: StoreScope, limit: number): Promise<number> {
  const now = store.clock.now();
  const daysAgo = (days: number) => now.subtract({ hours: 24 * days }).toString();
  const accepted = await withTransaction(store, (inside) =>
    removeOldInboundContent(inside, { acceptedBefore: daysAgo(acceptedDays), limit }),
  );
  const undecided = await listUndecidedBefore(store, { receivedBefore: daysAgo(undecidedDays), limit });
  for (const { id } of undecided)
    await withTransaction(store, async (inside) => {
      const expired = await decideInbound(inside, id, {
        state: 'expired',
        by: 'system',
        reason: 'nobody decided in time',
        told: false,
      });
      await tellLedger(inside, expired, { by: 'system' });
    });
  return accepted + undecided.length;
}

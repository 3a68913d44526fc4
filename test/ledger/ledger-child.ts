// A writer or a sequencer in a process of its own, on a store that exists. Its task is in the environment.
import { fixedClock } from '../../src/base/clock.ts';
import { appendLedgerEntry, type SignHead, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { openStore } from '../../src/store/store.ts';
import { withTransaction } from '../../src/store/transaction.ts';
import { testOrganisation, testSecret } from '../support/test-store.ts';
import { sign } from './ledger-key.ts';

export type LedgerTask = { readonly url: string } & (
  | { readonly does: 'write'; readonly writer: string; readonly entries: number }
  /** `halts`: at its so manyth head, between giving the places and the end of the transaction, it dies, or stands still. */
  | {
      readonly does: 'sequence';
      readonly batch: number;
      readonly halts?: { readonly at: number; readonly by: 'SIGKILL' | 'SIGSTOP' };
      readonly leaseSeconds?: number;
    }
);

const task = JSON.parse(process.env['GESTAND_TEST_TASK'] ?? '') as LedgerTask;
await using store = await openStore({
  url: task.url,
  organisationId: testOrganisation,
  clock: fixedClock('2026-11-02T09:00:00Z'),
  secret: testSecret,
  connections: 2,
});

if (task.does === 'write') {
  for (let count = 0; count < task.entries; count++) {
    // Every seventh changes its mind: what is rolled back leaves no entry.
    const stays = count % 7 !== 3;
    await withTransaction(store, async (inside) => {
      await appendLedgerEntry(inside, {
        kind: 'step-done',
        subjects: { runId: `run_${task.writer}` },
        detail: { count },
      });
      if (!stays) throw new Error('rolled back');
    }).catch((error: unknown) => {
      if (stays) throw error;
    });
  }
} else {
  let heads = 0;
  const halting: SignHead = (head) => {
    if (task.halts !== undefined && ++heads === task.halts.at) process.kill(process.pid, task.halts.by);
    return sign(head);
  };
  const { batch, leaseSeconds = 30 } = task;
  // Until it is killed, or has nothing to do for a while.
  for (let idle = 0; idle < 40; ) {
    const placed = await sequenceLedger(store, { limit: batch, sign: halting, leaseSeconds });
    idle = placed === 0 ? idle + 1 : 0;
    if (placed === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

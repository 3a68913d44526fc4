import { setTimeout as sleep } from 'node:timers/promises';
import { deliverOutbox } from '../mail/outbox.ts';
import { appendLedgerEntry, placeWaiting } from '../store/ledger-entry.ts';
import { destroyExpiredPackages } from '../store/package-file.ts';
import { withTransaction } from '../store/transaction.ts';
import type { ExecuteContext } from './execute-context.ts';
import { codeOf } from './run-failure.ts';

/** Something every worker does again and again. Several may do it at once: each does what the others have not. */
export interface Chore {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}

const mailsAtOnce = 20;
const packagesAtOnce = 50;

/** Does the chores until the signal; resolves when the last has ended. */
export async function startChores(
  context: ExecuteContext,
  { signal, more }: { readonly signal: AbortSignal; readonly more: readonly Chore[] },
): Promise<void> {
  await Promise.all([...choresOf(context), ...more].map((chore) => repeat(context, chore, signal)));
}

/** Destroys packages whose link has expired: with the wrapped key goes all that could open them. */
export async function destroyExpired({ store }: ExecuteContext): Promise<void> {
  await withTransaction(store, async (inside) => {
    for (const packageId of await destroyExpiredPackages(inside, packagesAtOnce))
      await appendLedgerEntry(inside, { kind: 'package-destroyed', subjects: { packageId }, detail: {} });
  });
}

function choresOf(context: ExecuteContext): readonly Chore[] {
  return [
    { name: 'sequence ledger', everySeconds: 2, run: () => placeWaiting(context.store, context.signHead) },
    {
      name: 'deliver outbox',
      everySeconds: 2,
      run: async () => {
        await deliverOutbox(context, { limit: mailsAtOnce });
      },
    },
    { name: 'destroy expired packages', everySeconds: 60, run: () => destroyExpired(context) },
  ];
}

async function repeat(context: ExecuteContext, chore: Chore, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await chore.run();
    } catch (error) {
      context.log('warn', 'chore failed', { step: chore.name, code: codeOf(error) });
    }
    await sleep(chore.everySeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}

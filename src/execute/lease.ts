import { setTimeout as sleep } from 'node:timers/promises';
import { type HeldRun, renewLease } from '../store/run.ts';
import { type ExecuteContext, limitsOf } from './execute-context.ts';
import { codeOf } from './run-failure.ts';

/** Does the work while a heartbeat keeps the run ours; three beats may be missed before another node may take it. */
export async function whileHeld<T>(
  context: ExecuteContext,
  held: HeldRun,
  work: () => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const beating = beat(context, held, done.signal);
  try {
    return await work();
  } finally {
    done.abort();
    await beating;
  }
}

async function beat(context: ExecuteContext, held: HeldRun, done: AbortSignal): Promise<void> {
  const { leaseSeconds } = limitsOf(context);
  while (await untilNextBeat((leaseSeconds * 1000) / 4, done)) {
    try {
      await renewLease(context.store, held, leaseSeconds);
    } catch (error) {
      // What this node still writes is refused by its fence: here and, with the marker, in the source.
      const code = codeOf(error);
      context.log('warn', 'lease not renewed', { runId: held.id, code });
      if (code === 'lost-lease') return;
    }
  }
}

/** False when the work was done before. */
async function untilNextBeat(milliseconds: number, done: AbortSignal): Promise<boolean> {
  try {
    await sleep(milliseconds, undefined, { signal: done, ref: false });
    return true;
  } catch {
    return false;
  }
}

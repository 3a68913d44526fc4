import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenedSources } from '../app/connect-sources.ts';
import type { RunId } from '../base/ids.ts';
import { advanceRun } from '../execute/advance-run.ts';
import { type Receipt, readReceipt } from '../execute/receipt.ts';
import { readRun } from '../store/run.ts';
import { executeContext } from './engine.ts';
import type { Installation } from './installation.ts';

/** How a run that a command waits for ended. */
export type CarriedOut =
  | { readonly kind: 'completed'; readonly receipt: Receipt }
  | { readonly kind: 'failed'; readonly code: string }
  /** It goes on without this command: somebody must attest a task, or a system is away. */
  | { readonly kind: 'open' };

const patienceSeconds = 300;

/**
 * Carries out a run in this process, so that a command can say how it ended also where no server runs; or waits for the
 * worker that took it first.
 */
export async function carryOut(
  installation: Installation,
  opened: OpenedSources,
  runId: RunId,
): Promise<CarriedOut> {
  const context = executeContext(installation, opened, installation.config.publicUrl);
  try {
    const { store } = installation;
    const advance = await advanceRun(context, runId);
    for (let waited = 0; advance.kind === 'not-claimed' && waited < patienceSeconds; waited++) {
      const state = (await readRun(store, runId))?.state;
      if (state === 'completed' || state === 'failed') break;
      await sleep(1000);
    }
    const receipt = await readReceipt(store, runId);
    if (receipt !== undefined) return { kind: 'completed', receipt };
    const run = await readRun(store, runId);
    return run?.state === 'failed'
      ? { kind: 'failed', code: run.failureCode ?? 'internal' }
      : { kind: 'open' };
  } finally {
    await context.mailer.close();
  }
}

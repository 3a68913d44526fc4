import { setTimeout as sleep } from 'node:timers/promises';
import type { WitnessAddress } from '../domain/witness-address.ts';
import { recipientCaller } from '../notices/call-recipient.ts';
import type { SecretValue } from './connect-sources.ts';
import { type AppContext, actingAs } from './context.ts';
import { keepStanding } from './keep-standing.ts';
import { lookForErasedWhenDue } from './look-for-erased.ts';
import { logFailure, planWaitingRequests } from './plan-request.ts';
import { checkPromises } from './promise-board.ts';
import { showWitnesses } from './show-witnesses.ts';
import { tendNotices } from './tend-notices.ts';
import { tidyStore } from './tidy-store.ts';
import { watchCorrections } from './watch-corrections.ts';
import { watchTraces } from './watch-traces.ts';

/** What Gestand does by itself, again and again. */
interface Round {
  readonly event: string;
  readonly everySeconds: number;
  readonly run: (context: AppContext) => Promise<unknown>;
}

/** Plans requests whose plan could not be made at once. */
export const planningRound: Round = {
  event: 'planning round failed',
  everySeconds: 5,
  run: planWaitingRequests,
};

/**
 * Stops what people had stopped, and lifts it when they were told. Often: the law pack gives marketing `dm.suppressionSeconds`.
 */
export const standingRound: Round = {
  event: 'standing round failed',
  everySeconds: 5,
  run: keepStanding,
};

/** Looks whether the promises are kept. */
export const promiseRound: Round = {
  event: 'promise round failed',
  everySeconds: 15 * 60,
  run: checkPromises,
};

/** Looks once a day, and soon after an erasure, whether somebody who was erased is back. Looks more often whether that is due. */
export const erasedRound: Round = {
  event: 'look for erased people failed',
  everySeconds: 5 * 60,
  run: lookForErasedWhenDue,
};

/** Looks whether what was corrected stays so. */
export const correctionRound: Round = {
  event: 'correction round failed',
  everySeconds: 10 * 60,
  run: watchCorrections,
};

/** Looks whether what still stood in a text after somebody was erased or corrected is gone there. */
export const traceRound: Round = { event: 'trace round failed', everySeconds: 10 * 60, run: watchTraces };

/** Removes what our own store no longer needs. */
export const tidyRound: Round = { event: 'tidy round failed', everySeconds: 60 * 60, run: tidyStore };

/** Tells recipients what they are to be told. */
export function noticeRound(secretValue: SecretValue): Round {
  const call = recipientCaller();
  return {
    event: 'notice round failed',
    everySeconds: 5,
    run: (context) => tendNotices(context, { secretValue, call }),
  };
}

/** Shows the newest checkpoint of the ledger to who keeps them. */
export function witnessRound(witnesses: {
  readonly addresses: readonly WitnessAddress[];
  readonly key: string | undefined;
}): Round {
  const call = recipientCaller();
  return {
    event: 'witness round failed',
    everySeconds: 60,
    run: (context) => showWitnesses(context, { ...witnesses, call }),
  };
}

/** Begins the rounds, each at its own pace. What is returned ends them, and resolves when the last has ended. */
export function beginRounds(context: AppContext, rounds: readonly Round[]): () => Promise<void> {
  const stopping = new AbortController();
  const system = actingAs(context, { kind: 'system' });
  const ended = Promise.all(rounds.map((round) => repeat(system, round, stopping.signal)));
  return async () => {
    stopping.abort();
    await ended;
  };
}

async function repeat(
  context: AppContext,
  { event, everySeconds, run }: Round,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await run(context);
    } catch (error) {
      logFailure(context.log, event, { error });
    }
    await sleep(everySeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}

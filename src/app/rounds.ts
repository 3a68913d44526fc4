import { setTimeout as sleep } from 'node:timers/promises';
import { actingAs } from './context.ts';
import { codeOf, type PlanningContext, planWaitingRequests } from './plan-request.ts';

const everySeconds = 5;

/** Plans requests that wait, again and again until the signal; resolves when the last round has ended. */
export async function startRounds(context: PlanningContext, signal: AbortSignal): Promise<void> {
  const system = actingAs(context, { kind: 'system' });
  while (!signal.aborted) {
    try {
      await planWaitingRequests(system);
    } catch (error) {
      context.log('warn', 'round failed', { code: codeOf(error) });
    }
    await sleep(everySeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}

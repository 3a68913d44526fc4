import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseId } from '../base/ids.ts';
import { type AppContext, actingAs } from './context.ts';
import { logFailure, planRequest } from './plan-request.ts';

/** How long somebody who typed the right code waits for the plan; after that the page says it is being made. */
const planningPatienceMilliseconds = 3000;

/** Starts the planning and waits a little for it. What fails here is tried again by the rounds of the worker. */
export async function planSoon(app: AppContext, caseId: CaseId): Promise<void> {
  const planning = planRequest(actingAs(app, { kind: 'system' }), { caseId }).catch((error: unknown) =>
    logFailure(app.log, 'planning failed', { caseId, error }),
  );
  const patience = new AbortController();
  await Promise.race([
    planning,
    sleep(planningPatienceMilliseconds, undefined, { signal: patience.signal, ref: false }).catch(
      () => undefined,
    ),
  ]);
  patience.abort();
}

import { legalDateOf } from '../base/clock.ts';
import type { CaseState } from '../domain/case-state.ts';
import { pausesClock } from './deadlines.ts';

/**
 * Whether the clock of a case stands still: as long as nobody showed who asks, and while somebody who is doubted is asked for
 * more, if they were asked without delay (GDPR art. 12(6); EDPB Guidelines 01/2022). A doubt that came late stops no clock.
 *
 * @param identityAskedAt since when they are asked for more; null: nobody doubts them.
 */
export function clockStandsStill({
  state,
  receivedAt,
  identityAskedAt,
}: {
  readonly state: CaseState;
  readonly receivedAt: string;
  readonly identityAskedAt: string | null;
}): boolean {
  if (state === 'received') return true;
  if (state !== 'identity') return false;
  if (identityAskedAt === null) return true;
  const received = legalDateOf(Temporal.Instant.from(receivedAt));
  return pausesClock(received, Temporal.Instant.from(identityAskedAt));
}

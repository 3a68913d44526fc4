import { legalDateOf } from '../base/clock.ts';
import type { CaseState } from './case-state.ts';

/** Where a case stands, as the end of a sentence that begins with its reference: what an officer is told who wants what it does not allow. */
export function caseStanding(file: {
  readonly state: CaseState;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
}): string {
  const { state, answeredAt, closedAt } = file;
  switch (state) {
    case 'received':
    case 'identity':
      return 'waits for proof of who asks';
    case 'in-progress':
      return 'is being worked on';
    case 'extended':
      return 'is being worked on, and was extended before';
    case 'answered':
      return `was answered before${onDay(answeredAt)}`;
    case 'refused':
      return `was refused before${onDay(answeredAt)}`;
    case 'withdrawn':
      return `was withdrawn${onDay(closedAt)}`;
    case 'joined':
      return 'is answered by an earlier request of the same person';
    case 'closed':
      return `was closed${onDay(closedAt)}`;
  }
}

function onDay(at: string | null): string {
  return at === null ? '' : `, on ${legalDateOf(Temporal.Instant.from(at))}`;
}

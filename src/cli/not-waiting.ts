import type { RequestState } from '../app/portal-services.ts';
import type { ShownRequest } from '../app/show-request.ts';
import { GestandError } from '../base/error.ts';
import { caseStanding } from '../domain/case-standing.ts';

/** Why a request has no plan that can be approved, and what to do about it. */
export function notWaiting(request: ShownRequest): GestandError {
  return new GestandError('conflict', `${request.file.reference} ${why(request)}`);
}

function why({ file, state, asked, wait }: ShownRequest): string {
  const { reference } = file;
  if (asked)
    return `has no plan: what was proven leads to several people. Say who asks: gestand identify ${reference}`;
  if (wait !== undefined)
    return wait.kind === 'choice'
      ? `has no plan: it cannot be carried out as it is asked. See why: gestand rectify ${reference}`
      : `has no plan: it is disputed. Decide that first: gestand rectify ${reference}`;
  const without = standsWithout[state];
  return `${without ?? caseStanding(file)}${state === 'joined' ? `. See which: gestand requests show ${reference}` : '.'}`;
}

/** Of a request that is worked on and has no plan to approve. */
const standsWithout: Partial<Readonly<Record<RequestState, string>>> = {
  'taken-up': 'is answered by an officer in their own words, not by a plan: see "gestand requests"',
  verified: 'has no plan yet',
  approved: 'was approved before; its plan waits to be carried out',
  running: 'was approved before; its plan is being carried out',
};

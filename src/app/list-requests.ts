import { legalDateOf } from '../base/clock.ts';
import { type CaseState, caseStates, isWorkedOn, workedOnStates } from '../domain/case-state.ts';
import { type CaseAlarm, caseAlarm } from '../law/case-alarm.ts';
import { clockStandsStill } from '../law/clock-standing.ts';
import { type CaseFile, listCases } from '../store/case-file.ts';
import { listTasks } from '../store/task.ts';
import type { StoreContext } from './context.ts';
import { type CorrectionWait, correctionWait } from './correction-choice.ts';
import { permit } from './permissions.ts';
import type { RequestState } from './portal-services.ts';
import { askedOf } from './prove-identity.ts';
import { viewRequest } from './request-view.ts';

/** A request as an officer sees it in a list: no name, no address. */
export interface ListedRequest {
  readonly reference: string;
  readonly kind: CaseFile['kind'];
  /** `unproven`: the code from the mail has not come back. */
  readonly state: RequestState | 'unproven';
  readonly receivedOn: Temporal.PlainDate;
  /** The last day the law allows. */
  readonly dueOn: Temporal.PlainDate;
  /** Until that day; negative when it has passed. */
  readonly daysLeft: number;
  /** Null: no clock is missed while nobody knows who asks. A doubt that came late stops no clock. */
  readonly alarm: CaseAlarm | null;
  /** What an officer must do now. */
  readonly awaits:
    | 'approval'
    | 'identification'
    | 'columns'
    | 'decision'
    | 'task'
    | 'answer'
    | 'proof'
    | 'mandate'
    | null;
  /** Why an approved plan was not carried out, as a code of the table of errors; null while nothing stands in the way. */
  readonly stoppedBy: string | null;
  /** Why no plan could be made, likewise. */
  readonly unplannedBy: string | null;
}

const mostTasks = 1000;
const unproven: readonly CaseState[] = ['received', 'identity'];

/**
 * The requests that are open, or all of them: those that are late or soon will be first, then by their day; and behind them those of whom nobody knows yet who
 * asks. Anybody can make as many of those as they like, and must not push the others off the list.
 */
export async function listRequests(
  { actor, store }: StoreContext,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<readonly ListedRequest[]> {
  permit(actor, 'list-requests');
  const known = all ? caseStates.filter((state) => !unproven.includes(state)) : workedOnStates;
  const proven = await listCases(store, { states: known, doubted: 'too', limit });
  const room = limit - proven.length;
  const others = room === 0 ? [] : await listCases(store, { states: unproven, doubted: 'not', limit: room });
  const today = legalDateOf(store.clock.now());
  const tasks = await listTasks(store, { states: ['open'], limit: mostTasks });
  const byHand = new Set(tasks.map(({ caseId }) => caseId));
  const listed: ListedRequest[] = [];
  for (const file of [...proven, ...others]) {
    const { state, standing, asked, unplannedBy, events } = await viewRequest(store, file);
    const wait = state === 'verified' ? correctionWait(events) : undefined;
    const dueOn = Temporal.PlainDate.from(file.legalDate);
    listed.push({
      reference: file.reference,
      kind: file.kind,
      state: unproven.includes(file.state) ? 'unproven' : state,
      receivedOn: legalDateOf(Temporal.Instant.from(file.receivedAt)),
      dueOn,
      daysLeft: today.until(dueOn).days,
      alarm: isOpen(file.state) && !clockStandsStill(file) ? caseAlarm(file, today) : null,
      awaits: askedOf(file, events) ?? awaitedIn(state, { asked, wait, byHand: byHand.has(file.id) }),
      stoppedBy: standing.kind === 'failed' ? standing.run.failureCode : null,
      unplannedBy,
    });
  }
  return listed.toSorted((a, b) => urgency(a) - urgency(b));
}

function isOpen(state: CaseState): boolean {
  return unproven.includes(state) || isWorkedOn(state);
}

const alarms: readonly ListedRequest['alarm'][] = ['overdue', 'at-risk'];

// What is in time stays in the order of its days.
function urgency({ alarm }: ListedRequest): number {
  const place = alarms.indexOf(alarm);
  return place === -1 ? alarms.length : place;
}

function awaitedIn(
  state: RequestState,
  {
    asked,
    wait,
    byHand,
  }: {
    readonly asked: boolean;
    readonly wait: CorrectionWait | undefined;
    readonly byHand: boolean;
  },
): ListedRequest['awaits'] {
  if (asked) return 'identification';
  if (wait !== undefined) return wait.kind === 'choice' ? 'columns' : 'decision';
  if (state === 'planned') return 'approval';
  if (state === 'taken-up') return 'answer';
  return byHand ? 'task' : null;
}

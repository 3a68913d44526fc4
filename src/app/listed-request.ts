import { legalDateOf } from '../base/clock.ts';
import { isUnproven, isWorkedOn } from '../domain/case-state.ts';
import { type CaseAlarm, caseAlarm } from '../law/case-alarm.ts';
import { clockStandsStill } from '../law/clock-standing.ts';
import type { CaseFile } from '../store/case-file.ts';
import type { StoreScope } from '../store/store.ts';
import { listTasks } from '../store/task.ts';
import { type CorrectionWait, correctionWait } from './correction-choice.ts';
import type { RequestState } from './portal-services.ts';
import { askedOf } from './prove-identity.ts';
import { type RequestView, viewRequest } from './request-view.ts';
import { weighingOf } from './weigh-objection.ts';

/** A request as an officer sees it in a list: no name, no address. */
export interface ListedRequest {
  readonly reference: string;
  readonly kind: CaseFile['kind'];
  /** `unproven`: who asks was not shown yet. */
  readonly state: RequestState | 'unproven';
  readonly receivedOn: Temporal.PlainDate;
  /** The last day the law allows. */
  readonly dueOn: Temporal.PlainDate;
  /** Until that day; negative when it has passed. */
  readonly daysLeft: number;
  /** Null: it has ended, or its clock stands still. */
  readonly alarm: CaseAlarm | null;
  /** No clock is missed while nobody knows who asks. A doubt that came late stops no clock. */
  readonly clockStandsStill: boolean;
  /** What somebody must do now. */
  readonly awaits:
    | 'approval'
    | 'refusal-approval'
    | 'identification'
    | 'columns'
    | 'decision'
    | 'task'
    | 'answer'
    | 'weighing'
    | 'code'
    | 'proof'
    | 'mandate'
    | null;
  /** Which officer proposed to refuse it: another must confirm that. */
  readonly proposedBy: string | null;
  /** Why an approved plan was not carried out, as a code of the table of errors; null while nothing stands in the way. */
  readonly stoppedBy: string | null;
  /** Why no plan could be made, likewise. */
  readonly unplannedBy: string | null;
}

const mostTasks = 1000;

/** The cases of which somebody does a part by hand. */
export async function casesByHand(store: StoreScope): Promise<ReadonlySet<CaseFile['id']>> {
  const tasks = await listTasks(store, { states: ['open'], limit: mostTasks });
  return new Set(tasks.flatMap(({ caseId }) => caseId ?? []));
}

/** Where a request stands, what its clock says, and what is to be done next. */
export async function describeRequest(
  store: StoreScope,
  file: CaseFile,
  byHand: ReadonlySet<CaseFile['id']>,
): Promise<ListedRequest> {
  const view = await viewRequest(store, file);
  const today = legalDateOf(store.clock.now());
  const dueOn = Temporal.PlainDate.from(file.legalDate);
  const open = isUnproven(file.state) || isWorkedOn(file.state);
  const still = open && clockStandsStill(file);
  const { standing, state, unplannedBy, proposal } = view;
  return {
    reference: file.reference,
    kind: file.kind,
    state: isUnproven(file.state) ? 'unproven' : state,
    receivedOn: legalDateOf(Temporal.Instant.from(file.receivedAt)),
    dueOn,
    daysLeft: today.until(dueOn).days,
    alarm: open && !still ? caseAlarm(file, today) : null,
    clockStandsStill: still,
    awaits: await awaitedIn(store, view, byHand.has(file.id)),
    proposedBy: proposal?.proposedBy ?? null,
    stoppedBy: standing.kind === 'failed' ? standing.run.failureCode : null,
    unplannedBy,
  };
}

async function awaitedIn(
  store: StoreScope,
  { file, state, asked, events, proposal }: RequestView,
  byHand: boolean,
): Promise<ListedRequest['awaits']> {
  if (proposal !== undefined) return 'refusal-approval';
  if (isUnproven(file.state)) return askedOf(file, events) ?? 'code';
  if (asked) return 'identification';
  const wait: CorrectionWait | undefined = state === 'verified' ? correctionWait(events) : undefined;
  if (wait !== undefined) return wait.kind === 'choice' ? 'columns' : 'decision';
  if (state === 'planned') return 'approval';
  if (state !== 'taken-up') return byHand ? 'task' : null;
  const weighing = await weighingOf(store, file);
  if (weighing === 'waits') return 'weighing';
  if (weighing === 'under-way') return byHand ? 'task' : null;
  return 'answer';
}

import { unreachable } from '../base/assert.ts';
import type { Json } from '../base/canonical-json.ts';
import { memberOf } from '../base/json-member.ts';
import type { Language } from '../domain/language.ts';
import { type KeptRows, keptRows, type Reader } from '../plan/explain.ts';
import { correctionsKept } from '../plan/explain-rectify.ts';
import { explainSearch } from '../plan/explain-search.ts';
import type { Plan } from '../plan/plan.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { type CaseEvent, listCaseEvents } from '../store/case-event.ts';
import type { CaseFile } from '../store/case-file.ts';
import type { PlanRecord } from '../store/plan-record.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import type { StoreScope } from '../store/store.ts';
import { isAsked } from './identity-choice.ts';
import {
  countsFromJson,
  erasureCounts,
  explainPlan,
  type PlanCounts,
  rectificationCounts,
  searchFromJson,
} from './make-plan.ts';
import { type PlanStanding, planStanding } from './plan-standing.ts';
import type { KeptItem, RequestEvent, RequestEventKind, RequestState } from './portal-services.ts';
import { type OpenProposal, openProposal } from './proposed-refusal.ts';
import { planKindOf } from './request-kind.ts';

/** Where a request stands, with everything that happened to it. */
export interface RequestView {
  readonly file: CaseFile;
  readonly state: RequestState;
  readonly standing: PlanStanding;
  readonly events: readonly CaseEvent[];
  /** It has no plan before an officer says which of several people asks. */
  readonly asked: boolean;
  /** Why it has no plan, as a code of the table of errors; null while one may still be made. */
  readonly unplannedBy: string | null;
  /** What another officer must confirm, or take back, before anything else is decided. */
  readonly proposal: OpenProposal | undefined;
}

/** A plan as it is shown to whoever must decide, or whose it is. */
export interface ShownPlan {
  readonly record: PlanRecord;
  readonly counts: PlanCounts;
  readonly sentences: readonly string[];
  /** How the person was found: for an officer. */
  readonly found: readonly string[];
  /** The sentences without those about what stays. */
  readonly deeds: readonly string[];
  /** What stays after an erasure, and why. */
  readonly kept: readonly KeptItem[];
  /** Nothing of this person is anywhere we looked. */
  readonly foundNothing: boolean;
  /** An erasure erases nothing, because a law holds all that was found. */
  readonly everythingKept: boolean;
  /** Whether the customer number the person gave was found with the address they proved; null: they gave none. */
  readonly statedNumberFound: boolean | null;
}

export async function viewRequest(store: StoreScope, file: CaseFile): Promise<RequestView> {
  const [standing, events] = await Promise.all([
    planStanding(store, file.id),
    listCaseEvents(store, file.id),
  ]);
  const state = stateOf(file, standing);
  const waits = state === 'verified';
  return {
    file,
    state,
    standing,
    events,
    asked: waits && isAsked(events),
    unplannedBy: waits ? planningFailure(events) : null,
    proposal: openProposal(file, events),
  };
}

function planningFailure(events: readonly CaseEvent[]): string | null {
  const last = events.findLast(({ kind }) => /^(planning-failed|planned|identified)$/.test(kind));
  const code = last?.kind === 'planning-failed' ? memberOf(last.detail, 'code') : null;
  return typeof code === 'string' ? code : null;
}

/** The plan of a request in sentences; undefined before there is one. */
export async function showPlan(
  { store, policy }: { readonly store: StoreScope; readonly policy: Policy },
  { standing, events }: RequestView,
  language: Language,
): Promise<ShownPlan | undefined> {
  if (standing.kind === 'none') return undefined;
  const record = standing.plan;
  const planned = plannedEvent(record, events);
  const counts = countsFromJson(planned && memberOf(planned, 'counts'));
  const stated = planned && memberOf(planned, 'statedNumberFound');
  const reader = { policy: await policyOfPlan(store, policy, record), language };
  const { plan } = record;
  const found = counts.filter(({ rows }) => rows > 0);
  const byHand = plan.sources.some((part) => part.byHand !== undefined);
  const sentences = explainPlan(plan, counts, reader);
  const kept = keptIn(plan, counts, reader);
  return {
    record,
    counts,
    sentences,
    found: explainSearch(searchFromJson(planned && memberOf(planned, 'search')), { ...reader, proven: true }),
    // A plan says what it does and then, in as many sentences, what it leaves.
    deeds: sentences.slice(0, sentences.length - kept.length),
    kept: kept.map(({ what, groundText, until, rows }) => ({
      what,
      rows,
      ground: groundText,
      until: until === null ? null : Temporal.PlainDate.from(until),
    })),
    // What somebody finds by hand is not known before they looked.
    foundNothing: found.length === 0 && !byHand,
    everythingKept: kept.length > 0 && kept.length === found.length && !byHand,
    statedNumberFound: typeof stated === 'boolean' ? stated : null,
  };
}

function keptIn(
  plan: Plan,
  counts: PlanCounts,
  reader: Reader,
): readonly Pick<KeptRows, 'what' | 'groundText' | 'until' | 'rows'>[] {
  switch (plan.kind) {
    case 'access':
    case 'export':
    case 'gate':
      return [];
    case 'erase':
      return keptRows(plan, erasureCounts(counts), reader);
    case 'rectify':
      return correctionsKept(plan, rectificationCounts(counts), reader);
  }
}

/** What happened, as the person may know it; oldest first. */
export function timelineOf(
  { file, events }: RequestView,
  { erases }: { readonly erases: boolean },
): readonly RequestEvent[] {
  return events.flatMap(({ kind, at, detail }) => {
    // An erasure is answered when its effect was verified, and not before.
    const erased = kind === 'answered' && file.kind === 'erasure' && erases;
    const unasked = kind === 'in-progress' && memberOf(detail, 'proof') === 'not-needed';
    const apart = kind === 'in-progress' && memberOf(detail, 'apart') === true;
    const shown = erased ? answeredErasure : unasked || apart ? takenUp : (shownEvents[kind] ?? []);
    return shown.map((each) => ({ kind: each, at: Temporal.Instant.from(at) }));
  });
}

const answeredErasure: readonly RequestEventKind[] = ['erased', 'done'];
const takenUp: readonly RequestEventKind[] = ['taken-up'];

/** By the kind of a case's event. What is not here is our own business. */
const shownEvents: Readonly<Record<string, readonly RequestEventKind[] | undefined>> = {
  received: ['received'],
  'in-progress': ['verified'],
  planned: ['planned'],
  extended: ['extended'],
  approved: ['approved'],
  'run-started': ['started'],
  'package-made': ['package-ready'],
  downloaded: ['downloaded'],
  answered: ['done'],
  refused: ['refused'],
  withdrawn: ['withdrawn'],
  joined: ['joined'],
};

function stateOf({ state, kind }: CaseFile, standing: PlanStanding): RequestState {
  switch (state) {
    case 'refused':
    case 'withdrawn':
    case 'joined':
      return state;
    case 'answered':
    case 'closed':
      return 'done';
    case 'received':
    case 'identity':
    case 'in-progress':
    case 'extended':
      return planKindOf(kind) === undefined ? 'taken-up' : plannedState(standing);
    default:
      return unreachable(state);
  }
}

function plannedState(standing: PlanStanding): RequestState {
  switch (standing.kind) {
    case 'none':
    case 'failed':
      return 'verified';
    case 'draft':
      return 'planned';
    case 'executed':
      return 'running';
    case 'approved':
      return standing.run === undefined || standing.run.state === 'queued' ? 'approved' : 'running';
  }
}

/** What stands in the timeline of how a plan was made. */
export function plannedEvent({ sealedHash }: PlanRecord, events: readonly CaseEvent[]): Json | undefined {
  return events.findLast(
    ({ kind, detail }) => kind === 'planned' && memberOf(detail, 'sealedHash') === sealedHash,
  )?.detail;
}

// A plan speaks in the words of the policy it was made with; that of today is the best there is when it is gone.
async function policyOfPlan(store: StoreScope, policy: Policy, { plan }: PlanRecord): Promise<Policy> {
  if (plan.policyHash === policy.hash) return policy;
  const version = await readPolicyVersion(store, plan.policyHash);
  return (version && compilePolicy('policy.yaml', version.yaml).policy) ?? policy;
}

import { canonicalJson } from '../base/canonical-json.ts';
import { legalDateOf } from '../base/clock.ts';
import { memberOf } from '../base/json-member.ts';
import type { Language } from '../domain/language.ts';
import type { Plan } from '../plan/plan.ts';
import type { CaseEvent } from '../store/case-event.ts';
import { type PlanRecord, readBindings } from '../store/plan-record.ts';
import { namedCase } from './case-in-hand.ts';
import { requireMaps } from './connect-sources.ts';
import { type CorrectionWait, correctionWait } from './correction-choice.ts';
import { countPlan, countsToJson } from './make-plan.ts';
import { permit } from './permissions.ts';
import { type PlanningContext, planRequest } from './plan-request.ts';
import { plannedEvent, type RequestView, type ShownPlan, showPlan, viewRequest } from './request-view.ts';
import { isStalePlan } from './stale-plan.ts';

export interface ShownRequest extends RequestView {
  /** Undefined while identity is not proven. */
  readonly plan: ShownPlan | undefined;
  /** Of a correction without a plan: what an officer must do first. */
  readonly wait: CorrectionWait | undefined;
}

/**
 * A request with its plan, as an officer decides on it. A plan of an earlier day, an earlier policy or an earlier schema, or by which
 * other rows would be touched now, is made again first, so that what is shown and approved is what would happen today.
 *
 * @throws GestandError `not-found`; what {@link planRequest} throws, `drifted` among it.
 */
export async function showRequest(
  context: PlanningContext,
  { reference, language }: { readonly reference: string; readonly language: Language },
): Promise<ShownRequest> {
  const { actor, store } = context;
  permit(actor, 'show-request');
  const file = await namedCase(store, reference);
  let view = await viewRequest(store, file);
  const today = legalDateOf(store.clock.now()).toString();
  const { standing, state } = view;
  const stale =
    standing.kind === 'draft' &&
    ((await isStale(context, standing.plan.plan, today)) ||
      (await isMiscounted(context, standing.plan, view.events)));
  // What is disputed has no plan, and gets none by being looked at.
  if ((stale || state === 'verified') && correctionWait(view.events)?.kind !== 'disputed') {
    const { kind } = await planRequest(context, { caseId: file.id, again: true });
    view = await viewRequest(store, kind === 'joined' ? await namedCase(store, file.reference) : file);
  }
  const plan = await showPlan(context, view, language);
  return { ...view, plan, wait: plan === undefined ? correctionWait(view.events) : undefined };
}

// A plan for a schema that is gone would be approved, and only then refused by its run.
async function isStale(context: PlanningContext, plan: Plan, today: string): Promise<boolean> {
  return isStalePlan(plan, { today, policy: context.policy, maps: await requireMaps(context) });
}

// Of somebody who shared a row with one who was erased since, more goes now than when their plan was made.
async function isMiscounted(
  { sources, store }: PlanningContext,
  record: PlanRecord,
  events: readonly CaseEvent[],
): Promise<boolean> {
  const { plan, id } = record;
  const planned = plannedEvent(record, events);
  if (plan.kind === 'gate' || planned === undefined) return false;
  const counts = await countPlan(sources, plan, await readBindings(store, id));
  return canonicalJson(countsToJson(counts)) !== canonicalJson(memberOf(planned, 'counts') ?? null);
}

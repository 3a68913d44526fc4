import { legalDateOf } from '../base/clock.ts';
import type { Language } from '../domain/language.ts';
import type { Plan } from '../plan/plan.ts';
import { namedCase } from './case-in-hand.ts';
import { requireMaps } from './connect-sources.ts';
import { type CorrectionWait, correctionWait } from './correction-choice.ts';
import { permit } from './permissions.ts';
import { type PlanningContext, planRequest } from './plan-request.ts';
import { type RequestView, type ShownPlan, showPlan, viewRequest } from './request-view.ts';
import { isStalePlan } from './stale-plan.ts';

export interface ShownRequest extends RequestView {
  /** Undefined while identity is not proven. */
  readonly plan: ShownPlan | undefined;
  /** Of a correction without a plan: what an officer must do first. */
  readonly wait: CorrectionWait | undefined;
}

/**
 * A request with its plan, as an officer decides on it. A plan of an earlier day, an earlier policy or an earlier schema
 * is made again first, so that what is shown and approved is what would happen today.
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
  const stale = standing.kind === 'draft' && (await isStale(context, standing.plan.plan, today));
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

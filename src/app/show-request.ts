import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { Language } from '../domain/language.ts';
import { findCaseByReference } from '../store/case-file.ts';
import { permit } from './permissions.ts';
import { type PlanningContext, planRequest } from './plan-request.ts';
import { type RequestView, type ShownPlan, showPlan, viewRequest } from './request-view.ts';

export interface ShownRequest extends RequestView {
  /** Undefined while identity is not proven. */
  readonly plan: ShownPlan | undefined;
}

/**
 * A request with its plan, as an officer decides on it. A plan of an earlier day or an earlier policy is made again
 * first, so that what is shown and approved is what would happen today.
 *
 * @throws GestandError `not-found`; what {@link planRequest} throws.
 */
export async function showRequest(
  context: PlanningContext,
  { reference, language }: { readonly reference: string; readonly language: Language },
): Promise<ShownRequest> {
  const { actor, store, policy } = context;
  permit(actor, 'show-request');
  const file = await findCaseByReference(store, reference);
  if (file === undefined)
    throw new GestandError('not-found', `There is no request ${reference.trim()}. See "gestand requests".`);
  let view = await viewRequest(store, file);
  const today = legalDateOf(store.clock.now()).toString();
  const { standing, state } = view;
  const stale =
    standing.kind === 'draft' &&
    (standing.plan.plan.on !== today || standing.plan.plan.policyHash !== policy.hash);
  if (stale || state === 'verified') {
    await planRequest(context, { caseId: file.id, again: true });
    view = await viewRequest(store, file);
  }
  return { ...view, plan: await showPlan(context, view, language) };
}

import type { Clock } from '../base/clock.ts';
import { legalDateOf } from '../base/clock.ts';
import type { Language } from '../domain/language.ts';
import type { PlanKind } from '../plan/plan.ts';
import type { SourcesContext } from './context.ts';
import { explainPlan, type MadePlan, makePlan } from './make-plan.ts';
import { type Actor, permit } from './permissions.ts';

export interface PreviewPlanInput {
  readonly kind: PlanKind;
  readonly email: string;
  readonly language: Language;
}

export interface PlanPreview {
  readonly made: MadePlan;
  readonly sentences: readonly string[];
}

/**
 * What would be done for somebody, in sentences with numbers. Nothing is kept and nothing changes; needs no store.
 *
 * @throws what {@link makePlan} throws.
 */
export async function previewPlan(
  context: SourcesContext & { readonly actor: Actor; readonly clock: Clock },
  { kind, email, language }: PreviewPlanInput,
): Promise<PlanPreview> {
  permit(context.actor, 'preview-plan');
  const on = legalDateOf(context.clock.now());
  const made = await makePlan(context, { kind, proven: { kind: 'email', value: email }, language, on });
  return { made, sentences: explainPlan(made.plan, made.counts, { policy: context.policy, language }) };
}

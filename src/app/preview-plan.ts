import type { Clock } from '../base/clock.ts';
import { legalDateOf } from '../base/clock.ts';
import type { Identity } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import { explainSearch, type Search } from '../plan/explain-search.ts';
import type { ShownPlanKind } from '../plan/plan.ts';
import type { Candidate } from './candidates.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext } from './context.ts';
import { findPerson } from './find-person.ts';
import { explainPlan, type MadePlan, makePlan } from './make-plan.ts';
import { type Actor, permit } from './permissions.ts';
import { settleByGiven } from './settle-person.ts';

export interface PreviewPlanInput {
  readonly kind: Exclude<ShownPlanKind, 'rectify'>;
  /** By what the person is known: at least one identity. */
  readonly given: readonly Identity[];
  readonly language: Language;
}

export type PlanPreview =
  | {
      readonly kind: 'planned';
      readonly made: MadePlan;
      readonly search: Search;
      /** How the person was found. */
      readonly found: readonly string[];
      readonly sentences: readonly string[];
    }
  /** Several people carry what was given, so there is no plan. */
  | { readonly kind: 'ask'; readonly candidates: readonly Candidate[] };

/**
 * What would be done for somebody, in sentences with numbers. Nothing is kept and nothing changes; needs no store.
 *
 * @throws what {@link findPerson} and {@link makePlan} throw; GestandError `drifted` when the policy no longer fits a source.
 */
export async function previewPlan(
  context: SourcesContext & { readonly actor: Actor; readonly clock: Clock },
  { kind, given, language }: PreviewPlanInput,
): Promise<PlanPreview> {
  permit(context.actor, 'preview-plan');
  const { policy, sources, clock } = context;
  const maps = await requireMaps(context);
  const person = settleByGiven(await findPerson(sources, maps, given), given);
  if (person.kind === 'ask') return person;
  const on = legalDateOf(clock.now());
  const made = await makePlan(context, { maps, person }, { kind, language, on });
  const { search } = person;
  return {
    kind: 'planned',
    made,
    search,
    found: explainSearch(search, { policy, language, proven: false }),
    sentences: explainPlan(made.plan, made.counts, { policy, language }),
  };
}

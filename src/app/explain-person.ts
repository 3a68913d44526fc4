import { type Clock, legalDateOf } from '../base/clock.ts';
import type { Identity } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import type { PlanKind } from '../plan/plan.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext } from './context.ts';
import { type FoundBy, type FoundRow, findPerson } from './find-person.ts';
import { explainPlan, type PlanCounts, planFor } from './make-plan.ts';
import { type Actor, permit } from './permissions.ts';

/** Where somebody is, how they were found, and what each right would do. Holds who they are: it is not kept and not logged. */
export interface ExplainedPerson {
  readonly identities: readonly Identity[];
  readonly rows: readonly (Pick<FoundRow, 'source' | 'table'> & FoundBy)[];
  readonly rights: Readonly<
    Record<PlanKind, { readonly counts: PlanCounts; readonly sentences: readonly string[] }>
  >;
}

/**
 * Looks for somebody in every source and says what access and erasure would do for them. Keeps nothing, changes nothing.
 *
 * @throws what `makePlan` throws.
 */
export async function explainPerson(
  context: SourcesContext & { readonly actor: Actor; readonly clock: Clock },
  { email, language }: { readonly email: string; readonly language: Language },
): Promise<ExplainedPerson> {
  permit(context.actor, 'explain-person');
  const { policy, sources, clock } = context;
  const on = legalDateOf(clock.now());
  const maps = await requireMaps(context);
  const person = await findPerson(sources, maps, { kind: 'email', value: email });
  const right = async (kind: PlanKind) => {
    const { plan, counts } = await planFor(context, { maps, person }, { kind, language, on });
    return { counts, sentences: explainPlan(plan, counts, { policy, language }) };
  };
  return {
    identities: person.identities,
    rows: person.rows.flatMap(({ source, table }, i) => {
      const trail = person.trail[i];
      return trail === undefined ? [] : [{ source, table, ...trail }];
    }),
    rights: { access: await right('access'), erase: await right('erase') },
  };
}

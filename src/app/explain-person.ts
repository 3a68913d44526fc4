import { type Clock, legalDateOf } from '../base/clock.ts';
import type { Identity } from '../domain/identity.ts';
import type { Language } from '../domain/language.ts';
import { explainSearch } from '../plan/explain-search.ts';
import type { Candidate } from './candidates.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext } from './context.ts';
import { findPerson, knownAs } from './find-person.ts';
import type { FoundRow } from './found-row.ts';
import { explainPlan, makePlan, type PlanCounts } from './make-plan.ts';
import { type Actor, permit } from './permissions.ts';
import { settleByGiven } from './settle-person.ts';

/** Where somebody is, how they were found, and what each right would do. Holds who they are: it is not kept and not logged. */
export type ExplainedPerson =
  | {
      readonly kind: 'settled';
      readonly identities: readonly Identity[];
      readonly rows: readonly FoundRow[];
      /** How they were found. */
      readonly found: readonly string[];
      readonly rights: Readonly<
        Record<'access' | 'erase', { readonly counts: PlanCounts; readonly sentences: readonly string[] }>
      >;
    }
  /** Several people carry what was given: of whom nothing is said. */
  | { readonly kind: 'ask'; readonly candidates: readonly Candidate[] };

export interface ExplainPersonInput {
  /** By what the person is known: at least one identity. */
  readonly given: readonly Identity[];
  /** `any`: what was given is one identity, of a kind that is not known. */
  readonly needed?: 'all' | 'any';
  readonly language: Language;
}

/**
 * Looks for somebody in every source and says what access and erasure would do for them. Keeps nothing, changes nothing.
 *
 * @throws what `findPerson` and `makePlan` throw; GestandError `drifted` when the policy no longer fits a source.
 */
export async function explainPerson(
  context: SourcesContext & { readonly actor: Actor; readonly clock: Clock },
  { given, needed = 'all', language }: ExplainPersonInput,
): Promise<ExplainedPerson> {
  permit(context.actor, 'explain-person');
  const { policy, sources, clock } = context;
  const on = legalDateOf(clock.now());
  const maps = await requireMaps(context);
  const person = settleByGiven(await findPerson(sources, maps, given), given, needed);
  if (person.kind === 'ask') return person;
  const right = async (kind: 'access' | 'erase') => {
    const { plan, counts } = await makePlan(context, { maps, person }, { kind, language, on });
    return { counts, sentences: explainPlan(plan, counts, { policy, language }) };
  };
  return {
    kind: 'settled',
    identities: knownAs(person.rows),
    rows: person.rows,
    found: explainSearch(person.search, { policy, language, proven: false }),
    rights: { access: await right('access'), erase: await right('erase') },
  };
}

import { manualSource } from '../plan/by-hand.ts';
import type { RectifyPlan } from '../plan/plan.ts';
import type { Policy } from '../policy/policy.ts';
import type { WorkOutcome } from '../report/hand-outcome.ts';

/** Which corrections of a plan somebody attested with one of these outcomes: those of a category that their system holds. */
export function correctedByHand(
  policy: Policy,
  { corrections }: Pick<RectifyPlan, 'corrections'>,
  attested: readonly WorkOutcome[],
  outcomes: readonly WorkOutcome['outcome'][],
): ReadonlySet<number> {
  const held = new Set(
    attested
      .filter(({ outcome }) => outcomes.includes(outcome))
      .flatMap(({ source }) => manualSource(policy, source)?.categories ?? []),
  );
  return new Set([...corrections.keys()].filter((index) => held.has(corrections[index]?.category ?? '')));
}

/**
 * How a promise stands today. `unproven`, no fresh evidence, is shown as loudly as `broken`: it is the
 * controller who has to prove (GDPR art. 5(2)).
 */
export const promiseStates = ['broken', 'unproven', 'at-risk', 'kept'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** How many there are in each state. */
export type PromiseCounts = Readonly<Record<PromiseState, number>>;

/** Counts states; a state nobody is in counts nought. */
export function countStates(states: Iterable<PromiseState>): PromiseCounts {
  const counts = { broken: 0, unproven: 0, 'at-risk': 0, kept: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}

/**
 * Where a case stands. `extended`: the person was told within a month that it takes longer (art. 12(3)). `joined`: an earlier case
 * of the same person asks the same, and answers both.
 */
export const caseStates = [
  'received',
  'identity',
  'in-progress',
  'extended',
  'answered',
  'refused',
  'withdrawn',
  'joined',
  'closed',
] as const;
export type CaseState = (typeof caseStates)[number];

/**
 * From where a case may go where, for every kind of case. What is not here does not happen: nothing is answered that was
 * not taken up, and nothing is told to somebody whose identity is in doubt. An answer or refusal that the person does not
 * accept is taken up again, and so is a case that should not have been joined with another; what was withdrawn or closed is
 * over, and a new wish is a new case.
 */
export const caseTransitions = {
  received: ['identity', 'in-progress', 'withdrawn', 'closed'],
  identity: ['in-progress', 'refused', 'withdrawn', 'closed'],
  'in-progress': ['identity', 'extended', 'answered', 'refused', 'withdrawn', 'joined'],
  extended: ['identity', 'answered', 'refused', 'withdrawn'],
  answered: ['in-progress', 'closed'],
  refused: ['in-progress', 'closed'],
  withdrawn: ['closed'],
  joined: ['in-progress', 'closed'],
  closed: [],
} as const satisfies Readonly<Record<CaseState, readonly CaseState[]>>;

type Transitions = typeof caseTransitions;

/** The states from which a case may come to one: a move from another does not compile. */
export type CaseStateBefore<To extends CaseState> = {
  [From in CaseState]: To extends Transitions[From][number] ? From : never;
}[CaseState];

/** Whether a case may go from one state to another, for states that are known only when it runs. */
export function mayMove(from: CaseState, to: CaseState): boolean {
  const next: readonly CaseState[] = caseTransitions[from];
  return next.includes(to);
}

/** The states in which nobody knows yet who asks, or no longer: nothing is done or told. */
export const unprovenStates = ['received', 'identity'] as const satisfies readonly CaseState[];

export function isUnproven(state: CaseState): state is (typeof unprovenStates)[number] {
  return (unprovenStates as readonly CaseState[]).includes(state);
}

/** The states in which a case is worked on: whose it is was proven, and it was not ended. */
export const workedOnStates = ['in-progress', 'extended'] as const satisfies readonly CaseState[];

export function isWorkedOn(state: CaseState): state is (typeof workedOnStates)[number] {
  return (workedOnStates as readonly CaseState[]).includes(state);
}

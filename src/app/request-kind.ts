import { type CaseKind, caseKinds } from '../domain/case-file.ts';
import { answerDeadline, complaintDeadline, type MonthDeadline } from '../law/deadlines.ts';
import type { ShownPlanKind } from '../plan/plan.ts';
import type { CaseFile } from '../store/case-file.ts';
import type { StoreScope } from '../store/store.ts';
import type { PolicyContext } from './context.ts';
import { markAtOnce } from './mark-at-once.ts';

/** What is done with a kind of case, from the moment it comes in. */
export interface RequestKind {
  /**
   * What makes the answer: a plan of that kind, or somebody who writes it. A case that no plan answers waits, once it is
   * taken up, for an officer.
   */
  readonly answeredBy: ShownPlanKind | 'officer';
  /** One of the rights of art. 15–22 and 7(3): the law sets its term, and lets it be extended. */
  readonly right: boolean;
  readonly deadline: (receivedAt: Temporal.Instant) => MonthDeadline;
  /** What cannot wait for an answer. Runs in the transaction in which the case is taken up. */
  readonly atOnce?: EffectAtOnce;
}

export type EffectAtOnce = (
  context: Pick<PolicyContext, 'policy' | 'publicUrl'> & { readonly store: StoreScope },
  file: CaseFile,
) => Promise<void>;

const right = { answeredBy: 'officer', right: true, deadline: answerDeadline } as const;
const stopping = { ...right, atOnce: markAtOnce } as const;
const letter = {
  answeredBy: 'officer',
  right: false,
  deadline: answerDeadline,
} as const;

/** Where a kind of case meets what answers it: a kind that a plan answers from now on is one line here. */
export const requestKinds: Readonly<Record<CaseKind, RequestKind>> = {
  access: { ...right, answeredBy: 'access' },
  rectification: { ...right, answeredBy: 'rectify' },
  erasure: { ...right, answeredBy: 'erase' },
  restriction: stopping,
  objection: stopping,
  portability: { ...right, answeredBy: 'export' },
  withdrawal: stopping,
  question: letter,
  'security-information': letter,
  complaint: { ...letter, deadline: complaintDeadline },
};

/** The kind of plan that answers a kind of case; undefined when somebody writes the answer. */
export function planKindOf(kind: CaseKind): ShownPlanKind | undefined {
  const { answeredBy } = requestKinds[kind];
  return answeredBy === 'officer' ? undefined : answeredBy;
}

/** The kinds of cases that a plan answers. */
export const plannedKinds: readonly CaseKind[] = caseKinds.filter((kind) => planKindOf(kind) !== undefined);

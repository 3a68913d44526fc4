import type { HandledCase } from '../store/handled-case.ts';
import type { Evidence } from './check.ts';
import type { CheckRound } from './round.ts';

/** Whether the answers to cases came from every system there was (art. 15(1): all personal data). */
export interface FanOut {
  /** No plan was carried out to its end, or one that left a system out. */
  readonly incomplete: readonly HandledCase[];
  /** The policy of that day is no longer kept, so nobody knows which systems there were. */
  readonly unknown: readonly HandledCase[];
  readonly evidence: Evidence;
}

const mostIds = 20;

/** `isDone`: whether the run of a case did what this kind of case asks. */
export async function fanOut(
  round: CheckRound,
  cases: readonly HandledCase[],
  isDone: (handled: HandledCase) => boolean,
): Promise<FanOut> {
  const incomplete: HandledCase[] = [];
  const unknown: HandledCase[] = [];
  for (const handled of cases) {
    const { plan } = handled;
    if (plan === null || plan.runId === null || !isDone(handled)) {
      incomplete.push(handled);
      continue;
    }
    const policy = await round.policyOf(plan.policyHash);
    if (policy === null) unknown.push(handled);
    else if (policy.sources.some(({ id }) => !plan.sources.includes(id))) incomplete.push(handled);
  }
  const evidence = {
    checked: cases.length,
    incomplete: incomplete.slice(0, mostIds).map(({ id }) => id),
    unknown: unknown.slice(0, mostIds).map(({ id }) => id),
  };
  return { incomplete, unknown, evidence };
}

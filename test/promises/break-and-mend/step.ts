import type { Verdict } from '../../../src/promises/check.ts';
import type { PromiseContext } from '../../../src/promises/promise-context.ts';
import type { ExamplePromises } from '../example-promises.ts';

/** As `toMatchObject` takes it. */
type Expected = Readonly<Record<string, unknown>>;

/** What a check must say at this moment, before the next thing happens. */
export interface Step {
  readonly state: Verdict['state'];
  /** Which ids and counts it must name. */
  readonly evidence: Expected;
  /** What is looked at otherwise than in the rest of the test. */
  readonly context: Partial<PromiseContext>;
}

/**
 * A promise in the example's real databases: brought to kept, broken by what breaks it in life, and mended. Between two things
 * that happen it yields what the check must say.
 */
export type BreakAndMend = (world: ExamplePromises) => AsyncGenerator<Step>;

export function kept(evidence: Expected = {}, context: Partial<PromiseContext> = {}): Step {
  return { state: 'kept', evidence, context };
}

/** Always with what breaks it. */
export function broken(evidence: Expected, context: Partial<PromiseContext> = {}): Step {
  return { state: 'broken', evidence, context };
}

export function atRisk(evidence: Expected): Step {
  return { state: 'at-risk', evidence, context: {} };
}

export const unproven: Step = { state: 'unproven', evidence: {}, context: {} };

import type { Json } from '../base/canonical-json.ts';
import type { TaskId } from '../base/ids.ts';
import type { RunStep } from '../store/run-step.ts';
import type { StoreScope } from '../store/store.ts';
import type { CurrentRun } from './current-run.ts';

/** What a step did, for the journal. */
export interface StepDone {
  /** Identifiers of ours and counts; it becomes part of the receipt. */
  readonly result: Json;
  /** For the ledger: the same, but bounded. */
  readonly detail: Readonly<Record<string, Json>>;
  /** What must be in our store together with the step's completion. */
  readonly together?: (inside: StoreScope) => Promise<void>;
}

/** The step cannot end before somebody attested a task. Nothing was done. */
export interface StepWaits {
  readonly waitsFor: TaskId;
}

/** A step as it begins, or begins again, with all steps of its run as they were. */
export interface StepTurn {
  readonly step: RunStep;
  readonly steps: readonly RunStep[];
}

/**
 * Carries a step out. It may be called again after any interruption, so it finds out by itself what an earlier call
 * came to.
 */
export type CarryOut = (run: CurrentRun, turn: StepTurn) => Promise<StepDone | StepWaits>;

import type { Json } from '../base/canonical-json.ts';
import { hashOf } from '../base/hash.ts';
import type { PlanId, RunId } from '../base/ids.ts';
import type { PlanKind } from '../plan/plan.ts';
import { type PlanRecord, readPlan } from '../store/plan-record.ts';
import { readRun } from '../store/run.ts';
import { listSteps, type RunStep } from '../store/run-step.ts';
import type { StoreScope } from '../store/store.ts';

/** What a run did, step by step: counts and identifiers of ours. Its hash stands in the ledger. */
export interface Receipt {
  readonly format: 1;
  readonly runId: RunId;
  readonly planId: PlanId;
  readonly kind: PlanKind;
  readonly people: number;
  /** Of the plan that was approved. */
  readonly sealedHash: string;
  readonly policyHash: string;
  readonly steps: readonly { readonly name: string; readonly result: Json }[];
}

export function receiptOf(runId: RunId, record: PlanRecord, steps: readonly RunStep[]): Receipt {
  const { id, plan, sealedHash } = record;
  return {
    format: 1,
    runId,
    planId: id,
    kind: plan.kind,
    people: plan.people,
    sealedHash,
    policyHash: plan.policyHash,
    steps: steps.map(({ name, result }) => ({ name, result })),
  };
}

/** SHA-256 over the receipt's canonical JSON. */
export function receiptHash(receipt: Receipt): string {
  return hashOf({ ...receipt, steps: receipt.steps.map((step) => ({ ...step })) });
}

/** The receipt of a completed run, as the journal has it; undefined for any other run. */
export async function readReceipt(scope: StoreScope, runId: RunId): Promise<Receipt | undefined> {
  const run = await readRun(scope, runId);
  const record = run?.state === 'completed' ? await readPlan(scope, run.planId) : undefined;
  return record && receiptOf(runId, record, await listSteps(scope, runId));
}

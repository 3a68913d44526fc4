import { legalDateOf } from '../base/clock.ts';
import type { Localised } from '../domain/language.ts';
import { manualSource } from '../plan/by-hand.ts';
import type { PlanKind } from '../plan/plan.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { ManualSource, Policy } from '../policy/policy.ts';
import { readCase } from '../store/case-file.ts';
import { readPlan } from '../store/plan-record.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import { readRun } from '../store/run.ts';
import type { StoreScope } from '../store/store.ts';
import type { Task } from '../store/task.ts';

/** A task as an officer sees it: nothing of the person it is about. */
export interface ViewedTask {
  readonly task: Task;
  /** Of the case; null for a plan that no case asked for. */
  readonly reference: string | null;
  readonly system: Localised;
  readonly owner: ManualSource['owner'] | null;
  readonly instructions: Localised | null;
  readonly dueOn: Temporal.PlainDate;
  /** Until that day; negative when it has passed. */
  readonly daysLeft: number;
}

const instructionsFor: Readonly<Record<PlanKind, keyof ManualSource['instructions']>> = {
  access: 'access',
  // Asked of nobody: the right is about automated processing alone.
  export: 'access',
  erase: 'erasure',
  rectify: 'rectification',
};

/** In the words of the policy that the plan was made with. */
export async function viewTask(store: StoreScope, policy: Policy, task: Task): Promise<ViewedTask> {
  const file = task.caseId === null ? undefined : await readCase(store, task.caseId);
  const manual = await systemOf(store, policy, task);
  const dueOn = Temporal.PlainDate.from(task.dueOn);
  return {
    task,
    reference: file?.reference ?? null,
    system: manual?.name ?? { nl: task.source, en: task.source },
    owner: manual?.owner ?? null,
    instructions: manual?.instructions[instructionsFor[task.asks]] ?? null,
    dueOn,
    daysLeft: legalDateOf(store.clock.now()).until(dueOn).days,
  };
}

async function systemOf(store: StoreScope, policy: Policy, task: Task): Promise<ManualSource | undefined> {
  const run = await readRun(store, task.runId);
  const hash = run === undefined ? undefined : (await readPlan(store, run.planId))?.plan.policyHash;
  if (hash === undefined || hash === policy.hash) return manualSource(policy, task.source);
  const version = await readPolicyVersion(store, hash);
  const then = version === undefined ? null : compilePolicy('policy.yaml', version.yaml).policy;
  return manualSource(then ?? policy, task.source);
}

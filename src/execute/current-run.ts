import { hasErrors } from '../base/diagnostic.ts';
import { GestandError } from '../base/error.ts';
import { catalogHash } from '../catalog/catalog.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { isWorkedOn } from '../domain/case-state.ts';
import type { LedgerSubjects } from '../ledger/entry.ts';
import type { Bindings, Plan, SourceBindings } from '../plan/plan.ts';
import { isSealedBy } from '../plan/seal.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { Source } from '../sources/source.ts';
import type { CaseFile } from '../store/case-file.ts';
import { type PlanRecord, readBindings, readPlan } from '../store/plan-record.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import { type HeldRun, listRunsOfPlan } from '../store/run.ts';
import type { RunStep } from '../store/run-step.ts';
import type { ExecuteContext } from './execute-context.ts';
import { answersSeveral, boundTo, casesOf, leaveOutEnded, type RunCase } from './run-cases.ts';
import { RunFailure } from './run-failure.ts';
import { refuseUndeliverable } from './run-steps.ts';

/** A run this node holds, with everything it was approved with. */
export interface CurrentRun {
  readonly context: ExecuteContext;
  readonly held: HeldRun;
  readonly record: PlanRecord;
  readonly bindings: Bindings;
  /** The one the plan was made with. */
  readonly policy: Policy;
  /** Null for a plan that no case asked for, and for one that answers several. */
  readonly caseFile: CaseFile | null;
  /** All that it answers: one, several, or none. */
  readonly cases: readonly RunCase[];
  /** Its plan was made for several cases, also when they were left out since. */
  readonly several: boolean;
  /** For its ledger entries. */
  readonly subjects: LedgerSubjects;
}

/**
 * Reads what was approved, and refuses anything else.
 *
 * @throws GestandError not-approved; drifted when the plan, its people or the policy are not what was approved.
 */
export async function readCurrentRun(
  context: ExecuteContext,
  held: HeldRun,
  steps: readonly RunStep[],
): Promise<CurrentRun> {
  const { store } = context;
  const record = await readPlan(store, held.planId);
  if (record?.state !== 'approved')
    throw new GestandError('not-approved', `Plan ${held.planId} is not approved, so it does not run.`);
  const bindings = await readBindings(store, held.planId);
  if (!isSealedBy(record.sealedHash, record.plan, bindings))
    throw new GestandError('drifted', `Plan ${held.planId} is not what was approved. Make it again.`);
  refuseUndeliverable(record);
  const planned = await casesOf(store, record);
  const several = await answersSeveral(store, record);
  const caseFile = several ? null : (planned[0]?.file ?? null);
  const untouched = steps.every(({ state }) => state !== 'completed');
  if (untouched) await refuseSuperfluous(context, held, { caseFile, plan: record.plan });
  const cases = several && untouched ? await leaveOutEnded(store, record, planned) : planned;
  return {
    context,
    held,
    record,
    bindings: several ? boundTo(bindings, cases) : bindings,
    policy: await policyOf(context, record, untouched),
    caseFile,
    cases,
    several,
    subjects: {
      runId: held.id,
      planId: held.planId,
      ...(record.caseId === null ? {} : { caseId: record.caseId }),
    },
  };
}

/**
 * Looks whether the sources still have the shape that the plan was made for, before any of them is touched.
 *
 * @throws RunFailure drifted, with the source. GestandError source-unreachable.
 */
export async function refuseDrift(run: CurrentRun, steps: readonly RunStep[]): Promise<void> {
  const open = steps.filter(({ state }) => state !== 'completed').map(({ name }) => name);
  const all = ['package', 'pack', 'identify'].some((name) => open.includes(name));
  const touching = ['erase', 'rectify', 'verify', 'mark', 'look'];
  await Promise.all(
    run.record.plan.sources
      .filter(({ source }) => all || touching.some((kind) => open.includes(`${kind}:${source}`)))
      .map(async ({ source, catalogHash: planned }) => {
        const catalog = await sourceOf(run, source).introspect();
        if (catalogHash(catalog) === planned) return;
        throw new RunFailure('drifted', {
          message: `Source ${source} has changed since plan ${run.record.id} was made. Make a new plan.`,
          detail: { source },
        });
      }),
  );
}

/** The run as it concerns one of its cases. */
export function ofCase(run: CurrentRun, file: CaseFile): CurrentRun {
  return { ...run, caseFile: file, subjects: { ...run.subjects, caseId: file.id } };
}

/** @throws GestandError bad-configuration when no such source is connected any more. */
export function sourceOf({ context }: CurrentRun, id: string): Source {
  const source = context.sources.get(id);
  if (source === undefined)
    throw new GestandError(
      'bad-configuration',
      `Source ${id} of the plan is not connected. Connect it again.`,
    );
  return source;
}

/** @throws GestandError bad-configuration when the source has not been mapped since this process began. */
export function mapOf({ context }: CurrentRun, id: string): DataMap {
  const map = context.maps.get(id);
  if (map === undefined)
    throw new GestandError(
      'bad-configuration',
      `Source ${id} of the plan has no data map. Check its policy.`,
    );
  return map;
}

export function bindingsOf({ bindings }: CurrentRun, source: string): SourceBindings {
  return bindings.sources[source] ?? {};
}

// Of runs of one plan the first alone does anything; and nothing is begun for who withdrew their request.
async function refuseSuperfluous(
  { store }: ExecuteContext,
  { id, planId }: HeldRun,
  { caseFile, plan }: { readonly caseFile: CaseFile | null; readonly plan: Plan },
): Promise<void> {
  const runs = await listRunsOfPlan(store, planId);
  const first = runs.find(({ state }) => state !== 'failed');
  if (first !== undefined && first.id !== id)
    throw new GestandError('conflict', `Plan ${planId} is carried out by run ${first.id} already.`);
  if (caseFile !== null && !mayRun(plan, caseFile))
    throw new GestandError('conflict', `Case ${caseFile.id} is ${caseFile.state}; its plan does not run.`);
}

// Marks are set before anybody proved who they are, where the law says at once; and lifted after the case was answered.
function mayRun(plan: Plan, { state }: CaseFile): boolean {
  if (plan.kind !== 'gate') return isWorkedOn(state);
  return plan.change !== 'set' || state !== 'withdrawn';
}

// What has begun is finished in the words and terms it was approved in, also when the policy changed meanwhile.
async function policyOf(
  { store, policy }: ExecuteContext,
  { id, plan }: PlanRecord,
  untouched: boolean,
): Promise<Policy> {
  if (plan.policyHash === policy.hash) return policy;
  const version = untouched ? undefined : await readPolicyVersion(store, plan.policyHash);
  const compiled = version === undefined ? null : compilePolicy('policy.yaml', version.yaml);
  if (compiled === null || compiled.policy === null || hasErrors(compiled.diagnostics))
    throw new GestandError('drifted', `The policy has changed since plan ${id} was made. Make a new plan.`);
  return compiled.policy;
}

import type { CaseId } from '../base/ids.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { leaveOut } from '../store/plan-case.ts';
import { supersedePlan } from '../store/plan-record.ts';
import { holdBackRun, recallRun } from '../store/run.ts';
import type { StoreScope } from '../store/store.ts';
import { planStanding } from './plan-standing.ts';

/**
 * Sees to it that an approved plan of a case is not carried out; a plan of several is, for the others. In the transaction that locked the
 * case, as approving does: one comes before the other.
 *
 * @param why a code that stays with the run.
 * @returns false when the plan is being carried out, or was: nothing is called back then.
 */
export async function callBackPlan(inside: StoreScope, caseId: CaseId, why: string): Promise<boolean> {
  const standing = await planStanding(inside, caseId);
  if (standing.kind === 'executed') return false;
  if (standing.kind !== 'approved') return true;
  const { plan, run } = standing;
  if (run === undefined || !(await holdBackRun(inside, run.id))) return false;
  if (plan.caseId === null) {
    await leaveOut(inside, plan.id, { caseIds: [caseId], why: 'ended' });
    return true;
  }
  await recallRun(inside, run.id, why);
  await supersedePlan(inside, plan.id);
  await appendLedgerEntry(inside, {
    kind: 'run-closed',
    subjects: { caseId, planId: plan.id, runId: run.id },
    detail: { state: 'failed', failureCode: why },
  });
  return true;
}

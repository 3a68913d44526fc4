import { GestandError } from '../base/error.ts';
import type { CaseId, PlanId, RunId } from '../base/ids.ts';
import { caseStanding } from '../domain/case-standing.ts';
import { isWorkedOn } from '../domain/case-state.ts';
import { queuePlan } from '../execute/run-steps.ts';
import { appendCaseEvent, listCaseEvents } from '../store/case-event.ts';
import { readCase } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { approvePlan as approve } from '../store/plan-record.ts';
import { withTransaction } from '../store/transaction.ts';
import type { Dispatch, StoreContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { openProposal, refusalIsProposed } from './proposed-refusal.ts';

export interface ApprovePlanInput {
  readonly caseId: CaseId;
  readonly planId: PlanId;
  /** The hash of what the officer was shown. */
  readonly sealedHash: string;
}

/**
 * Approves the plan that was shown, and puts its run in the queue in the same transaction.
 *
 * @throws GestandError `drifted` when the plan has another hash; `conflict` when the request was withdrawn, somebody proposed to refuse
 * it, or the plan is no draft any more.
 */
export async function approvePlan(
  context: StoreContext & { readonly dispatch: Dispatch },
  { caseId, planId, sealedHash }: ApprovePlanInput,
): Promise<{ readonly runId: RunId }> {
  const { actor, store, dispatch } = context;
  permit(actor, 'approve-plan');
  const approvedBy = actorName(actor);
  const runId = await withTransaction(store, async (inside) => {
    // First the event, which locks the case: a withdrawal comes before this or finds the plan approved.
    await appendCaseEvent(inside, caseId, {
      kind: 'approved',
      actor: approvedBy,
      detail: { planId, sealedHash },
    });
    const file = await readCase(inside, caseId);
    if (file === undefined) throw new GestandError('not-found', `There is no case ${caseId}.`);
    if (!isWorkedOn(file.state))
      throw new GestandError(
        'conflict',
        `${file.reference} ${caseStanding(file)}, so its plan is not approved.`,
      );
    const proposal = openProposal(file, await listCaseEvents(inside, caseId));
    if (proposal !== undefined) throw refusalIsProposed(file.reference, proposal);
    const plan = await approve(inside, planId, { sealedHash, approvedBy });
    if (plan.caseId !== caseId)
      throw new GestandError('conflict', `Plan ${planId} is of another case. Look at it again.`);
    await appendLedgerEntry(inside, {
      kind: 'plan-approved',
      subjects: { caseId, planId },
      detail: { sealedHash, by: approvedBy },
    });
    return (await queuePlan(inside, planId)).id;
  });
  await dispatch(runId);
  return { runId };
}

import { GestandError } from '../base/error.ts';
import type { PlanId, RunId } from '../base/ids.ts';
import { isWorkedOn } from '../domain/case-state.ts';
import { queuePlan } from '../execute/run-steps.ts';
import { appendCaseEvent, listCaseEvents } from '../store/case-event.ts';
import { readCase } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { linkCases, lockCase, type PlanCase } from '../store/plan-case.ts';
import { approvePlan, keepPlan, supersedeDrafts } from '../store/plan-record.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import type { Dispatch, StoreContext } from './context.ts';
import { countsToJson } from './make-plan.ts';
import type { MergedPlans } from './merge-plans.ts';
import type { MergedCase } from './own-draft.ts';
import { actorName, permit } from './permissions.ts';
import { planStanding } from './plan-standing.ts';
import { openProposal } from './proposed-refusal.ts';

/**
 * Approves the one plan that was shown for many cases, and puts its run in the queue in the same transaction. Each case
 * has its own entries in its timeline and in the ledger. A case that was withdrawn, got another plan or is to be refused since
 * is left out; the others go on.
 *
 * @throws GestandError `conflict` when none of them is as it was.
 */
export async function approveMany(
  context: StoreContext & { readonly dispatch: Dispatch },
  { cases, made }: Pick<MergedPlans, 'cases'> & { readonly made: NonNullable<MergedPlans['made']> },
): Promise<{ readonly planId: PlanId; readonly runId: RunId; readonly approved: number }> {
  const { actor, store, dispatch } = context;
  permit(actor, 'approve-many');
  const by = actorName(actor);
  const { plan, sealedHash, bindings, counts } = made;
  const queued = await withTransaction(store, async (inside) => {
    const { id: planId } = await keepPlan(inside, { plan, sealedHash, bindings });
    await appendLedgerEntry(inside, {
      kind: 'plan-sealed',
      subjects: { planId },
      detail: {
        sealedHash,
        plan: plan.kind,
        on: plan.on,
        policyHash: plan.policyHash,
        rows: counts.reduce((sum, { rows }) => sum + rows, 0),
        cases: cases.length,
      },
    });
    const linked = new Map<MergedCase, PlanCase['leftOut']>();
    // In one order, so that two officers at once wait for each other and not for ever.
    for (const one of cases.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1)))
      linked.set(one, await approveFor(inside, one, { planId, sealedHash, by }));
    const approved = [...linked.values()].filter((leftOut) => leftOut === null).length;
    if (approved === 0)
      throw new GestandError('conflict', 'None of these requests is as it was shown. Look at them again.');
    await linkCases(
      inside,
      planId,
      cases.map((one, person) => ({
        caseId: one.caseId,
        person,
        counts: countsToJson(one.counts),
        leftOut: linked.get(one) ?? null,
      })),
    );
    await approvePlan(inside, planId, { sealedHash, approvedBy: by });
    return { planId, runId: (await queuePlan(inside, planId)).id, approved };
  });
  await dispatch(queued.runId);
  return queued;
}

/** Null when the case is answered by the plan. */
async function approveFor(
  inside: StoreScope,
  { caseId, sealedHash: own, planned }: MergedCase,
  { planId, sealedHash, by }: { readonly planId: PlanId; readonly sealedHash: string; readonly by: string },
): Promise<PlanCase['leftOut']> {
  // A withdrawal comes before this or finds the plan approved.
  await lockCase(inside, caseId);
  const file = await readCase(inside, caseId);
  const standing = await planStanding(inside, caseId);
  const asShown = standing.kind === 'draft' && standing.plan.sealedHash === own;
  if (file === undefined || !isWorkedOn(file.state) || !asShown) return 'ended';
  if (openProposal(file, await listCaseEvents(inside, caseId)) !== undefined) return 'ended';
  await supersedeDrafts(inside, caseId);
  await appendCaseEvent(inside, caseId, { kind: 'planned', actor: by, detail: { ...planned, sealedHash } });
  await appendCaseEvent(inside, caseId, { kind: 'approved', actor: by, detail: { planId, sealedHash } });
  await appendLedgerEntry(inside, {
    kind: 'plan-approved',
    subjects: { caseId, planId },
    detail: { sealedHash, by },
  });
  return null;
}

import type { CaseId } from '../base/ids.ts';
import { listPlansOfCase, type PlanRecord } from '../store/plan-record.ts';
import { listRunsOfPlan, type Run } from '../store/run.ts';
import type { StoreScope } from '../store/store.ts';

/** How far the plan of a case is. */
export type PlanStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'draft'; readonly plan: PlanRecord }
  | { readonly kind: 'approved'; readonly plan: PlanRecord; readonly run: Run | undefined }
  /** It was approved and could not be carried out; a new plan must be made and approved. */
  | { readonly kind: 'failed'; readonly plan: PlanRecord; readonly run: Run }
  | { readonly kind: 'executed'; readonly plan: PlanRecord };

/** The newest plan of a case that was not superseded, and what became of it. Plans that set marks answer nothing. */
export async function planStanding(store: StoreScope, caseId: CaseId): Promise<PlanStanding> {
  const plan = (await listPlansOfCase(store, caseId)).find(
    ({ state, plan: { kind } }) => state !== 'superseded' && kind !== 'gate',
  );
  if (plan === undefined) return { kind: 'none' };
  switch (plan.state) {
    case 'draft':
      return { kind: 'draft', plan };
    case 'executed':
      return { kind: 'executed', plan };
    case 'superseded':
      return { kind: 'none' };
    case 'approved': {
      const run = (await listRunsOfPlan(store, plan.id)).at(-1);
      return run?.state === 'failed' ? { kind: 'failed', plan, run } : { kind: 'approved', plan, run };
    }
  }
}

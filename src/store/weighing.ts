import type { CaseId } from '../base/ids.ts';
import { encryptText } from './encryption.ts';
import { nowOf, type StoreScope } from './store.ts';

/** What was decided on an objection (GDPR art. 21(1)). */
export interface Weighing {
  readonly caseId: CaseId;
  readonly outcome: 'upheld' | 'rejected';
  /** The id of a member of staff. */
  readonly decidedBy: string;
  readonly decidedAt: string;
}

/** Keeps a decision with its reason, encrypted; a later one on the same case takes its place. */
export async function keepWeighing(
  scope: StoreScope,
  weighing: Omit<Weighing, 'decidedAt'> & { readonly reason: string },
): Promise<void> {
  const { caseId, outcome, decidedBy } = weighing;
  const decided = {
    outcome,
    reason: encryptText(scope.keys, weighing.reason, `weighing.reason:${caseId}`),
    decided_by: decidedBy,
    decided_at: nowOf(scope),
  };
  await scope.db
    .insertInto('weighing')
    .values({ organisation_id: scope.organisationId, case_id: caseId, ...decided })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'case_id']).doUpdateSet(decided))
    .execute();
}

export async function listWeighings(
  scope: StoreScope,
  cases: readonly CaseId[],
): Promise<readonly Weighing[]> {
  if (cases.length === 0) return [];
  const rows = await scope.db
    .selectFrom('weighing')
    .select(['case_id', 'outcome', 'decided_by', 'decided_at'])
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', 'in', cases)
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id as CaseId,
    outcome: row.outcome,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }));
}

/** Removes why, for cases that no longer say whose they were; that it was decided stays. */
export async function removeWeighingReasons(scope: StoreScope, cases: readonly CaseId[]): Promise<void> {
  if (cases.length === 0) return;
  await scope.db
    .updateTable('weighing')
    .set({ reason: null })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', 'in', cases)
    .execute();
}

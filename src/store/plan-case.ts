import { type RawBuilder, sql } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import type { CaseId, PlanId } from '../base/ids.ts';
import type { LeftOut } from './schema.ts';
import type { StoreScope } from './store.ts';

/** One of the cases that a plan answers together. */
export interface PlanCase {
  readonly caseId: CaseId;
  /** Of the people of the plan. */
  readonly person: number;
  /** What is done for them alone, in rows. */
  readonly counts: Json;
  /** Why it is not answered by this plan after all; null: it is. */
  readonly leftOut: LeftOut | null;
}

// PostgreSQL takes at most 65,535 values in a statement, and a row has six.
const batchSize = 5000;

/** Says which cases a plan answers. Belongs in the transaction that keeps the plan. */
export async function linkCases(
  scope: StoreScope,
  planId: PlanId,
  cases: readonly PlanCase[],
): Promise<void> {
  for (let from = 0; from < cases.length; from += batchSize)
    await scope.db
      .insertInto('plan_case')
      .values(
        cases.slice(from, from + batchSize).map(({ caseId, person, counts, leftOut }) => ({
          organisation_id: scope.organisationId,
          plan_id: planId,
          case_id: caseId,
          person,
          counts: JSON.stringify(counts),
          left_out: leftOut,
        })),
      )
      .execute();
}

/** The cases of a plan that answers several together, by person; empty for a plan of one case, or of none. */
export async function listPlanCases(scope: StoreScope, planId: PlanId): Promise<readonly PlanCase[]> {
  const rows = await scope.db
    .selectFrom('plan_case')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('plan_id', '=', planId)
    .orderBy('person')
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id as CaseId,
    person: row.person,
    counts: row.counts,
    leftOut: row.left_out,
  }));
}

/** Takes a case out of a plan: it is not answered by it, and is planned again where it is still open. */
export async function leaveOut(
  scope: StoreScope,
  planId: PlanId,
  { caseIds, why }: { readonly caseIds: readonly CaseId[]; readonly why: LeftOut },
): Promise<void> {
  if (caseIds.length === 0) return;
  await scope.db
    .updateTable('plan_case')
    .set({ left_out: why })
    .where('organisation_id', '=', scope.organisationId)
    .where('plan_id', '=', planId)
    .where('case_id', 'in', [...caseIds])
    .execute();
}

/** What is done for each, counted again. */
export async function keepPlanCaseCounts(
  scope: StoreScope,
  planId: PlanId,
  counted: readonly Pick<PlanCase, 'caseId' | 'counts'>[],
): Promise<void> {
  for (const { caseId, counts } of counted)
    await scope.db
      .updateTable('plan_case')
      .set({ counts: JSON.stringify(counts) })
      .where('organisation_id', '=', scope.organisationId)
      .where('plan_id', '=', planId)
      .where('case_id', '=', caseId)
      .execute();
}

/** Until the transaction ends nobody else moves this case, withdraws it or gives it a plan. */
export async function lockCase({ db, organisationId }: StoreScope, caseId: CaseId): Promise<void> {
  await db
    .selectFrom('case_file')
    .select('case_id')
    .where('organisation_id', '=', organisationId)
    .where('case_id', '=', caseId)
    .forUpdate()
    .execute();
}

/** Whether a plan is of a case: its own, or one that answers several together and did not leave it out. */
export function isPlanOf(
  { organisationId }: StoreScope,
  plan: string,
  caseId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${plan}.${column}`);
  return sql<boolean>`(${of('case_id')} = ${caseId} or exists (
    select from gestand.plan_case as its
    where its.organisation_id = ${organisationId} and its.plan_id = ${of('plan_id')} and its.case_id = ${caseId}
      and its.left_out is null))`;
}

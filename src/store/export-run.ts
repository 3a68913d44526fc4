import { sql } from 'kysely';
import type { CaseId } from '../base/ids.ts';
import type { ExportPlan } from '../plan/plan.ts';
import type { StoreScope } from './store.ts';

/** What was done for a case in which somebody took their data along. */
export interface ExportRun {
  readonly caseId: CaseId;
  readonly plan: ExportPlan;
  /** The person has a link, or heard that there is nothing. */
  readonly handedOver: boolean;
  /** Another party has it, and its signed receipt is kept. */
  readonly hasReceipt: boolean;
}

/** The completed exports since a moment, newest first; at most `limit`. */
export async function listExportRuns(
  { db, organisationId }: StoreScope,
  { since, limit }: { readonly since: Temporal.Instant; readonly limit: number },
): Promise<readonly ExportRun[]> {
  const { rows } = await sql<{
    readonly case_id: string;
    readonly sealed_content: ExportPlan;
    readonly handed_over: boolean;
    readonly has_receipt: boolean;
  }>`
    select p.case_id, p.sealed_content,
      exists (select from gestand.run_step as s
        where s.organisation_id = ${organisationId} and s.run_id = r.run_id and s.name = 'package'
          and s.state = 'completed') as handed_over,
      exists (select from gestand.transfer as t
        where t.organisation_id = ${organisationId} and t.run_id = r.run_id and t.state = 'delivered') as has_receipt
    from gestand.run as r
    join gestand.plan as p on p.organisation_id = ${organisationId} and p.plan_id = r.plan_id
    where r.organisation_id = ${organisationId} and r.state = 'completed' and p.kind = 'export'
      and p.case_id is not null and r.closed_at >= ${since.toString()}::timestamptz
    order by r.closed_at desc, r.run_id desc
    limit ${limit}`.execute(db);
  return rows.map((row) => ({
    caseId: row.case_id as CaseId,
    plan: row.sealed_content,
    handedOver: row.handed_over,
    hasReceipt: row.has_receipt,
  }));
}

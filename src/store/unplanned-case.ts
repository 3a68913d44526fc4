import { sql } from 'kysely';
import type { CaseKind } from '../domain/case-file.ts';
import { type CaseFile, caseFromRow, caseRows } from './case-file.ts';
import { isPlanOf } from './plan-case.ts';
import type { StoreScope } from './store.ts';

/**
 * Cases of proven people for which a plan is to be made: there is none, or its run failed; but for those that wait for somebody to
 * say who asks, and those whose planning failed after `failedBefore` for a reason that does not pass by itself. When there are
 * more than `limit` it is left to chance which: some may fail again and again, and must not stand before the others for ever.
 */
export async function listUnplannedCases(
  scope: StoreScope,
  {
    kinds,
    failedBefore,
    limit,
  }: { readonly kinds: readonly CaseKind[]; readonly failedBefore: string; readonly limit: number },
): Promise<readonly CaseFile[]> {
  const rows = await caseRows(scope)
    .where('state', 'in', ['in-progress', 'extended'])
    .where('kind', 'in', kinds)
    .where(
      sql<boolean>`not exists (
        select from (
          select plan_id, state from gestand.plan
          where organisation_id = ${scope.organisationId} and ${isPlanOf(scope, 'plan', sql`case_file.case_id`)} and state <> 'superseded'
            and kind <> 'gate'
          order by created_at desc, plan_id desc limit 1
        ) as newest
        where newest.state <> 'approved' or 'failed' is distinct from (
          select state from gestand.run
          where organisation_id = ${scope.organisationId} and plan_id = newest.plan_id
          order by created_at desc, run_id desc limit 1
        )
      )`,
    )
    .where(
      sql<boolean>`not exists (
        select from (
          select kind, at from gestand.case_event
          where organisation_id = ${scope.organisationId} and case_id = case_file.case_id
            and kind in ('identification-needed', 'planning-failed', 'identified', 'planned')
          order by ordinal desc limit 1
        ) as decisive
        where kind = 'identification-needed' or (kind = 'planning-failed' and at >= ${failedBefore})
      )`,
    )
    // A correction waits for whoever chooses its columns, or decides what is disputed.
    .where(
      sql<boolean>`coalesce((
        select kind from gestand.case_event
        where organisation_id = ${scope.organisationId} and case_id = case_file.case_id
          and kind in ('choice-needed', 'columns-chosen', 'planned', 'correction-disputed', 'dispute-decided')
        order by ordinal desc limit 1
      ), '') not in ('choice-needed', 'correction-disputed')`,
    )
    .orderBy(sql`random()`)
    .limit(limit)
    .execute();
  return rows.map(caseFromRow);
}

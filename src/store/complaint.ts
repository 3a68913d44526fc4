import { sql } from 'kysely';
import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { StoreScope } from './store.ts';

/** What became of a complaint, so far as it proves something. */
export interface Complaint {
  readonly id: CaseId;
  readonly state: CaseState;
  readonly receivedAt: string;
  /** When its receipt was sent; null: never. */
  readonly acknowledgedAt: string | null;
  /** Its newest answer says what came of it. */
  readonly hasFinding: boolean;
}

/**
 * The complaints that are open, and those that were answered since a moment.
 *
 * @throws GestandError limit-exceeded when there are more than `limit`.
 */
export async function readComplaints(
  { db, organisationId }: StoreScope,
  { since, limit }: { readonly since: Temporal.Instant; readonly limit: number },
): Promise<readonly Complaint[]> {
  const { rows } = await sql<{
    readonly case_id: string;
    readonly state: CaseState;
    readonly received_at: string;
    readonly acknowledged_at: string | null;
    readonly has_finding: boolean;
  }>`
    select c.case_id, c.state, c.received_at,
      (select min(e.at) from gestand.case_event as e
        where e.organisation_id = ${organisationId} and e.case_id = c.case_id and e.kind = 'in-progress') as acknowledged_at,
      coalesce((select e.detail ? 'finding' from gestand.case_event as e
        where e.organisation_id = ${organisationId} and e.case_id = c.case_id and e.kind = 'answered'
        order by e.ordinal desc limit 1), false) as has_finding
    from gestand.case_file as c
    where c.organisation_id = ${organisationId} and c.kind = 'complaint'
      and (c.state in ('received', 'identity', 'in-progress', 'extended')
        or coalesce(c.answered_at, c.closed_at) >= ${since.toString()}::timestamptz)
    order by c.case_id
    limit ${limit + 1}`.execute(db);
  if (rows.length > limit)
    throw new GestandError('limit-exceeded', `There are more than ${limit} complaints since ${since}.`);
  return rows.map((row) => ({
    id: row.case_id as CaseId,
    state: row.state,
    receivedAt: row.received_at,
    acknowledgedAt: row.acknowledged_at,
    hasFinding: row.has_finding,
  }));
}

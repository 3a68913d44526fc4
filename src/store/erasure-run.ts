import { sql } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import type { CaseId, RunId } from '../base/ids.ts';
import type { PlanKind } from '../plan/plan.ts';
import type { TracePlace } from './loose-trace.ts';
import type { StoreScope } from './store.ts';

/** A run that erased or corrected, and what its own verification found. */
export interface ErasureRun {
  readonly id: RunId;
  readonly caseId: CaseId | null;
  readonly closedAt: string;
  /** The sources of its plan. */
  readonly sources: readonly string[];
  readonly steps: readonly ErasureRunStep[];
  /** How what its search found in texts was looked at since. */
  readonly looks: readonly TraceLook[];
  /** Keyed hashes it left. */
  readonly records: number;
}

export interface ErasureRunStep {
  readonly name: string;
  readonly source: string;
  readonly done: boolean;
  /** Counts. */
  readonly result: Json | null;
}

export interface TraceLook extends TracePlace {
  readonly rows: number;
  readonly gone: boolean;
}

interface Listing {
  readonly since: Temporal.Instant;
  readonly limit: number;
}

/** The completed erasures since a moment, newest first; at most `limit`. */
export function listErasureRuns(scope: StoreScope, listing: Listing): Promise<readonly ErasureRun[]> {
  return listRuns(scope, { ...listing, kind: 'erase' });
}

/** When the last erasure was completed; null when nobody was erased. */
export async function newestErasureAt({ db, organisationId }: StoreScope): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ readonly closed_at: string | null }>`
    select max(r.closed_at) as closed_at
    from gestand.run as r
    join gestand.plan as p on p.organisation_id = ${organisationId} and p.plan_id = r.plan_id
    where r.organisation_id = ${organisationId} and r.state = 'completed' and p.kind = 'erase'`.execute(db);
  const at = rows[0]?.closed_at ?? null;
  return at === null ? null : Temporal.Instant.from(at);
}

/** The completed corrections, likewise. They leave no keyed hashes. */
export function listCorrectionRuns(scope: StoreScope, listing: Listing): Promise<readonly ErasureRun[]> {
  return listRuns(scope, { ...listing, kind: 'rectify' });
}

async function listRuns(
  { db, organisationId }: StoreScope,
  { since, limit, kind }: Listing & { readonly kind: PlanKind },
): Promise<readonly ErasureRun[]> {
  const { rows } = await sql<{
    readonly run_id: string;
    readonly case_id: string | null;
    readonly closed_at: string;
    readonly sources: readonly string[];
    readonly steps: readonly ErasureRunStep[] | null;
    readonly looks: readonly TraceLook[] | null;
    readonly records: number;
  }>`
    select r.run_id, p.case_id, r.closed_at,
      array(select part ->> 'source' from jsonb_array_elements(p.sealed_content -> 'sources') as part) as sources,
      (select jsonb_agg(jsonb_build_object('name', s.name, 'source', s.source, 'done', s.state = 'completed',
          'result', s.result) order by s.ordinal)
        from gestand.run_step as s
        where s.organisation_id = ${organisationId} and s.run_id = r.run_id) as steps,
      (select jsonb_agg(jsonb_build_object('source', l.source, 'table', l.table_id, 'column', l.column_name,
          'rows', l.row_count, 'gone', l.gone_at is not null))
        from gestand.loose_trace as l
        where l.organisation_id = ${organisationId} and l.run_id = r.run_id) as looks,
      (select count(*) from gestand.erasure_record as e
        where e.organisation_id = ${organisationId} and e.run_id = r.run_id) as records
    from gestand.run as r
    join gestand.plan as p on p.organisation_id = ${organisationId} and p.plan_id = r.plan_id
    where r.organisation_id = ${organisationId} and r.state = 'completed' and p.kind = ${kind}
      and r.closed_at >= ${since.toString()}::timestamptz
    order by r.closed_at desc, r.run_id desc
    limit ${limit}`.execute(db);
  return rows.map((row) => ({
    id: row.run_id as RunId,
    caseId: row.case_id as CaseId | null,
    closedAt: row.closed_at,
    sources: row.sources,
    steps: row.steps ?? [],
    looks: row.looks ?? [],
    records: row.records,
  }));
}

/**
 * Runs of a kind of plan whose verification found that it did not do what was approved, and that no later run of the same plan or
 * case has put right; and those of several cases of which one was left out for it and is not answered yet; at most `limit`.
 */
export async function listUnverifiedRuns(
  { db, organisationId }: StoreScope,
  { kind, limit }: { readonly kind: PlanKind; readonly limit: number },
): Promise<readonly RunId[]> {
  const { rows } = await sql<{ readonly run_id: string }>`
    select r.run_id
    from gestand.run as r
    join gestand.plan as p on p.organisation_id = ${organisationId} and p.plan_id = r.plan_id
    where r.organisation_id = ${organisationId} and r.state = 'failed' and r.failure_code = 'unverified'
      and p.kind = ${kind}
      and not exists (
        select from gestand.run as later
        join gestand.plan as theirs on theirs.organisation_id = ${organisationId} and theirs.plan_id = later.plan_id
        where later.organisation_id = ${organisationId} and later.state = 'completed'
          and later.closed_at >= r.closed_at and theirs.kind = ${kind}
          and (theirs.plan_id = p.plan_id or theirs.case_id = p.case_id)
      )
    union
    select r.run_id
    from gestand.plan_case as its
    join gestand.run as r on r.organisation_id = ${organisationId} and r.plan_id = its.plan_id
    join gestand.plan as p on p.organisation_id = ${organisationId} and p.plan_id = its.plan_id and p.kind = ${kind}
    join gestand.case_file as c on c.organisation_id = ${organisationId} and c.case_id = its.case_id
    where its.organisation_id = ${organisationId} and its.left_out = 'unverified'
      and c.state in ('in-progress', 'extended')
    order by run_id
    limit ${limit}`.execute(db);
  return rows.map((row) => row.run_id as RunId);
}

import { sql } from 'kysely';
import { GestandError } from '../base/error.ts';
import type { CaseId, PlanId, RunId } from '../base/ids.ts';
import type { CaseKind } from '../domain/case-file.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { PlanKind } from '../plan/plan.ts';
import { isPlanOf } from './plan-case.ts';
import type { StoreScope } from './store.ts';

/** A case that has its answer, and what was done for it: what proves that it was done well. */
export interface HandledCase {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly state: Extract<CaseState, 'answered' | 'refused' | 'closed'>;
  /** ISO date. */
  readonly legalDate: string;
  /** Null when it was closed without an answer. */
  readonly answeredAt: string | null;
  /** Of a refusal: the id of its ground, from the detail of its event; null when there is none. */
  readonly refusalGround: string | null;
  /** The plan that was carried out for it. */
  readonly plan: ExecutedPlan | null;
}

export interface ExecutedPlan {
  readonly id: PlanId;
  readonly kind: PlanKind;
  readonly policyHash: string;
  readonly sources: readonly string[];
  /** The grounds on which it kept something, each once. */
  readonly keptGrounds: readonly string[];
  /** Its run, when it was completed. */
  readonly runId: RunId | null;
  /** Names of the run's steps that are done: `package`, `erase:crm`. */
  readonly doneSteps: readonly string[];
}

const pageSize = 500;

/**
 * Cases that were answered, refused or closed since a moment, oldest first.
 *
 * @throws GestandError limit-exceeded when there are more than `limit`.
 */
export async function readHandledCases(
  scope: StoreScope,
  { since, limit }: { readonly since: Temporal.Instant; readonly limit: number },
): Promise<readonly HandledCase[]> {
  const cases: HandledCase[] = [];
  for (let after = ''; ; ) {
    const page = await readPage(scope, { since: since.toString(), after });
    cases.push(...page);
    if (cases.length > limit)
      throw new GestandError('limit-exceeded', `More than ${limit} cases were handled since ${since}.`);
    if (page.length < pageSize) return cases;
    after = page.at(-1)?.id ?? after;
  }
}

interface Row {
  readonly case_id: string;
  readonly kind: CaseKind;
  readonly state: HandledCase['state'];
  readonly legal_date: string;
  readonly answered_at: string | null;
  readonly refusal_ground: string | null;
  readonly plan_id: string | null;
  readonly plan_kind: PlanKind;
  readonly policy_hash: string;
  readonly sources: readonly string[];
  readonly grounds: readonly string[];
  readonly run_id: string | null;
  readonly steps: readonly string[];
}

// One statement a page, whatever the number of plans, runs and steps behind it.
async function readPage(
  scope: StoreScope,
  { since, after }: { readonly since: string; readonly after: string },
): Promise<readonly HandledCase[]> {
  const { db, organisationId } = scope;
  const { rows } = await sql<Row>`
    select c.case_id, c.kind, c.state, c.legal_date, c.answered_at, refusal.ground as refusal_ground,
      p.plan_id, p.kind as plan_kind, p.sealed_content ->> 'policyHash' as policy_hash,
      array(select part ->> 'source' from jsonb_array_elements(p.sealed_content -> 'sources') as part) as sources,
      array(select distinct step ->> 'ground'
        from jsonb_array_elements(p.sealed_content -> 'sources') as part,
          jsonb_array_elements(part -> 'steps') as step
        where step ->> 'kind' = 'keep') as grounds,
      r.run_id,
      array(select s.name from gestand.run_step as s
        where s.organisation_id = ${organisationId} and s.run_id = r.run_id and s.state = 'completed'
        order by s.ordinal) as steps
    from gestand.case_file as c
    left join lateral (
      select e.detail ->> 'ground' as ground from gestand.case_event as e
      where e.organisation_id = ${organisationId} and e.case_id = c.case_id and e.kind = 'refused'
      order by e.ordinal desc limit 1
    ) as refusal on true
    left join lateral (
      select * from gestand.plan as each
      where each.organisation_id = ${organisationId} and ${isPlanOf(scope, 'each', sql`c.case_id`)} and each.state = 'executed'
      order by each.created_at desc, each.plan_id desc limit 1
    ) as p on true
    left join lateral (
      select each.run_id from gestand.run as each
      where each.organisation_id = ${organisationId} and each.plan_id = p.plan_id and each.state = 'completed'
      order by each.created_at limit 1
    ) as r on true
    where c.organisation_id = ${organisationId} and c.state in ('answered', 'refused', 'closed')
      and coalesce(c.answered_at, c.closed_at) >= ${since}::timestamptz and c.case_id > ${after}
    order by c.case_id
    limit ${pageSize}`.execute(db);
  return rows.map(fromRow);
}

function fromRow(row: Row): HandledCase {
  return {
    id: row.case_id as CaseId,
    kind: row.kind,
    state: row.state,
    legalDate: row.legal_date,
    answeredAt: row.answered_at,
    refusalGround: row.refusal_ground,
    plan:
      row.plan_id === null
        ? null
        : {
            id: row.plan_id as PlanId,
            kind: row.plan_kind,
            policyHash: row.policy_hash,
            sources: row.sources,
            keptGrounds: row.grounds,
            runId: row.run_id as RunId | null,
            doneSteps: row.steps,
          },
  };
}

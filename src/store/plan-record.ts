import { type Selectable, sql } from 'kysely';
import { GestandError } from '../base/error.ts';
import { type CaseId, newId, type PlanId } from '../base/ids.ts';
import type { Bindings, Plan } from '../plan/plan.ts';
import { decryptText, encryptText } from './encryption.ts';
import { isPlanOf } from './plan-case.ts';
import type { Database, PlanState } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';

/** A plan as it is kept: sealed, and whom it is about encrypted beside it. */
export interface PlanRecord {
  readonly id: PlanId;
  readonly caseId: CaseId | null;
  readonly state: PlanState;
  readonly sealedHash: string;
  readonly plan: Plan;
  readonly createdAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

const nobody = Buffer.alloc(0);

/** Keeps a plan as a draft. Drafts that the same case had before are superseded, and no longer say whom they were about. */
export async function keepPlan(
  scope: StoreScope,
  draft: {
    readonly plan: Plan;
    readonly sealedHash: string;
    readonly bindings: Bindings;
    readonly caseId?: CaseId;
  },
): Promise<PlanRecord> {
  const id: PlanId = newId('plan', scope.clock.now());
  if (draft.caseId !== undefined && draft.plan.kind !== 'gate') await supersedeDrafts(scope, draft.caseId);
  const row = await scope.db
    .insertInto('plan')
    .values({
      organisation_id: scope.organisationId,
      plan_id: id,
      kind: draft.plan.kind,
      case_id: draft.caseId ?? null,
      state: 'draft',
      sealed_hash: draft.sealedHash,
      sealed_content: JSON.stringify(draft.plan),
      bindings: encryptText(scope.keys, JSON.stringify(draft.bindings), boundTo(id)),
      created_at: nowOf(scope),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/**
 * Approves what was shown: the hash must be that of the plan.
 *
 * @throws GestandError drifted when the plan has another hash; conflict when it is no draft any more; not-found.
 */
export async function approvePlan(
  scope: StoreScope,
  id: PlanId,
  approval: { readonly sealedHash: string; readonly approvedBy: string },
): Promise<PlanRecord> {
  const row = await scope.db
    .updateTable('plan')
    .set({ state: 'approved', approved_by: approval.approvedBy, approved_at: nowOf(scope) })
    .where('organisation_id', '=', scope.organisationId)
    .where('plan_id', '=', id)
    .where('state', '=', 'draft')
    .where('sealed_hash', '=', approval.sealedHash)
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) return fromRow(row);
  const existing = await readPlan(scope, id);
  if (existing === undefined) throw new GestandError('not-found', `There is no plan ${id}.`);
  if (existing.sealedHash !== approval.sealedHash)
    throw new GestandError('drifted', `Plan ${id} is not the plan that was shown. Look at it again.`);
  throw new GestandError('conflict', `Plan ${id} is ${existing.state} and cannot be approved.`);
}

/** Marks an approved plan as executed; belongs in the transaction that closes its run. */
export async function markPlanExecuted(scope: StoreScope, id: PlanId): Promise<void> {
  const row = await scope.db
    .updateTable('plan')
    .set({ state: 'executed' })
    .where('organisation_id', '=', scope.organisationId)
    .where('plan_id', '=', id)
    .where('state', '=', 'approved')
    .returning('plan_id')
    .executeTakeFirst();
  if (row === undefined) throw new GestandError('not-approved', `Plan ${id} is not an approved plan.`);
}

export async function readPlan(scope: StoreScope, id: PlanId): Promise<PlanRecord | undefined> {
  const row = await plans(scope).where('plan_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** The plans of a case, newest first; at most 100. */
export async function listPlansOfCase(scope: StoreScope, caseId: CaseId): Promise<readonly PlanRecord[]> {
  const rows = await plans(scope)
    .where(isPlanOf(scope, 'plan', sql`${caseId}`))
    .orderBy('created_at', 'desc')
    .orderBy('plan_id', 'desc')
    .limit(100)
    .execute();
  return rows.map(fromRow);
}

/**
 * Whom a plan is about.
 *
 * @throws GestandError not-found; gone when they were removed after the plan was executed.
 */
export async function readBindings(scope: StoreScope, id: PlanId): Promise<Bindings> {
  const row = await plans(scope).where('plan_id', '=', id).executeTakeFirst();
  if (row === undefined) throw new GestandError('not-found', `There is no plan ${id}.`);
  if (row.bindings.length === 0)
    throw new GestandError('gone', `Whom plan ${id} was about is no longer kept.`);
  return JSON.parse(decryptText(scope.keys, row.bindings, boundTo(id))) as Bindings;
}

/**
 * For a case that has come to its end: its drafts are superseded, and none of its plans says any more whom it was about,
 * also not one that was approved and failed. What was done stays.
 */
export async function closePlansOfCase(scope: StoreScope, caseId: CaseId): Promise<void> {
  await supersedeDrafts(scope, caseId);
  await scope.db
    .updateTable('plan')
    .set({ bindings: nobody })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', caseId)
    .execute();
}

/** Removes whom an executed or superseded plan was about; what it did stays. */
export async function removeBindings(scope: StoreScope, id: PlanId): Promise<void> {
  await scope.db
    .updateTable('plan')
    .set({ bindings: nobody })
    .where('organisation_id', '=', scope.organisationId)
    .where('plan_id', '=', id)
    .where('state', 'in', ['executed', 'superseded'])
    .execute();
}

/** Ends a plan of no single case that could not be carried out: it no longer says whom it was about. */
export async function supersedePlan(scope: StoreScope, id: PlanId): Promise<void> {
  await scope.db
    .updateTable('plan')
    .set({ state: 'superseded', bindings: nobody })
    .where('organisation_id', '=', scope.organisationId)
    .where('plan_id', '=', id)
    .where('state', 'in', ['draft', 'approved'])
    .execute();
}

/** For a case whose drafts are not what would be done. They no longer say whom they were about. */
export async function supersedeDrafts(scope: StoreScope, caseId: CaseId): Promise<void> {
  await scope.db
    .updateTable('plan')
    .set({ state: 'superseded', bindings: nobody })
    .where('organisation_id', '=', scope.organisationId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'draft')
    .execute();
}

function boundTo(id: PlanId): string {
  return `plan.bindings:${id}`;
}

function plans(scope: StoreScope) {
  return scope.db.selectFrom('plan').selectAll().where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: Selectable<Database['plan']>): PlanRecord {
  return {
    id: row.plan_id as PlanId,
    caseId: row.case_id as CaseId | null,
    state: row.state,
    sealedHash: row.sealed_hash,
    // Written by keepPlan from a Plan, and read-only since.
    plan: row.sealed_content as unknown as Plan,
    createdAt: row.created_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
  };
}

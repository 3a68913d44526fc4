import type { Json } from '../base/canonical-json.ts';
import { legalDateOf } from '../base/clock.ts';
import type { CaseId } from '../base/ids.ts';
import { memberOf } from '../base/json-member.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { codeOf } from '../execute/run-failure.ts';
import type { Bindings } from '../plan/plan.ts';
import type { CaseFile } from '../store/case-file.ts';
import type { RowPlace } from '../store/erased-row.ts';
import { readBindings } from '../store/plan-record.ts';
import { countsFromJson, erasureCounts } from './make-plan.ts';
import { logFailure, type PlanningContext, planRequest } from './plan-request.ts';
import { plannedEvent, viewRequest } from './request-view.ts';
import { isStalePlan } from './stale-plan.ts';

/** A case that can be answered together with others, with what was made for it alone. */
export interface MergedCase {
  readonly caseId: CaseId;
  readonly reference: string;
  /** Of its own draft, which this takes the place of. */
  readonly sealedHash: string;
  /** The detail of the event that says how its own draft was made. */
  readonly planned: Readonly<Record<string, Json>>;
  readonly file: CaseFile;
  readonly counts: ReturnType<typeof erasureCounts>;
  readonly rows: readonly RowPlace[];
}

/**
 * Why a case cannot be taken: nobody said yet which of several people it is; an officer proposed to refuse it; its plan could not be made;
 * or the customer number it states does not go with the address that was proven.
 */
export type NotTaken = 'identification' | 'refusal-proposed' | 'no-plan' | 'number-doubt';

/** The draft of a case as it is today; why it cannot be taken; null: it does not wait for approval. */
export async function ownDraft(
  context: PlanningContext,
  file: CaseFile,
  maps: readonly DataMap[],
  { again = false }: { readonly again?: boolean } = {},
): Promise<MergedCase | NotTaken | null> {
  const { store, policy } = context;
  const today = legalDateOf(store.clock.now()).toString();
  let view = await viewRequest(store, file);
  const { kind } = view.standing;
  if (kind === 'approved' || kind === 'executed') return null;
  if (view.proposal !== undefined) return 'refusal-proposed';
  if (view.asked) return 'identification';
  if (
    again ||
    view.standing.kind !== 'draft' ||
    isStalePlan(view.standing.plan.plan, { today, policy, maps })
  ) {
    try {
      const { kind: became } = await planRequest(context, { caseId: file.id, again: true });
      if (became === 'ask') return 'identification';
      if (became === 'joined') return null;
    } catch (error) {
      if (codeOf(error) === 'source-unreachable') throw error;
      logFailure(context.log, 'planning failed', { caseId: file.id, error });
      return 'no-plan';
    }
    view = await viewRequest(store, file);
  }
  if (view.standing.kind !== 'draft') return 'no-plan';
  const record = view.standing.plan;
  const planned = plannedEvent(record, view.events);
  if (record.plan.kind !== 'erase' || planned === undefined) return 'no-plan';
  if (memberOf(planned, 'statedNumberFound') === false) return 'number-doubt';
  return {
    caseId: file.id,
    file,
    reference: file.reference,
    sealedHash: record.sealedHash,
    planned: planned as Readonly<Record<string, Json>>,
    counts: erasureCounts(countsFromJson(memberOf(planned, 'counts'))),
    rows: rowsOf(await readBindings(store, record.id)),
  };
}

function rowsOf({ sources }: Bindings): readonly RowPlace[] {
  return Object.entries(sources).flatMap(([source, tables]) =>
    Object.entries(tables).flatMap(([table, rows]) => rows.map(({ key }) => ({ source, table, key }))),
  );
}

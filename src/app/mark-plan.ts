import { randomBytes } from 'node:crypto';
import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { RunId } from '../base/ids.ts';
import type { DataMap } from '../catalog/data-map.ts';
import { queuePlan } from '../execute/run-steps.ts';
import type { CountedRows } from '../plan/explain.ts';
import type { Bindings, GateChange, GatePlan } from '../plan/plan.ts';
import { planGate } from '../plan/plan-gate.ts';
import { sealPlan } from '../plan/seal.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { type CaseFile, readContact } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { type PersonMark, setMarkPlan } from '../store/person-mark.ts';
import { approvePlan, keepPlan } from '../store/plan-record.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import type { StoreScope } from '../store/store.ts';
import { requireMaps } from './connect-sources.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { bindingsOf, findPerson } from './find-person.ts';
import type { FoundRow } from './found-row.ts';
import { countsToJson } from './make-plan.ts';
import { actorName } from './permissions.ts';

export type MarkingContext = StoreContext & SourcesContext;

export interface MarkPlan {
  readonly plan: GatePlan;
  readonly bindings: Bindings;
  readonly counts: readonly CountedRows[];
  readonly marks: readonly PersonMark[];
}

export interface MarkWish {
  readonly change: GateChange;
  readonly marks: readonly PersonMark[];
  /** What was asked is done with it. */
  readonly answers: boolean;
}

/**
 * Plans how marks get into the sources. Marks are set on the rows of the one person the address leads to; where it leads to several, on
 * those that carry the address itself: theirs are among them, and to stop a use for too many can be undone.
 *
 * @throws GestandError `source-unreachable`; `drifted` when the policy no longer fits a source; `gone`.
 */
export async function makeMarkPlan(
  context: MarkingContext,
  file: CaseFile,
  wish: MarkWish,
): Promise<MarkPlan> {
  const { store, policy, sources } = context;
  const maps = await requireMaps(context);
  const rows = wish.change === 'set' ? await rowsToMark(context, maps, file) : [];
  const gated = new Set(
    [...sources.values()].filter(({ capabilities }) => capabilities.gates).map(({ id }) => id),
  );
  const plan = planGate(policy, maps, { ...wish, gated, on: legalDateOf(store.clock.now()) });
  const bindings = bindingsOf(rows, maps, randomBytes(16).toString('hex'));
  return { plan, bindings, counts: countsOf(plan, bindings), marks: wish.marks };
}

/**
 * Approves a plan of marks and puts its run in the queue: by rule where the law leaves nothing to decide, else by whoever decided. Belongs
 * in the transaction of that decision.
 */
export async function queueMarkPlan(
  inside: StoreScope,
  { actor }: Pick<StoreContext, 'actor'>,
  { file, made, rule }: { readonly file: CaseFile; readonly made: MarkPlan; readonly rule: string | null },
): Promise<RunId> {
  const { plan, bindings, counts, marks } = made;
  const sealedHash = sealPlan(plan, bindings);
  const by = actorName(actor);
  const detail = { sealedHash, by, ...(rule === null ? {} : { rule }) };
  await appendCaseEvent(inside, file.id, {
    kind: 'marks-planned',
    actor: by,
    detail: { ...detail, change: plan.change, counts: countsToJson(counts) },
  });
  const { id: planId } = await keepPlan(inside, { plan, sealedHash, bindings, caseId: file.id });
  const subjects = { caseId: file.id, planId };
  await appendLedgerEntry(inside, {
    kind: 'plan-sealed',
    subjects,
    detail: { sealedHash, plan: plan.kind, change: plan.change, on: plan.on, policyHash: plan.policyHash },
  });
  await approvePlan(inside, planId, {
    sealedHash,
    approvedBy: rule === null ? by : `${by}, by rule ${rule}`,
  });
  await appendLedgerEntry(inside, { kind: 'plan-approved', subjects, detail });
  await setMarkPlan(
    inside,
    marks.map(({ id }) => id),
    planId,
  );
  return (await queuePlan(inside, planId)).id;
}

async function rowsToMark(
  { store, sources }: MarkingContext,
  maps: readonly DataMap[],
  file: CaseFile,
): Promise<readonly Pick<FoundRow, 'source' | 'table' | 'key'>[]> {
  const contact = await readContact(store, file.id);
  if (contact === undefined)
    throw new GestandError('gone', `Whose case ${file.reference} was is no longer kept.`);
  const given = provenIdentities(contact);
  try {
    const { rows, candidates } = await findPerson(sources, maps, given);
    return candidates.length > 1 ? rows.filter(({ step }) => step === 1) : rows;
  } catch (error) {
    // A search that does not end says that what it followed is not one person's; the address itself still is.
    if (!(error instanceof GestandError && error.code === 'limit-exceeded')) throw error;
    const found = await Promise.all(
      maps.map(async (map) =>
        ((await sources.get(map.source)?.find(map, given)) ?? []).map((row) => ({
          ...row,
          source: map.source,
        })),
      ),
    );
    return found.flat();
  }
}

function countsOf(plan: GatePlan, bindings: Bindings): readonly CountedRows[] {
  return plan.sources.flatMap(({ source, steps }) =>
    steps.map(({ table }) => ({ source, table, rows: bindings.sources[source]?.[table]?.length ?? 0 })),
  );
}

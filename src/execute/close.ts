import type { Json } from '../base/canonical-json.ts';
import { isWorkedOn, workedOnStates } from '../domain/case-state.ts';
import type { LedgerSubjects } from '../ledger/entry.ts';
import { tellRecipients } from '../notices/tell-recipients.ts';
import type { Bindings, Plan } from '../plan/plan.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { moveCase, readCase } from '../store/case-file.ts';
import { recordErasedRows } from '../store/erased-row.ts';
import { recordErasure } from '../store/erasure-record.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { forgetTracesOf } from '../store/loose-trace.ts';
import {
  closePlansOfCase,
  markPlanExecuted,
  type PlanRecord,
  readBindings,
  readPlan,
  removeBindings,
  supersedePlan,
} from '../store/plan-record.ts';
import { closeRun, type HeldRun } from '../store/run.ts';
import { readRunIdentities, removeRunIdentities } from '../store/run-identities.ts';
import { listSteps, type RunStep } from '../store/run-step.ts';
import type { StoreScope } from '../store/store.ts';
import { removeTaskFiles } from '../store/task-file.ts';
import { withTransaction } from '../store/transaction.ts';
import { cancelOpenTasks } from './cancel-tasks.ts';
import { type CurrentRun, ofCase } from './current-run.ts';
import { erasedCounts, rowsByEffect } from './erase-step.ts';
import { erasureToTell } from './erased-scope.ts';
import type { ExecuteContext } from './execute-context.ts';
import { receiptHash, receiptOf } from './receipt.ts';
import { erasedRows } from './record-step.ts';
import { rectifiedCounts, rowsByOutcome } from './rectify-step.ts';
import { casesOf } from './run-cases.ts';
import { codeOf, type FailureCode } from './run-failure.ts';

/**
 * Ends a run whose steps are all done, in one transaction: the run, its plan, its case, and the receipt in the ledger.
 * Whom it was about is no longer kept beside it.
 *
 * @throws GestandError lost-lease
 */
export async function closeCompleted(run: CurrentRun): Promise<void> {
  const { context, held, record, subjects } = run;
  await withTransaction(context.store, async (inside) => {
    const steps = await listSteps(inside, held.id);
    await closeRun(inside, held, { state: 'completed' });
    await markPlanExecuted(inside, held.planId);
    const cases = await casesOf(inside, record);
    // What marks somebody ends nothing else that is planned for them.
    const marks = record.plan.kind === 'gate';
    if (record.caseId === null || marks) await removeBindings(inside, held.planId);
    if (!marks) for (const { file } of cases) await closePlansOfCase(inside, file.id);
    await removeRunIdentities(inside, held.id);
    await removeTaskFiles(inside, held.id);
    for (const { file } of cases) await answerCase(inside, ofCase(run, file), record.plan);
    await appendLedgerEntry(inside, {
      kind: 'run-closed',
      subjects,
      detail: {
        state: 'completed',
        kind: record.plan.kind,
        people: record.plan.people,
        sealedHash: record.sealedHash,
        receiptHash: receiptHash(receiptOf(held.id, record, steps)),
        counts: totalsOf(steps),
      },
    });
    await context.faultPoint('run.closing');
  });
}

/**
 * Ends a run that cannot do what was approved. What it did do stays in its journal; its plan stays approved, and its
 * case open.
 *
 * @throws GestandError lost-lease
 */
export async function closeFailed(
  context: ExecuteContext,
  held: HeldRun,
  { code, detail }: { readonly code: FailureCode; readonly detail: Readonly<Record<string, Json>> },
): Promise<void> {
  await withTransaction(context.store, async (inside) => {
    const record = await readPlan(inside, held.planId);
    const caseId = record?.caseId ?? null;
    const subjects = { runId: held.id, planId: held.planId, ...(caseId === null ? {} : { caseId }) };
    await closeRun(inside, held, { state: 'failed', failureCode: code });
    await forgetTracesOf(inside, held.id);
    if (record?.plan.kind === 'erase') await recordWhatWasErased(context, inside, { held, subjects, record });
    await removeRunIdentities(inside, held.id);
    // A new run of the same case takes over what a person was asked; of none, nobody is asked any more.
    if (caseId === null) await cancelOpenTasks(inside, { runId: held.id });
    for (const { file } of record === undefined ? [] : await casesOf(inside, record))
      await appendCaseEvent(inside, file.id, {
        kind: 'run-failed',
        actor: 'system',
        detail: { runId: held.id, code },
      });
    // Each of several cases gets a plan of its own again, so that what stopped one of them does not stop the others.
    if (record?.caseId === null && record.plan.kind === 'erase') await supersedePlan(inside, held.planId);
    const source = detail['source'];
    if (code === 'drifted' && typeof source === 'string')
      await appendLedgerEntry(inside, {
        kind: 'catalog-drifted',
        subjects: { ...subjects, source },
        detail: {},
      });
    await appendLedgerEntry(inside, {
      kind: 'run-closed',
      subjects,
      detail: { state: 'failed', failureCode: code, ...detail },
    });
    await context.faultPoint('run.closing');
  });
}

// Who was erased from one source is not to come back there from a backup because another source failed; and who else has
// those data hears that they are gone.
async function recordWhatWasErased(
  context: ExecuteContext,
  inside: StoreScope,
  { held, subjects, record }: { held: HeldRun; subjects: LedgerSubjects; record: PlanRecord | undefined },
): Promise<void> {
  const steps = await listSteps(inside, held.id);
  if (!steps.some(({ name, state }) => /^(erase|await):/.test(name) && state === 'completed')) return;
  const identities = (await readRunIdentities(inside, held.id))?.identities ?? [];
  const bindings = await keptBindings(inside, held);
  const rows = bindings === null ? [] : erasedRows(bindings, erasedCounts(steps));
  await recordErasure(inside, held.id, identities);
  await recordErasedRows(inside, held.id, rows);
  await appendLedgerEntry(inside, {
    kind: 'erasure-recorded',
    subjects,
    detail: { identities: identities.length, rows: rows.length },
  });
  const caseFile = record?.caseId == null ? null : ((await readCase(inside, record.caseId)) ?? null);
  const told = await erasureToTell(
    { context: { ...context, store: inside }, policy: context.policy, caseFile, held },
    steps,
  );
  if (told !== null) await tellRecipients(inside, told);
}

// They go when the case ends, which a run that could not be called back does not prevent.
async function keptBindings(inside: StoreScope, { planId }: HeldRun): Promise<Bindings | null> {
  try {
    return await readBindings(inside, planId);
  } catch (error) {
    if (codeOf(error) === 'gone') return null;
    throw error;
  }
}

// A case that ended meanwhile keeps its end: what ran could not be called back, and its timeline says that it ran.
async function answerCase(
  inside: StoreScope,
  { caseFile, held, subjects }: CurrentRun,
  plan: Plan,
): Promise<void> {
  if (caseFile === null) return;
  const detail = { runId: held.id };
  const now = await readCase(inside, caseFile.id);
  if (now === undefined) return;
  // An objection that rests while it is weighed is not answered yet.
  const open = plan.kind === 'gate' && !plan.answers;
  if (open || !isWorkedOn(now.state)) {
    await appendCaseEvent(inside, now.id, { kind: 'run-completed', actor: 'system', detail });
    return;
  }
  await moveCase(inside, now.id, { from: workedOnStates, to: 'answered', actor: 'system', detail, subjects });
}

function totalsOf(steps: readonly RunStep[]): Json {
  const erased = Object.values(erasedCounts(steps)).flat();
  if (steps.some(({ name }) => name.startsWith('erase:'))) return rowsByEffect(erased);
  if (steps.some(({ name }) => name.startsWith('rectify:')))
    return rowsByOutcome(Object.values(rectifiedCounts(steps)).flat());
  const settled = steps.find(({ name }) => name === 'settle')?.result;
  if (settled !== undefined) return settled;
  const rows = steps
    .filter(({ name }) => name === 'package' || name === 'pack')
    .map(({ result }) =>
      typeof result === 'object' && result !== null && 'rows' in result ? result['rows'] : 0,
    )
    .map(Number);
  // What was packed and not delivered is packed again for the person.
  return { rows: Math.max(0, ...rows) };
}

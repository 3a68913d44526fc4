import type { RunId, TaskId } from '../base/ids.ts';
import { newId } from '../base/ids.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { parkRun } from '../store/parked-run.ts';
import { readPlan } from '../store/plan-record.ts';
import { claimRun, type HeldRun, releaseRun, renewLease } from '../store/run.ts';
import { completeStep, listSteps, type RunStep, startStep } from '../store/run-step.ts';
import { withTransaction } from '../store/transaction.ts';
import { askStep } from './ask-step.ts';
import { awaitStep } from './await-step.ts';
import { closeCompleted, closeFailed } from './close.ts';
import { type CurrentRun, readCurrentRun, refuseDrift } from './current-run.ts';
import { eraseStep } from './erase-step.ts';
import { type ExecuteContext, limitsOf } from './execute-context.ts';
import { identifyStep } from './identify-step.ts';
import { whileHeld } from './lease.ts';
import { lookStep, markStep } from './mark-step.ts';
import { notifyStep } from './notify-step.ts';
import { packStep } from './pack-step.ts';
import { packageStep } from './package-step.ts';
import { pushStep } from './push-step.ts';
import { recordStep } from './record-step.ts';
import { rectifyStep } from './rectify-step.ts';
import { casesOf } from './run-cases.ts';
import { codeOf, type FailureCode, frameOf, judgeFailure } from './run-failure.ts';
import { type StepKind, stepKindOf } from './run-steps.ts';
import { settleStep } from './settle-step.ts';
import type { CarryOut } from './step-done.ts';
import { verifyStep } from './verify-step.ts';

/** How far a call of {@link advanceRun} came. */
export type Advance =
  | { readonly kind: 'completed' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  /** Something is away; nobody takes the run before that many seconds have passed. */
  | { readonly kind: 'paused'; readonly code: FailureCode; readonly seconds: number }
  /** Somebody must attest a task first; when they do, the run goes on. */
  | { readonly kind: 'waiting' }
  /** Asked to stop between two steps: another node may go on at once. */
  | { readonly kind: 'stopped' }
  /** Another node took over. */
  | { readonly kind: 'lost' }
  /** It is closed, or somebody else works on it. */
  | { readonly kind: 'not-claimed' };

/**
 * Carries out a run of a sealed, approved plan, or goes on where another node broke off, up to its end. Every step has
 * its effect once, however often and on however many nodes this is called.
 *
 * @throws GestandError store-unreachable, and what the store throws, when the run could not be claimed.
 */
export async function advanceRun(
  context: ExecuteContext,
  runId: RunId,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Advance> {
  const held = await claim(context, runId);
  if (held === undefined) return { kind: 'not-claimed' };
  const attempt = { count: held.fence };
  const outcome = await whileHeld(context, held, async (): Promise<Advance | Failure> => {
    try {
      await context.faultPoint('run.claimed');
      return await takeSteps(context, held, { attempt, signal: options.signal });
    } catch (error) {
      return { kind: 'error', error };
    }
  });
  const advance = outcome.kind === 'error' ? await settle(context, held, { ...outcome, attempt }) : outcome;
  const code = 'code' in advance ? { code: advance.code } : {};
  context.log('info', 'run advanced', { runId, planId: held.planId, state: advance.kind, ...code });
  if (advance.kind === 'completed' || advance.kind === 'failed') await context.faultPoint('run.closed');
  return advance;
}

interface Failure {
  readonly kind: 'error';
  readonly error: unknown;
}

/** Of the run until a step begins, then of that step. */
interface Attempt {
  count: number;
}

const carryOut: Readonly<Record<StepKind, CarryOut>> = {
  ask: askStep,
  await: awaitStep,
  package: packageStep,
  pack: packStep,
  push: pushStep,
  identify: identifyStep,
  erase: eraseStep,
  rectify: rectifyStep,
  verify: verifyStep,
  record: recordStep,
  notify: notifyStep,
  mark: markStep,
  look: lookStep,
  settle: settleStep,
};

async function claim(context: ExecuteContext, runId: RunId): Promise<HeldRun | undefined> {
  const { store } = context;
  const worker = newId('worker', store.clock.now());
  const { leaseSeconds } = limitsOf(context);
  return withTransaction(store, async (inside) => {
    const held = await claimRun(inside, { worker, leaseSeconds, runId });
    if (held?.fence !== 1) return held;
    const record = await readPlan(inside, held.planId);
    const caseId = record?.caseId ?? null;
    const detail = { runId };
    for (const { file } of record === undefined ? [] : await casesOf(inside, record))
      await appendCaseEvent(inside, file.id, { kind: 'run-started', actor: 'system', detail });
    await appendLedgerEntry(inside, {
      kind: 'run-started',
      subjects: { runId, planId: held.planId, ...(caseId === null ? {} : { caseId }) },
      detail: {},
    });
    return held;
  });
}

async function takeSteps(
  context: ExecuteContext,
  held: HeldRun,
  { attempt, signal }: { readonly attempt: Attempt; readonly signal: AbortSignal | undefined },
): Promise<Advance> {
  const before = await listSteps(context.store, held.id);
  const run = await readCurrentRun(context, held, before);
  await refuseDrift(run, before);
  for (const { ordinal, state } of before) {
    if (state === 'completed') continue;
    if (signal?.aborted === true) {
      await releaseRun(context.store, held);
      return { kind: 'stopped' };
    }
    const waits = await takeOrWait(run, ordinal, attempt);
    if (waits) return { kind: 'waiting' };
  }
  await closeCompleted(run);
  return { kind: 'completed' };
}

/** Whether the run now waits for somebody. */
async function takeOrWait(run: CurrentRun, ordinal: number, attempt: Attempt): Promise<boolean> {
  const { context, held } = run;
  for (;;) {
    const started = await startStep(context.store, held, ordinal);
    attempt.count = started.attempts;
    await context.faultPoint('step.started');
    const taskId = await takeStep(run, started);
    if (taskId === null) return false;
    // What was attested meanwhile is taken up at once.
    if (await parkRun(context.store, held, { taskId, seconds: parkedSeconds })) return true;
  }
}

/** Whoever attests wakes the run; this is for the day that they could not. */
const parkedSeconds = 24 * 60 * 60;

/** Null when the step is done, else the task that it waits for. */
async function takeStep(run: CurrentRun, step: RunStep): Promise<TaskId | null> {
  const { context, held, subjects } = run;
  const { store, faultPoint } = context;
  const steps = await listSteps(store, held.id);
  const started = store.clock.now();
  const done = await carryOut[stepKindOf(step.name)](run, { step, steps });
  if ('waitsFor' in done) return done.waitsFor;
  await faultPoint('step.effected');
  await withTransaction(store, async (inside) => {
    // First, because it makes sure that the run is still ours and stays so until the commit.
    await completeStep(inside, held, { ordinal: step.ordinal, result: done.result });
    await done.together?.(inside);
    await appendLedgerEntry(inside, {
      kind: 'step-done',
      subjects: step.source === '' ? subjects : { ...subjects, source: step.source },
      detail: { step: stepKindOf(step.name), ordinal: step.ordinal, ...done.detail },
    });
    await faultPoint('step.completing');
  });
  context.log('info', 'step done', {
    runId: held.id,
    step: step.name,
    attempt: step.attempts,
    durationMs: Math.round(store.clock.now().since(started).total('milliseconds')),
  });
  await faultPoint('step.completed');
  return null;
}

async function settle(
  context: ExecuteContext,
  held: HeldRun,
  { error, attempt }: { readonly error: unknown; readonly attempt: Attempt },
): Promise<Advance> {
  const verdict = judgeFailure(error, attempt.count);
  if (verdict.kind === 'leave') return { kind: 'lost' };
  const { code } = verdict;
  const frame = code === 'internal' ? frameOf(error) : undefined;
  context.log(verdict.kind === 'fail' ? 'error' : 'warn', 'run interrupted', {
    runId: held.id,
    code,
    attempt: attempt.count,
    ...(frame === undefined ? {} : { frame }),
  });
  try {
    if (verdict.kind === 'fail') {
      await closeFailed(context, held, verdict);
      return { kind: 'failed', code };
    }
    // A lease that nobody works under keeps the run from being taken up before its time.
    await renewLease(context.store, held, verdict.seconds);
    return { kind: 'paused', code, seconds: verdict.seconds };
  } catch (second) {
    // Not even that could be written down: when the lease ends, the next claim tries again.
    const now = codeOf(second);
    return now === 'lost-lease'
      ? { kind: 'lost' }
      : { kind: 'paused', code: now, seconds: limitsOf(context).leaseSeconds };
  }
}

import { GestandError } from '../base/error.ts';
import type { CaseId, RunId } from '../base/ids.ts';
import { workedOnStates } from '../domain/case-state.ts';
import { effectOfWish, type WishEffect } from '../policy/effect-of-wish.ts';
import type { Policy } from '../policy/policy.ts';
import { unstoppedUses } from '../report/stopped-uses.ts';
import { appendCaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, moveCase, readCase, readContact } from '../store/case-file.ts';
import { isStaying, listMarksOfCase } from '../store/person-mark.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { queueLetter } from './case-letter.ts';
import type { Dispatch } from './context.ts';
import { markNow, stoppingWishOf } from './mark-at-once.ts';
import { type MarkingContext, makeMarkPlan, queueMarkPlan } from './mark-plan.ts';
import { permit } from './permissions.ts';

/**
 * Does at once what the law leaves nobody to decide (GDPR art. 7(3), 18(1), 21(3)): sets the marks of a wish, first in our own store,
 * from when on every question is denied, then by a plan in the sources. What needs proof of identity waits for it; calling again does
 * what is left. Where nothing that was named can be stopped, that is the answer.
 *
 * @throws GestandError `source-unreachable`, `drifted`: the marks in our own store stand.
 */
export async function takeEffect(
  context: MarkingContext & { readonly dispatch: Dispatch },
  { caseId }: { readonly caseId: CaseId },
): Promise<readonly RunId[]> {
  const { actor, store, policy, dispatch } = context;
  permit(actor, 'take-effect');
  const file = await readCase(store, caseId);
  const asked = file === undefined ? undefined : await stoppingWishOf(store, file);
  if (file === undefined || asked === undefined) return [];
  const effect = effectOfWish(policy, asked);
  await markNow({ store, policy }, file, effect);
  const runId = await planOnce(context, file, effect);
  if (runId !== null) await dispatch(runId);
  return runId === null ? [] : [runId];
}

/** Of two that find the same marks waiting, one plans them. */
async function planOnce(context: MarkingContext, file: CaseFile, effect: WishEffect): Promise<RunId | null> {
  try {
    return await planNow(context, file, effect);
  } catch (error) {
    if (error instanceof GestandError && error.code === 'conflict') return null;
    throw error;
  }
}

async function planNow(
  context: MarkingContext,
  file: CaseFile,
  { marks: wished, unstopped }: WishEffect,
): Promise<RunId | null> {
  const { store, policy } = context;
  const marks = await listMarksOfCase(store, file.id);
  const complete = marks.length === wished.length;
  const waiting = marks.filter((mark) => mark.planId === null && isStaying(mark));
  const weighed = wished.some(({ ground }) => ground === 'objection-pending');
  const made =
    waiting.length === 0
      ? null
      : await makeMarkPlan(context, file, { change: 'set', marks: waiting, answers: complete && !weighed });
  return withTransaction(store, async (inside) => {
    if (made === null && wished.length === 0) await explain({ store: inside, policy }, file, unstopped);
    const events = await listCaseEvents(inside, file.id);
    if (complete && !events.some(({ kind }) => kind === 'effect-taken'))
      await appendCaseEvent(inside, file.id, {
        kind: 'effect-taken',
        actor: 'system',
        detail: { marks: marks.length, unstopped: unstopped.map((each) => ({ ...each })) },
      });
    if (made === null) return null;
    await becomeWorkedOn(inside, file, complete);
    const rule = [...new Set(waiting.map((mark) => mark.rule))].join(', ');
    return queueMarkPlan(inside, context, { file, made, rule });
  });
}

/** Where nothing of a wish needs to be proven, the address itself is proof enough (art. 12(6)). */
async function becomeWorkedOn(inside: StoreScope, file: CaseFile, complete: boolean): Promise<void> {
  if (!complete || (file.state !== 'received' && file.state !== 'identity')) return;
  await moveCase(inside, file.id, {
    from: ['received', 'identity'],
    to: 'in-progress',
    actor: 'system',
    detail: { proof: 'not-needed' },
  });
}

/** An answer about the law, that says nothing of anybody: it needs no proof. */
async function explain(
  { store, policy }: { readonly store: StoreScope; readonly policy: Policy },
  file: CaseFile,
  unstopped: WishEffect['unstopped'],
): Promise<void> {
  const contact = await readContact(store, file.id);
  if (contact === undefined) return;
  await becomeWorkedOn(store, file, true);
  await queueLetter(
    { store, policy },
    { file, to: contact.email },
    { kind: 'nothing-to-stop', others: unstoppedUses(policy, unstopped) },
  );
  await moveCase(store, file.id, { from: workedOnStates, to: 'answered', actor: 'system' });
}

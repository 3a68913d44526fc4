import { GestandError } from '../base/error.ts';
import type { RunId } from '../base/ids.ts';
import { isWorkedOn, workedOnStates } from '../domain/case-state.ts';
import { concerning, purposesOfOthers } from '../execute/concerned-purposes.ts';
import { stoppedUses } from '../report/stopped-uses.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import {
  type CaseFile,
  type Contact,
  findCaseByReference,
  moveCase,
  readContact,
} from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import {
  announceLifting,
  isStaying,
  listMarksOfCase,
  type PersonMark,
  upholdMark,
} from '../store/person-mark.ts';
import { listRunsOfPlan } from '../store/run.ts';
import { listSteps } from '../store/run-step.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { keepWeighing, type Weighing } from '../store/weighing.ts';
import { queueLetter } from './case-letter.ts';
import type { Dispatch } from './context.ts';
import { type MarkingContext, makeMarkPlan, queueMarkPlan } from './mark-plan.ts';
import { actorName, permit } from './permissions.ts';
import { requireReason } from './require-reason.ts';
import { stayingStops } from './staying-stops.ts';

export interface WeighingInput {
  readonly reference: string;
  readonly outcome: Weighing['outcome'];
  /** Of a rejection: the compelling grounds, in the person's language, as the letter says them. */
  readonly reason: string;
}

/**
 * Records what was decided on an objection that rests (GDPR art. 21(1)), and answers it. Upheld: what rested is refused from now on.
 * Rejected: the person is told why and where else to go, and only when that letter has left does the rest end (art. 18(3)).
 *
 * @throws GestandError `not-found`; `bad-input` without a reason; `conflict` when nothing of the case waits to be weighed.
 */
export async function weighObjection(
  context: MarkingContext & { readonly dispatch: Dispatch },
  input: WeighingInput,
): Promise<{ readonly file: CaseFile; readonly runId: RunId | null }> {
  const { actor, store, policy, dispatch } = context;
  permit(actor, 'weigh-objection');
  const reason = requireReason(input.reason);
  const file = await findCaseByReference(store, input.reference);
  if (file === undefined)
    throw new GestandError(
      'not-found',
      `There is no request ${input.reference.trim()}. See "gestand requests".`,
    );
  const pending = await pendingMarks(store, file);
  const { outcome } = input;
  const made =
    outcome === 'rejected'
      ? null
      : await makeMarkPlan(context, file, {
          change: 'uphold',
          marks: pending.map((mark) => ({ ...mark, kind: 'objected', ground: null })),
          answers: false,
        });
  const by = actorName(actor);
  const runId = await withTransaction(store, async (inside) => {
    // First the event, which locks the case: of two officers one follows the other.
    await appendCaseEvent(inside, file.id, { kind: 'weighed', actor: by, detail: { outcome } });
    await pendingMarks(inside, file);
    await keepWeighing(inside, { caseId: file.id, outcome, reason, decidedBy: by });
    const subjects = { caseId: file.id };
    const marks = pending.map(({ id }) => id);
    await appendLedgerEntry(inside, { kind: 'objection-weighed', subjects, detail: { outcome, by, marks } });
    const contact = await readContact(inside, file.id);
    if (contact === undefined)
      throw new GestandError(
        'gone',
        `Whose case ${file.reference} was is no longer kept, so nobody can be told.`,
      );
    const others = await purposesOfOthers(inside, policy, file);
    const uses = stoppedUses(
      policy,
      pending.map((mark) => concerning(mark, others).scope),
    );
    const mailId = await queueLetter(
      { store: inside, policy },
      { file, to: contact.email },
      outcome === 'upheld'
        ? { kind: 'objection-upheld', uses }
        : { kind: 'objection-rejected', uses, ground: reason, ...(await rejection(inside, contact)) },
    );
    for (const id of marks)
      await (made === null ? announceLifting(inside, id, mailId) : upholdMark(inside, id));
    await moveCase(inside, file.id, { from: workedOnStates, to: 'answered', actor: by });
    return made === null ? null : queueMarkPlan(inside, context, { file, made, rule: null });
  });
  if (runId !== null) await dispatch(runId);
  return { file, runId };

  async function rejection(inside: StoreScope, contact: Contact) {
    const { uses, staying } = await stayingStops({ store: inside, policy }, contact, pending);
    return { staying, allStays: uses === null };
  }
}

/** @throws GestandError `conflict` when there are none, or they are still on their way to a source. */
async function pendingMarks(store: StoreScope, file: CaseFile): Promise<readonly PersonMark[]> {
  const marks = (await listMarksOfCase(store, file.id)).filter(
    (mark) => mark.ground === 'objection-pending' && isStaying(mark),
  );
  if (marks.length === 0 || !isWorkedOn(file.state))
    throw new GestandError('conflict', `${file.reference} has no objection that waits to be weighed.`);
  for (const { planId } of marks)
    if (planId === null || !(await isInPlace(store, planId))) throw tooEarly(file);
  return marks;
}

/**
 * What stands in the way of answering a request that stops a use: `waits`: an objection that rests is to be weighed; `under-way`: its marks are
 * still on their way to a source, and what they do is the answer. Null: nothing does.
 */
export async function weighingOf(store: StoreScope, file: CaseFile): Promise<'waits' | 'under-way' | null> {
  const marks = (await listMarksOfCase(store, file.id)).filter(isStaying);
  for (const { planId } of marks)
    if (planId === null || !(await isInPlace(store, planId))) return 'under-way';
  return marks.some(({ ground }) => ground === 'objection-pending') ? 'waits' : null;
}

async function isInPlace(store: StoreScope, planId: NonNullable<PersonMark['planId']>): Promise<boolean> {
  const run = (await listRunsOfPlan(store, planId)).at(-1);
  const steps = run === undefined ? [] : await listSteps(store, run.id);
  return steps.some(({ name, state }) => name === 'settle' && state === 'completed');
}

function tooEarly({ reference }: CaseFile): GestandError {
  return new GestandError(
    'conflict',
    `${reference} cannot be weighed yet: its marks are still on their way to a source. See "gestand requests".`,
  );
}

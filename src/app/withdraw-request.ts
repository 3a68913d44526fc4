import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';
import { cancelOpenTasks } from '../execute/cancel-tasks.ts';
import { moveCase, readCase, readContact } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { closePlansOfCase } from '../store/plan-record.ts';
import { holdBackRun, recallRun } from '../store/run.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { authenticatePerson } from './authenticate-person.ts';
import { queueLetter } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
import { planStanding } from './plan-standing.ts';
import type { RequestKey, WithdrawResult } from './portal-services.ts';

/**
 * Ends a request at the person's own wish, as long as nobody has begun to carry it out. Of a plan that answers several, the others are
 * answered. Asked twice, as by a second click, it is withdrawn all the same.
 */
export async function withdrawRequest(context: PolicyContext, key: RequestKey): Promise<WithdrawResult> {
  const { store, policy } = context;
  const proven = await authenticatePerson(store, key);
  if (proven === null) return 'unknown';
  const { id, kind } = proven.file;
  permit({ kind: 'person', caseId: id }, 'withdraw-request');
  try {
    await withTransaction(store, async (inside) => {
      // The case is locked first, as it is when a plan is approved: one of the two comes before the other.
      const file = await moveCase(inside, id, {
        from: ['in-progress', 'extended'],
        to: 'withdrawn',
        actor: 'person',
      });
      if (!(await callBack(inside, id)))
        throw new GestandError('conflict', `The plan of case ${file.reference} is carried out already.`);
      await closePlansOfCase(inside, id);
      await cancelOpenTasks(inside, { caseId: id });
      const contact = await readContact(inside, id);
      if (contact === undefined) return;
      await queueLetter(
        { store: inside, policy },
        { file, to: contact.email },
        {
          kind: 'request-withdrawn',
          request: kind,
          withdrawnOn: legalDateOf(store.clock.now()).toString(),
        },
      );
    });
    return 'withdrawn';
  } catch (error) {
    if (!(error instanceof GestandError && error.code === 'conflict')) throw error;
    return (await readCase(store, id))?.state === 'withdrawn' ? 'withdrawn' : 'too-late';
  }
}

/** Sees to it that no plan of a case is begun; false when one was. */
async function callBack(inside: StoreScope, caseId: CaseId): Promise<boolean> {
  const standing = await planStanding(inside, caseId);
  if (standing.kind === 'executed') return false;
  if (standing.kind !== 'approved') return true;
  const { plan, run } = standing;
  if (run === undefined || !(await holdBackRun(inside, run.id))) return false;
  // A run for several leaves out, when it begins, whose case has ended.
  if (plan.caseId === null) return true;
  const failureCode = 'withdrawn';
  await recallRun(inside, run.id, failureCode);
  await appendLedgerEntry(inside, {
    kind: 'run-closed',
    subjects: { caseId, planId: plan.id, runId: run.id },
    detail: { state: 'failed', failureCode },
  });
  return true;
}

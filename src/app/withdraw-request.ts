import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { cancelOpenTasks } from '../execute/cancel-tasks.ts';
import { moveCase, readCase, readContact } from '../store/case-file.ts';
import { closePlansOfCase } from '../store/plan-record.ts';
import { withTransaction } from '../store/transaction.ts';
import { authenticatePerson } from './authenticate-person.ts';
import { callBackPlan } from './call-back-plan.ts';
import { queueLetter } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
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
      if (!(await callBackPlan(inside, id, 'withdrawn')))
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

import { GestandError } from '../base/error.ts';
import { type ExtensionReason, extendAnswer as extendInLaw } from '../law/deadlines.ts';
import { listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, moveCase } from '../store/case-file.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase, receivedOn, wordsToPerson, writeToPerson } from './case-in-hand.ts';
import type { PolicyContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { requestKinds } from './request-kind.ts';

export interface ExtensionToGive {
  readonly reference: string;
  /** The law has these two and no others (art. 12(3)). */
  readonly reason: ExtensionReason;
  /** What makes it so in this case, for the person to read. */
  readonly explanation: string;
}

/**
 * Gives an answer two months more, once, and tells the person so in the same transaction: an extension that was not told
 * within the first month is none (art. 12(3) GDPR).
 *
 * @throws GestandError `not-found`; `conflict` when it was extended before, the first month is over, or the law knows no
 * extension for this kind; `bad-input` without an explanation.
 */
export async function extendAnswer(context: PolicyContext, input: ExtensionToGive): Promise<CaseFile> {
  const { actor, store, policy } = context;
  permit(actor, 'extend-answer');
  const explanation = wordsToPerson(input.explanation);
  const named = await namedCase(store, input.reference);
  if (!requestKinds[named.kind].right)
    throw new GestandError(
      'conflict',
      `${named.reference} is a ${named.kind}. The law only lets the answer to a request about a right be extended.`,
    );
  return withTransaction(store, async (inside) => {
    if ((await listCaseEvents(inside, named.id)).some(({ kind }) => kind === 'extended'))
      throw new GestandError(
        'conflict',
        `The answer of ${named.reference} was extended before: once is all.`,
      );
    const sentAt = store.clock.now();
    const given = extendInLaw(Temporal.Instant.from(named.receivedAt), { sentAt, reason: input.reason });
    if (given.kind === 'not-extended')
      throw new GestandError(
        'conflict',
        `The first month of ${named.reference} is over, so its answer can no longer be extended. Answer now.`,
      );
    const legalDate = given.deadline.legalDate.toString();
    const file = await moveCase(inside, named.id, {
      from: ['in-progress'],
      to: 'extended',
      actor: actorName(actor),
      detail: { reason: input.reason, legalDate },
      reason: explanation,
      legalDate,
      safeDate: given.deadline.planningDate.toString(),
    });
    await writeToPerson({ store: inside, policy }, file, {
      kind: 'answer-extended',
      reason: input.reason,
      explanation,
      receivedOn: receivedOn(file),
      legalDate,
    });
    return file;
  });
}

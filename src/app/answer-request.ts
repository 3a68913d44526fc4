import { GestandError } from '../base/error.ts';
import type { ComplaintFinding } from '../domain/complaint-finding.ts';
import { type CaseFile, moveCase } from '../store/case-file.ts';
import { listMarksOfCase } from '../store/person-mark.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase, receivedOn, wordsToPerson, writeToPerson } from './case-in-hand.ts';
import type { PolicyContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { planKindOf } from './request-kind.ts';

export interface AnswerToGive {
  readonly reference: string;
  readonly answer: string;
  /** What came of a complaint: it must be given for one, and for nothing else. */
  readonly finding: ComplaintFinding | null;
}

/**
 * Answers a case in an officer's own words, where no plan makes the answer: a question, security information, a complaint.
 *
 * @throws GestandError `not-found`; `conflict` when a plan answers it or it is not in hand; `bad-input` without a text, or
 * without what came of a complaint.
 */
export async function answerRequest(context: PolicyContext, input: AnswerToGive): Promise<CaseFile> {
  const { actor, store, policy } = context;
  permit(actor, 'answer-request');
  const answer = wordsToPerson(input.answer);
  const { finding } = input;
  const named = await namedCase(store, input.reference);
  if (planKindOf(named.kind) !== undefined)
    throw new GestandError(
      'conflict',
      `${named.reference} asks for ${named.kind}: a plan answers it. See "gestand approve ${named.reference}".`,
    );
  if ((named.kind === 'complaint') !== (finding !== null))
    throw new GestandError(
      'bad-input',
      named.kind === 'complaint'
        ? 'Say what came of the complaint: upheld, upheld-in-part or not-upheld.'
        : `Only a complaint is upheld or not; ${named.reference} is a ${named.kind}.`,
    );
  const marks = await listMarksOfCase(store, named.id);
  if (marks.some(({ ground, liftedAt }) => ground === 'objection-pending' && liftedAt === null))
    throw new GestandError(
      'conflict',
      `${named.reference} waits to be weighed, and that is its answer: gestand requests weigh ${named.reference}.`,
    );
  return withTransaction(store, async (inside) => {
    const file = await moveCase(inside, named.id, {
      from: ['in-progress', 'extended'],
      to: 'answered',
      actor: actorName(actor),
      detail: finding === null ? {} : { finding },
      reason: answer,
    });
    await writeToPerson({ store: inside, policy }, file, {
      kind: 'request-answered',
      request: file.kind,
      receivedOn: receivedOn(file),
      finding,
      answer,
    });
    return file;
  });
}

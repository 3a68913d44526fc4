import { GestandError } from '../base/error.ts';
import { isJoinable, joinableKinds } from '../domain/case-file.ts';
import { listCaseEvents } from '../store/case-event.ts';
import type { CaseFile } from '../store/case-file.ts';
import { keepCasePerson, listCasesOfSamePerson } from '../store/case-person.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase } from './case-in-hand.ts';
import { findRequester } from './find-requester.ts';
import { placeOf } from './found-row.ts';
import { join, judgePair, type NotJoined, type Pair } from './join-cases.ts';
import { actorName, permit } from './permissions.ts';
import { openCaseOf, type PlanningContext } from './plan-request.ts';
import { settleRequester } from './settle-requester.ts';

/**
 * Lets an earlier request of the same person answer another, because an officer says so. That they are one person is not theirs to say: both
 * are looked up again by what was proven, and must lead to the same rows.
 *
 * @throws GestandError `not-found`; `conflict` when the earlier cannot answer the other, and why; what `findRequester` throws.
 */
export async function mergeRequests(
  context: PlanningContext,
  { reference, into }: { readonly reference: string; readonly into: string },
): Promise<Pair> {
  const { actor, store, policy } = context;
  permit(actor, 'merge-requests');
  const pair = { later: await namedCase(store, reference), first: await namedCase(store, into) };
  if (pair.later.id === pair.first.id)
    throw new GestandError('bad-input', 'These are one request. Name the one and the other.');
  // Of other kinds nobody has to prove who asks.
  for (const { kind } of [pair.later, pair.first])
    if (!isJoinable(kind)) throw new GestandError('conflict', why.unplanned(pair));
  await lookUp(context, pair.later);
  await lookUp(context, pair.first);
  const same = await listCasesOfSamePerson(store, pair.later.id);
  if (!same.some(({ id }) => id === pair.first.id))
    throw new GestandError(
      'conflict',
      `What was proven for ${pair.later.reference} and for ${pair.first.reference} does not lead to the same rows, so they are not known to be of one person. Answer each by itself.`,
    );
  await withTransaction(store, async (inside) => {
    const contacts = await judgePair(inside, pair);
    if (typeof contacts === 'string') throw new GestandError('conflict', why[contacts](pair));
    await join({ store: inside, policy }, pair, { contacts, by: actorName(actor) });
  });
  return pair;
}

const why: Readonly<Record<NotJoined, (pair: Pair) => string>> = {
  'not-open': ({ later, first }) =>
    `${later.reference} or ${first.reference} is not being worked on, or its answer was extended. See "gestand requests show".`,
  'other-kind': ({ later, first }) =>
    `${later.reference} asks for ${later.kind} and ${first.reference} for ${first.kind}: one does not answer the other.`,
  unplanned: ({ later, first }) =>
    `${later.reference} and ${first.reference}: only requests for ${joinableKinds.join(', ')} can be merged. Answer each by itself.`,
  'came-first': ({ later, first }) =>
    `${later.reference} came in first, so its clock counts. Turn it around: gestand requests merge ${first.reference} --into ${later.reference}`,
  approved: ({ later }) => `The plan of ${later.reference} was approved, so it is answered by itself.`,
  represented: () =>
    'One of them asks for somebody else. Whoever represents a person must get the answer too: answer each by itself.',
  'other-wish': ({ later, first }) =>
    `${later.reference} and ${first.reference} do not ask the same. Answer each by itself.`,
  gone: ({ later, first }) =>
    `It is no longer kept who asked ${later.reference} or ${first.reference}, or what.`,
};

async function lookUp(context: PlanningContext, { id, reference }: CaseFile): Promise<void> {
  const { store } = context;
  const file = await openCaseOf(store, id, { approved: 'too' });
  const person = settleRequester(store, await findRequester(context, file), await listCaseEvents(store, id));
  if (person.kind === 'ask')
    throw new GestandError(
      'conflict',
      `It is not known yet which of several people asks in ${reference}. Say so first: gestand identify ${reference}`,
    );
  await keepCasePerson(store, id, person.rows.map(placeOf));
}

import { assert } from '../base/assert.ts';
import { canonicalJson, type Json } from '../base/canonical-json.ts';
import type { CaseId } from '../base/ids.ts';
import { memberOf } from '../base/json-member.ts';
import { type CaseKind, isJoinable } from '../domain/case-file.ts';
import { appendCaseEvent, type CaseEvent, listCaseEvents } from '../store/case-event.ts';
import {
  type CaseFile,
  type Contact,
  moveCase,
  readCase,
  readContact,
  readWish,
} from '../store/case-file.ts';
import { keepCasePerson, listCasesOfSamePerson, passOnJoined } from '../store/case-person.ts';
import { lockCase } from '../store/plan-case.ts';
import { closePlansOfCase } from '../store/plan-record.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { receivedOn } from './case-in-hand.ts';
import { queueLetter } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import { statedNumberFound } from './find-requester.ts';
import { type FoundRow, placeOf } from './found-row.ts';
import { planStanding } from './plan-standing.ts';

type Joining = Pick<PolicyContext, 'policy'> & { readonly store: StoreScope };

/** A request of somebody, and an earlier one of the same person. */
export interface Pair {
  readonly later: CaseFile;
  readonly first: CaseFile;
}

/** Why a case is not answered by another; a code, for whoever tells it. */
export type NotJoined =
  /** One of them is not worked on, or its answer takes longer and the person was told so. */
  | 'not-open'
  | 'other-kind'
  /** Nothing is planned for it: it took effect when it came in, or somebody writes the answer. */
  | 'unplanned'
  /** The other came in later: the clock is that of the earliest. */
  | 'came-first'
  /** Its own plan was approved. */
  | 'approved'
  /** One of them asks for somebody else: who represents must hear the answer too. */
  | 'represented'
  /** What they ask differs: another correction, another party. */
  | 'other-wish'
  /** It is no longer kept who asks, or what. */
  | 'gone';

/**
 * Notes whose a case is, and lets the first of one person's requests for the same answer the others. Both identities were proven, and both
 * lead to exactly the same rows; an address alone decides nothing. Not those of which an officer said that they stay apart.
 *
 * @returns whether this case is now answered by another.
 */
export async function joinDuplicates(
  context: Joining,
  { id }: CaseFile,
  rows: readonly FoundRow[],
): Promise<boolean> {
  const { store } = context;
  // By itself, before anybody looks: of two that are planned at once, the later to say so sees both.
  await keepCasePerson(store, id, rows.map(placeOf));
  const same = await listCasesOfSamePerson(store, id);
  for (const [first, ...others] of Map.groupBy(same, ({ kind }) => kind).values())
    if (first !== undefined) for (const later of others) await joinByItself(context, { later, first }, rows);
  return (await readCase(store, id))?.state === 'joined';
}

async function joinByItself(context: Joining, pair: Pair, rows: readonly FoundRow[]): Promise<void> {
  await withTransaction(context.store, async (inside) => {
    const judged = await judgePair(inside, pair);
    if (typeof judged === 'string') return;
    // A number that does not go with the address is for somebody to look at.
    const stated = [judged.later, judged.first].map((contact) => statedNumberFound(contact, rows));
    if (stated.includes(false) || (await wereSetApart(inside, pair))) return;
    await join({ ...context, store: inside }, pair, { contacts: judged, by: 'system' });
  });
}

interface Contacts {
  readonly later: Contact;
  readonly first: Contact;
}

/** Whether one request can answer another of the same person: who asks them, or why not. Locks both cases. */
export async function judgePair(inside: StoreScope, pair: Pair): Promise<Contacts | NotJoined> {
  // In one order, so that two at once wait for each other and not for ever.
  for (const id of [pair.later.id, pair.first.id].toSorted()) await lockCase(inside, id);
  const [later, first] = await Promise.all([
    readCase(inside, pair.later.id),
    readCase(inside, pair.first.id),
  ]);
  const worked = first?.state === 'in-progress' || first?.state === 'extended';
  if (later?.state !== 'in-progress' || first === undefined || !worked) return 'not-open';
  if (later.kind !== first.kind) return 'other-kind';
  if (!isJoinable(later.kind)) return 'unplanned';
  if (byReceipt(later, first) < 0) return 'came-first';
  const { kind } = await planStanding(inside, later.id);
  if (kind === 'approved' || kind === 'executed' || kind === 'failed') return 'approved';
  const [its, others] = await Promise.all([readContact(inside, later.id), readContact(inside, first.id)]);
  if (its === undefined || others === undefined) return 'gone';
  if (its.onBehalfOf !== undefined || others.onBehalfOf !== undefined) return 'represented';
  const wishes = await Promise.all([later, first].map(({ id }) => wishText(inside, id, later.kind)));
  if (wishes.includes(undefined)) return 'gone';
  return wishes[0] === wishes[1] ? { later: its, first: others } : 'other-wish';
}

/** The first to come in first; of two at once, the one that was opened first: its id begins with when. */
export function byReceipt(a: CaseFile, b: CaseFile): number {
  return Temporal.Instant.compare(a.receivedAt, b.receivedAt) || (a.id < b.id ? -1 : 1);
}

async function wishText(inside: StoreScope, id: CaseId, kind: CaseKind): Promise<string | undefined> {
  const wish = await readWish(inside, { id, kind });
  return wish === undefined ? undefined : canonicalJson(wish as unknown as Json);
}

/** Joins two that may be: the later ends, the first answers it, and whoever asked the later is told so. In the transaction that judged them. */
export async function join(
  { store, policy }: Joining,
  { later, first }: Pair,
  { contacts, by }: { readonly contacts: Contacts; readonly by: string },
): Promise<void> {
  const { kind } = later;
  assert(isJoinable(kind), 'a kind that is joined');
  await closePlansOfCase(store, later.id);
  const file = await moveCase(store, later.id, {
    from: ['in-progress'],
    to: 'joined',
    actor: by,
    detail: { with: first.id },
    joinedTo: first.id,
  });
  await passOnJoined(store, { from: later.id, to: first.id });
  await appendCaseEvent(store, first.id, { kind: 'other-joined', actor: by, detail: { case: later.id } });
  await queueLetter(
    { store, policy },
    { file, to: contacts.later.email },
    {
      kind: 'request-joined',
      request: kind,
      receivedOn: receivedOn(later),
      first: { reference: first.reference, receivedOn: receivedOn(first), legalDate: first.legalDate },
      answerTo: sameAddress(contacts) ? 'this-address' : 'other-address',
    },
  );
}

function sameAddress({ later, first }: Contacts): boolean {
  return later.email.toLowerCase() === first.email.toLowerCase();
}

/** Takes a joined case up again, by itself: as it was, with the clock it had. Call it in a transaction. */
export async function setApart(store: StoreScope, { id, joinedTo }: CaseFile, by: string): Promise<CaseFile> {
  const file = await moveCase(store, id, {
    from: ['joined'],
    to: 'in-progress',
    actor: by,
    detail: joinedTo === null ? { apart: true } : { apart: true, from: joinedTo },
    joinedTo: null,
  });
  if (joinedTo !== null)
    await appendCaseEvent(store, joinedTo, { kind: 'other-set-apart', actor: by, detail: { case: id } });
  return file;
}

// What an officer said stays so; what came apart because the other was withdrawn may be joined with a third.
async function wereSetApart(inside: StoreScope, { later, first }: Pair): Promise<boolean> {
  const apart = (events: readonly CaseEvent[], from: CaseId) =>
    events.some(
      ({ kind, actor, detail }) =>
        kind === 'in-progress' && actor !== 'system' && memberOf(detail, 'from') === from,
    );
  const [its, others] = await Promise.all([
    listCaseEvents(inside, later.id),
    listCaseEvents(inside, first.id),
  ]);
  return apart(its, first.id) || apart(others, later.id);
}

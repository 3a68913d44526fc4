import { present } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';
import { cancelOpenTasks } from '../execute/cancel-tasks.ts';
import { type Ground, type GroundId, groundById } from '../law/grounds.ts';
import { isGroundFor, refusalGrounds } from '../law/refusal-grounds.ts';
import { type CaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, moveCase, readCase, readContact } from '../store/case-file.ts';
import { appendReasonedEvent, readReasons } from '../store/case-reason.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { closePlansOfCase } from '../store/plan-record.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase, receivedOn, wordsToPerson, writeToPerson } from './case-in-hand.ts';
import type { PolicyContext, StoreContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { planStanding } from './plan-standing.ts';

/** A refusal that one officer proposed and another must confirm. */
export interface ProposedRefusal {
  readonly file: CaseFile;
  readonly ground: Ground;
  readonly explanation: string;
  readonly proposedBy: string;
}

/** The ground on which who asks for somebody else is refused: its letter tells nothing of that person. */
const mandateGround: GroundId = 'mandate-not-shown';

/** The states in which a case can still be refused. */
const open = ['identity', 'in-progress', 'extended'] as const;

/**
 * Proposes to refuse a request, on a ground of the closed list. Nothing happens before another officer confirms it: whoever
 * refuses must show that they may (art. 12(5) GDPR). A later proposal takes the place of an earlier one.
 *
 * @throws GestandError `not-found`; `bad-input` when the ground is not one for this kind, or there is no explanation;
 * `conflict` when the case has ended or its plan was approved.
 */
export async function proposeRefusal(
  { actor, store }: StoreContext,
  input: { readonly reference: string; readonly ground: string; readonly explanation: string },
): Promise<ProposedRefusal> {
  permit(actor, 'refuse-request');
  const explanation = wordsToPerson(input.explanation);
  const named = await namedCase(store, input.reference);
  if (!isGroundFor(named.kind, input.ground))
    throw new GestandError(
      'bad-input',
      `"${input.ground}" is no ground on which the law lets a request for ${named.kind} be refused. There are: ${refusalGrounds(
        named.kind,
      )
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  if (input.ground === mandateGround && (await readContact(store, named.id))?.onBehalfOf === undefined)
    throw new GestandError('bad-input', `In ${named.reference} nobody asks for somebody else.`);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const detail = { ground: input.ground };
    await appendReasonedEvent(inside, named.id, {
      kind: 'refusal-proposed',
      actor: by,
      detail,
      reason: explanation,
    });
    const file = await refusable(inside, named);
    await appendLedgerEntry(inside, {
      kind: 'refusal-proposed',
      subjects: { caseId: file.id },
      detail: { ...detail, by },
    });
    const ground = present(groundById(input.ground), input.ground);
    return { file, ground, explanation, proposedBy: by };
  });
}

/**
 * The refusal that waits for another officer; undefined when there is none.
 *
 * @throws GestandError `not-found`
 */
export async function readProposedRefusal(
  { actor, store }: StoreContext,
  reference: string,
): Promise<ProposedRefusal | undefined> {
  permit(actor, 'refuse-request');
  return proposedIn(store, await namedCase(store, reference));
}

/**
 * Refuses a request that another officer proposed to refuse, and tells the person why and where else they can go, in one
 * transaction (art. 12(4) GDPR).
 *
 * @throws GestandError `not-found`; `forbidden` when it is the same officer; `conflict` when nothing was proposed, the case
 * has ended, or its plan was approved.
 */
export async function confirmRefusal(
  context: PolicyContext,
  { reference }: { readonly reference: string },
): Promise<ProposedRefusal> {
  const { actor, store, policy } = context;
  permit(actor, 'refuse-request');
  const named = await namedCase(store, reference);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const proposed = await proposedIn(inside, named);
    if (proposed === undefined)
      throw new GestandError(
        'conflict',
        `Nobody proposed to refuse ${named.reference}. Do so first, with a ground: gestand requests refuse ${named.reference} --ground …`,
      );
    const { ground, explanation, proposedBy } = proposed;
    if (proposedBy === by)
      throw new GestandError(
        'forbidden',
        `You proposed to refuse ${named.reference} yourself. Another officer must confirm it.`,
      );
    const file = await moveCase(inside, named.id, {
      from: open,
      to: 'refused',
      actor: by,
      detail: { ground: ground.id, proposedBy },
      reason: explanation,
    });
    await refusePlans(inside, file);
    await writeToPerson(
      { store: inside, policy },
      file,
      ground.id === mandateGround
        ? { kind: 'mandate-refused', reason: explanation }
        : {
            kind: 'request-refused',
            request: file.kind,
            receivedOn: receivedOn(file),
            ground,
            explanation,
          },
    );
    return { ...proposed, file };
  });
}

async function proposedIn(store: StoreScope, file: CaseFile): Promise<ProposedRefusal | undefined> {
  const events = await listCaseEvents(store, file.id);
  const proposal = events.findLast(({ kind }) => kind === 'refusal-proposed');
  // A case that was taken up again after a refusal must be judged anew.
  if (proposal === undefined || events.some((event) => event.kind === 'refused' && isLater(event, proposal)))
    return undefined;
  const { ground: id } = proposal.detail as { readonly ground: string };
  const ground = present(groundById(id), id);
  const explanation = (await readReasons(store, file.id)).get(proposal.ordinal) ?? '';
  return { file, ground, explanation, proposedBy: proposal.actor };
}

function isLater(event: CaseEvent, than: CaseEvent): boolean {
  return event.ordinal > than.ordinal;
}

// The event before this locked the case, so what is read here stays.
async function refusable(inside: StoreScope, { id, reference }: CaseFile): Promise<CaseFile> {
  const file = await readCase(inside, id);
  if (file === undefined || !open.some((state) => state === file.state))
    throw new GestandError('conflict', `${reference} is "${file?.state}" and can no longer be refused.`);
  await refuseApproved(inside, file);
  return file;
}

async function refusePlans(inside: StoreScope, file: CaseFile): Promise<void> {
  await refuseApproved(inside, file);
  await closePlansOfCase(inside, file.id);
  await cancelOpenTasks(inside, { caseId: file.id });
}

async function refuseApproved(inside: StoreScope, { id, reference }: CaseFile): Promise<void> {
  const standing = await planStanding(inside, id);
  if (standing.kind === 'approved' || standing.kind === 'executed')
    throw new GestandError('conflict', `The plan of ${reference} was approved, so it is carried out.`);
}

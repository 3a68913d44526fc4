import { GestandError } from '../base/error.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { type CaseFile, findCaseByReference, readContact } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { announceLifting, isStaying, listMarksOfCase } from '../store/person-mark.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { queueLetter } from './case-letter.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { requireReason } from './require-reason.ts';
import { type Lifting, stayingStops } from './staying-stops.ts';

type Context = StoreContext & Pick<SourcesContext, 'policy'>;

/** A case whose marks are to be lifted, and what that comes to. */
export interface LiftedCase extends Lifting {
  readonly file: CaseFile;
}

/**
 * What would be used again if what stands since a case were lifted, and what another stop of the same person keeps as it is.
 *
 * @throws GestandError `not-found`; `conflict` when nothing stands; `gone` when nobody can be told.
 */
export async function previewLifting(context: Context, reference: string): Promise<LiftedCase> {
  permit(context.actor, 'lift-marks');
  const file = await namedCase(context, reference);
  const { standing, contact } = await standingSince(context.store, file);
  return { file, ...(await stayingStops(context, contact, standing)) };
}

/**
 * Ends what stands against the use of somebody's data since a case: the letter that says so is queued now, and only when it has left are
 * the marks lifted (GDPR art. 18(3)); see `keepStanding`. The letter says what another stop keeps as it is.
 *
 * @throws GestandError `not-found`; `bad-input` without a reason; `conflict` when nothing stands; `gone` when nobody can be told.
 */
export async function liftMarks(
  context: Context,
  input: { readonly reference: string; readonly reason: string },
): Promise<LiftedCase> {
  const { actor, store, policy } = context;
  permit(actor, 'lift-marks');
  const reason = requireReason(input.reason);
  const file = await namedCase(context, input.reference);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    await appendCaseEvent(inside, file.id, { kind: 'lifting-announced', actor: by, detail: {} });
    const { standing, contact } = await standingSince(inside, file);
    const lifting = await stayingStops({ store: inside, policy }, contact, standing);
    const mailId = await queueLetter(
      { store: inside, policy },
      { file, to: contact.email },
      { kind: 'restriction-lifted', ...lifting, reason },
    );
    for (const { id } of standing) await announceLifting(inside, id, mailId);
    await appendLedgerEntry(inside, {
      kind: 'lifting-announced',
      subjects: { caseId: file.id, mailId },
      detail: { by, marks: standing.map(({ id }) => id) },
    });
    return { file, ...lifting };
  });
}

async function namedCase({ store }: Context, reference: string): Promise<CaseFile> {
  const file = await findCaseByReference(store, reference);
  if (file === undefined)
    throw new GestandError('not-found', `There is no request ${reference.trim()}. See "gestand requests".`);
  return file;
}

async function standingSince(store: StoreScope, file: CaseFile) {
  const standing = (await listMarksOfCase(store, file.id)).filter(isStaying);
  if (standing.length === 0)
    throw new GestandError('conflict', `Nothing stands against the use of data since ${file.reference}.`);
  const contact = await readContact(store, file.id);
  if (contact === undefined)
    throw new GestandError(
      'gone',
      `Whose case ${file.reference} was is no longer kept, so nobody can be told.`,
    );
  return { standing, contact };
}

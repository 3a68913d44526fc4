import { GestandError } from '../base/error.ts';
import { stoppedUses } from '../report/stopped-uses.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { type CaseFile, findCaseByReference, readContact } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { announceLifting, listMarksOfCase } from '../store/person-mark.ts';
import { withTransaction } from '../store/transaction.ts';
import { queueLetter } from './case-letter.ts';
import type { SourcesContext, StoreContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { requireReason } from './require-reason.ts';

/**
 * Ends what stands against the use of somebody's data since a case: the letter that says so is queued now, and only when it has left are
 * the marks lifted (GDPR art. 18(3)); see `keepStanding`.
 *
 * @throws GestandError `not-found`; `bad-input` without a reason; `conflict` when nothing stands; `gone` when nobody can be told.
 */
export async function liftMarks(
  { actor, store, policy }: StoreContext & Pick<SourcesContext, 'policy'>,
  input: { readonly reference: string; readonly reason: string },
): Promise<CaseFile> {
  permit(actor, 'lift-marks');
  const reason = requireReason(input.reason);
  const file = await findCaseByReference(store, input.reference);
  if (file === undefined)
    throw new GestandError(
      'not-found',
      `There is no request ${input.reference.trim()}. See "gestand requests".`,
    );
  const by = actorName(actor);
  await withTransaction(store, async (inside) => {
    await appendCaseEvent(inside, file.id, { kind: 'lifting-announced', actor: by, detail: {} });
    const standing = (await listMarksOfCase(inside, file.id)).filter(
      ({ liftedAt, noticeMailId }) => liftedAt === null && noticeMailId === null,
    );
    if (standing.length === 0)
      throw new GestandError('conflict', `Nothing stands against the use of data since ${file.reference}.`);
    const contact = await readContact(inside, file.id);
    if (contact === undefined)
      throw new GestandError(
        'gone',
        `Whose case ${file.reference} was is no longer kept, so nobody can be told.`,
      );
    const uses = stoppedUses(
      policy,
      standing.map(({ scope }) => scope),
    );
    const mailId = await queueLetter(
      { store: inside, policy },
      { file, to: contact.email },
      { kind: 'restriction-lifted', uses, reason },
    );
    for (const { id } of standing) await announceLifting(inside, id, mailId);
    await appendLedgerEntry(inside, {
      kind: 'lifting-announced',
      subjects: { caseId: file.id, mailId },
      detail: { by, marks: standing.map(({ id }) => id) },
    });
  });
  return file;
}

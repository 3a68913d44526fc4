import { GestandError } from '../base/error.ts';
import { normaliseIdentity } from '../domain/identity.ts';
import { appendCaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, readContact } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { setMark } from '../store/person-mark.ts';
import { supersedeDrafts } from '../store/plan-record.ts';
import { withTransaction } from '../store/transaction.ts';
import type { StoreContext } from './context.ts';
import { correctionsOf, rectificationCase } from './correction-case.ts';
import { correctionWait } from './correction-choice.ts';
import { actorName, permit } from './permissions.ts';
import { openCaseOf } from './plan-request.ts';

/**
 * Marks a request as disputed: whether the person is right must be found out first. Until that is decided there is no plan,
 * and the data of those categories are restricted (GDPR art. 18(1)(a)).
 *
 * @throws GestandError `not-found`; `conflict` when it is disputed already, was approved, or has ended; `gone`.
 */
export async function disputeCorrection(
  { actor, store }: StoreContext,
  { reference }: { readonly reference: string },
): Promise<CaseFile> {
  permit(actor, 'dispute-correction');
  const by = actorName(actor);
  const { id } = await rectificationCase(store, reference);
  return withTransaction(store, async (inside) => {
    const before = correctionWait(await listCaseEvents(inside, id));
    // The event locks the case: an approval comes before this or finds it disputed.
    await appendCaseEvent(inside, id, { kind: 'correction-disputed', actor: by, detail: {} });
    const file = await openCaseOf(inside, id);
    if (before?.kind === 'disputed')
      throw new GestandError('conflict', `${file.reference} is disputed already. Decide it.`);
    const contact = await readContact(inside, id);
    if (contact === undefined)
      throw new GestandError('gone', `Whose case ${file.reference} was is no longer kept.`);
    await supersedeDrafts(inside, id);
    const categories = [
      ...new Set((await correctionsOf(inside, file)).map(({ category }) => category)),
    ].toSorted();
    const mark = await setMark(
      inside,
      {
        caseId: id,
        kind: 'restricted',
        ground: 'accuracy-contested',
        scope: { purposes: 'all', categories, recipients: 'all' },
        rule: '18(1)(a)',
      },
      [normaliseIdentity('email', contact.email)],
    );
    await appendLedgerEntry(inside, {
      kind: 'correction-disputed',
      subjects: { caseId: id },
      detail: { categories, mark: mark.id, by },
    });
    return file;
  });
}

/**
 * Decides that the person is right: a plan is made again. What is restricted stays so until the person was told that it ends (art.
 * 18(3)). That they are not right is a refusal, which has its own way.
 *
 * @throws GestandError `not-found`; `conflict` when nothing is disputed.
 */
export async function acceptCorrection(
  { actor, store }: StoreContext,
  { reference }: { readonly reference: string },
): Promise<CaseFile> {
  permit(actor, 'dispute-correction');
  const by = actorName(actor);
  const { id } = await rectificationCase(store, reference);
  return withTransaction(store, async (inside) => {
    const before = correctionWait(await listCaseEvents(inside, id));
    await appendCaseEvent(inside, id, { kind: 'dispute-decided', actor: by, detail: { accepted: true } });
    const file = await openCaseOf(inside, id);
    if (before?.kind !== 'disputed') throw new GestandError('conflict', `${file.reference} is not disputed.`);
    await appendLedgerEntry(inside, {
      kind: 'dispute-decided',
      subjects: { caseId: id },
      detail: { accepted: true, by },
    });
    return file;
  });
}

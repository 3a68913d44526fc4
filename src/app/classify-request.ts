import { GestandError } from '../base/error.ts';
import { caseStanding } from '../domain/case-standing.ts';
import type { Wish } from '../domain/wish.ts';
import { asksNoProof } from '../law/identity-proofs.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { type CaseFile, moveCase, readContact, readWish } from '../store/case-file.ts';
import { changeWish } from '../store/change-wish.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase } from './case-in-hand.ts';
import { withoutForbidden } from './check-wish.ts';
import type { PolicyContext } from './context.ts';
import { sendIdentityCode } from './identity-code-letter.ts';
import { markAtOnce, needsProof } from './mark-at-once.ts';
import { actorName, permit } from './permissions.ts';
import { requestKinds } from './request-kind.ts';

/**
 * Says what kind of request somebody's own words are. The clock stays where it began. Where the answer tells something about
 * somebody, a code now goes to the address they wrote from; what needs no proof, as an end to advertising, holds at once: as on the
 * website.
 *
 * @throws GestandError `not-found`; `conflict` for a case that was classified before, or is no longer open; `bad-input` when the wish holds what
 * may not be kept.
 */
export async function classifyRequest(
  context: PolicyContext,
  { reference, wish: asked }: { readonly reference: string; readonly wish: Wish },
): Promise<CaseFile> {
  const { actor, store, policy, publicUrl } = context;
  permit(actor, 'classify-request');
  const { wish } = withoutForbidden({ wish: asked, customerNumber: null }, { redact: false });
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const file = await namedCase(inside, reference);
    if (!asksNoProof(file.kind) || file.state !== 'in-progress')
      throw new GestandError(
        'conflict',
        `${file.reference} is of the kind ${file.kind}, and ${caseStanding(file)}. Only what somebody asks in their own words, and nobody has answered, can become another kind.`,
      );
    const contact = await readContact(inside, file.id);
    if (contact === undefined)
      throw new GestandError('gone', `Whose case ${file.reference} was is no longer kept.`);
    const handling = requestKinds[wish.kind];
    const deadline = handling.deadline(Temporal.Instant.from(file.receivedAt));
    const dates = { safeDate: deadline.planningDate.toString(), legalDate: deadline.legalDate.toString() };
    await changeWish(inside, file.id, { wish, ...dates });
    const changed: CaseFile = { ...file, kind: wish.kind, ...dates };
    const detail = { from: file.kind, to: wish.kind, legalDate: changed.legalDate };
    await appendCaseEvent(inside, file.id, { kind: 'classified', actor: by, detail });
    await appendLedgerEntry(inside, {
      kind: 'case-classified',
      subjects: { caseId: file.id },
      detail: { ...detail, by },
    });
    if (asksNoProof(wish.kind)) return changed;
    if (!needsProof(policy, wish)) {
      await markAtOnce({ store: inside, policy }, changed);
      return changed;
    }
    // What waits for the code is set when it comes; it has been taken up as a question only.
    await markAtOnce({ store: inside, policy }, { ...changed, state: 'identity' });
    await sendIdentityCode(
      { store: inside, policy, publicUrl },
      { file: changed, to: contact.email, network: null },
    );
    return moveCase(inside, file.id, { from: ['in-progress'], to: 'identity', actor: by });
  });
}

/**
 * What somebody asked in their own words.
 *
 * @throws GestandError `not-found`; `conflict` for a request that has none, or whose words are no longer kept.
 */
export async function wordsOfRequest({ actor, store }: PolicyContext, reference: string): Promise<string> {
  permit(actor, 'classify-request');
  const file = await namedCase(store, reference);
  const wish = await readWish(store, file);
  if (wish !== undefined && 'text' in wish) return wish.text;
  throw new GestandError('conflict', `Case ${file.reference} holds no words of a person to classify.`);
}

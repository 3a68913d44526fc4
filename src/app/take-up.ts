import { legalDateOf } from '../base/clock.ts';
import type { IdentityProof } from '../domain/identity-proof.ts';
import { type CaseFile, moveCase, readContact, renewAccessToken } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { queueLetter, statusLink } from './case-letter.ts';
import type { PolicyContext } from './context.ts';
import { requestKinds } from './request-kind.ts';

/**
 * Takes a case up, as soon as it is known that it is of whoever asks or need not be known: its letter of receipt with
 * the link to its page, and what the law says happens at once. Call it in the transaction that proves it.
 *
 * @returns the token of the link; the one before it opens nothing any more.
 * @throws GestandError `conflict` when the case was taken up before, or has ended.
 */
export async function takeUpCase(
  context: Pick<PolicyContext, 'policy' | 'publicUrl'> & { readonly store: StoreScope },
  { id, kind }: Pick<CaseFile, 'id' | 'kind'>,
  {
    proof,
    actor,
    reason,
    receipt = 'sent',
  }: {
    readonly proof: IdentityProof;
    readonly actor: string;
    readonly reason?: string;
    /** `by-caller`: who calls answers the very message with which it came. */
    readonly receipt?: 'sent' | 'by-caller';
  },
): Promise<string> {
  const { store, policy, publicUrl } = context;
  const file = await moveCase(store, id, {
    from: ['received', 'identity'],
    to: 'in-progress',
    actor,
    detail: { proof },
    ...(reason === undefined ? {} : { reason }),
  });
  if (proof !== 'not-needed')
    await appendLedgerEntry(store, {
      kind: 'identity-proven',
      subjects: { caseId: id },
      detail: { by: proof, state: 'in-progress' },
    });
  const { reference, language } = file;
  const token = await renewAccessToken(store, id);
  const contact = await readContact(store, id);
  if (contact !== undefined && receipt === 'sent')
    await queueLetter(
      { store, policy },
      { file, to: contact.email },
      {
        kind: 'request-received',
        request: kind,
        receivedOn: legalDateOf(Temporal.Instant.from(file.receivedAt)).toString(),
        legalDate: file.legalDate,
        statusLink: statusLink(publicUrl, { reference, token, language }),
      },
    );
  await requestKinds[kind].atOnce?.(context, file);
  return token;
}

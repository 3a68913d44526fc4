import { answerDeadline } from '../law/deadlines.ts';
import { moveCase, openCase } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { withTransaction } from '../store/transaction.ts';
import { attemptLimits, countAttempt } from './attempt-limits.ts';
import type { PolicyContext } from './context.ts';
import { sendIdentityCode } from './identity-code-letter.ts';
import { actorName, permit } from './permissions.ts';
import type { OpenRequestInput, OpenRequestResult } from './portal-services.ts';
import { caseKindOf } from './request-kind.ts';

/**
 * Opens a request and mails a code to the address that was given: that belongs to whoever reads it. No source is
 * asked anything before the code has come back, so the work, and the time it takes, say nothing of who is known.
 * The clock of art. 12(3) GDPR starts here.
 */
export async function openRequest(
  context: PolicyContext,
  input: OpenRequestInput,
): Promise<OpenRequestResult> {
  const { actor, store, policy, publicUrl } = context;
  permit(actor, 'open-request');
  // The mail goes to the very characters that are looked for afterwards: two that look alike are two addresses.
  const email = input.email.normalize('NFC');
  const tooMany = await countAttempt(store, [
    attemptLimits.openFromClient(input.clientKey),
    attemptLimits.mailFromClient(input.clientKey, email),
    attemptLimits.mailToAddress(email),
  ]);
  if (tooMany !== null) return tooMany;
  const deadline = answerDeadline(store.clock.now());
  const kind = caseKindOf[input.kind];
  return withTransaction(store, async (inside) => {
    const { file } = await openCase(inside, {
      wish: { kind },
      language: input.language,
      channel: 'portal',
      safeDate: deadline.planningDate.toString(),
      legalDate: deadline.legalDate.toString(),
      contact: {
        email,
        ...(input.customerNumber === null ? {} : { customerNumber: input.customerNumber }),
      },
      actor: actorName(actor),
    });
    await appendLedgerEntry(inside, {
      kind: 'case-opened',
      subjects: { caseId: file.id },
      detail: { kind, channel: file.channel, legalDate: file.legalDate, state: 'identity' },
    });
    await sendIdentityCode({ store: inside, policy, publicUrl }, { file, to: email });
    await moveCase(inside, file.id, { from: ['received'], to: 'identity', actor: 'system' });
    return { kind: 'opened', reference: file.reference };
  });
}

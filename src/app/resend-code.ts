import { findCaseByReference, readContact } from '../store/case-file.ts';
import { withTransaction } from '../store/transaction.ts';
import { attemptLimits, countAttempt } from './attempt-limits.ts';
import type { PolicyContext } from './context.ts';
import { sendIdentityCode } from './identity-code-letter.ts';
import { permit } from './permissions.ts';
import type { ResendCodeInput, ResendCodeResult } from './portal-services.ts';

/**
 * Mails a new code while identity is still to be proven. For a reference nobody knows, and for a request that was
 * proven already, nothing happens and the answer is the same.
 */
export async function resendCode(context: PolicyContext, input: ResendCodeInput): Promise<ResendCodeResult> {
  const { actor, store, policy } = context;
  permit(actor, 'resend-code');
  const tooMany = await countAttempt(store, [
    attemptLimits.resendFromClient(input.clientKey),
    attemptLimits.resendForCase(input.reference),
  ]);
  if (tooMany !== null) return tooMany;
  await withTransaction(store, async (inside) => {
    const file = await findCaseByReference(inside, input.reference);
    if (file?.state !== 'identity') return;
    const contact = await readContact(inside, file.id);
    if (contact !== undefined) await sendIdentityCode({ store: inside, policy }, { file, to: contact.email });
  });
  return { kind: 'sent' };
}

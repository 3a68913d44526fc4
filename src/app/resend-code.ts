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
  const { actor, store, policy, publicUrl } = context;
  permit(actor, 'resend-code');
  const tooMany = await countAttempt(store, [
    attemptLimits.resendFromClient(input.clientKey),
    attemptLimits.resendForCase(input.reference),
  ]);
  if (tooMany !== null) return tooMany;
  const file = await findCaseByReference(store, input.reference);
  // Who is asked to say more is not let in by a code.
  const awaitsCode = file?.state === 'identity' && file.identityAskedAt === null;
  const contact = awaitsCode ? await readContact(store, file.id) : undefined;
  if (file === undefined || contact === undefined) return { kind: 'sent' };
  // A request of last month is one more way to have mail sent to an address.
  const tooOften = await countAttempt(store, [
    attemptLimits.mailFromClient(input.clientKey, contact.email),
    attemptLimits.mailToAddress(contact.email),
  ]);
  if (tooOften !== null) return tooOften;
  await withTransaction(store, (inside) =>
    sendIdentityCode({ store: inside, policy, publicUrl }, { file, to: contact.email }),
  );
  return { kind: 'sent' };
}

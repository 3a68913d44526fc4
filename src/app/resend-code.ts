import { findCaseByReference, readContact } from '../store/case-file.ts';
import { withTransaction } from '../store/transaction.ts';
import { attemptLimits, countAttempt, countMail } from './attempt-limits.ts';
import type { PolicyContext } from './context.ts';
import { sendIdentityCode } from './identity-code-letter.ts';
import { permit } from './permissions.ts';
import type { ResendCodeInput, ResendCodeResult } from './portal-services.ts';

/**
 * Mails a new code while identity is still to be proven. For a reference nobody knows, for a request that was
 * proven already, and where the address had too many mails, nothing happens and the answer is the same. Codes that were asked for from
 * elsewhere go on working.
 */
export async function resendCode(context: PolicyContext, input: ResendCodeInput): Promise<ResendCodeResult> {
  const { actor, store, policy, publicUrl } = context;
  permit(actor, 'resend-code');
  const tooMany = await countAttempt(store, [
    attemptLimits.resendFromClient(input.clientKey),
    attemptLimits.resendForCase(input.clientKey, input.reference),
  ]);
  if (tooMany !== null) return tooMany;
  const file = await findCaseByReference(store, input.reference);
  // Who is asked to say more is not let in by a code.
  const awaitsCode = file?.state === 'identity' && file.identityAskedAt === null;
  const contact = awaitsCode ? await readContact(store, file.id) : undefined;
  if (file === undefined || contact === undefined) return { kind: 'sent' };
  const { email } = contact;
  // A request of last month is one more way to have mail sent to an address. That there is no room would tell that it waits.
  const tooOften = await countMail(store, { clientKey: input.clientKey, email });
  if (tooOften !== null) return { kind: 'sent' };
  await withTransaction(store, (inside) =>
    sendIdentityCode({ store: inside, policy, publicUrl }, { file, to: email, network: input.clientKey }),
  );
  return { kind: 'sent' };
}

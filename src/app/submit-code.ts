import type { CaseId } from '../base/ids.ts';
import { type CaseFile, findCaseByReference } from '../store/case-file.ts';
import {
  type CodeOutcome,
  type TypedCode,
  tryCodeOfOthers,
  tryIdentityCode,
} from '../store/identity-code.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { attemptLimits, countAttempt } from './attempt-limits.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
import type { SubmitCodeInput, SubmitCodeResult } from './portal-services.ts';
import { proveIdentity } from './prove-identity.ts';

/** A code that confirms also says of which case, so that its plan can be made. */
export type SubmittedCode =
  | Exclude<SubmitCodeResult, { readonly kind: 'ok' }>
  | { readonly kind: 'ok'; readonly token: string; readonly caseId: CaseId };

/** What a code is tried against when the reference is unknown: the same work, and never right. */
const noCase: CaseId = 'case_unknown';

/**
 * Proves identity with the code from the mail (GDPR art. 12(6): no more is asked than is needed). From here on
 * the link opens the request; the person gets it by mail too, with the legal date.
 */
export async function submitCode(context: PolicyContext, input: SubmitCodeInput): Promise<SubmittedCode> {
  const { actor, store } = context;
  permit(actor, 'submit-code');
  const tooMany = await countAttempt(store, [
    attemptLimits.codeFromClient(input.clientKey),
    attemptLimits.codeForCase(input.clientKey, input.reference),
  ]);
  if (tooMany !== null) return tooMany;
  const file = await findCaseByReference(store, input.reference);
  const typed = { code: input.code, network: input.clientKey };
  const id = file?.id ?? noCase;
  // Outside a transaction: an attempt that was taken must stay taken.
  const own = await tryIdentityCode(store, id, typed);
  const outcome = own === 'wrong' ? await tryElsewhere(store, input.reference, { id, typed }) : own;
  if (outcome !== 'confirmed') return { kind: outcome };
  return file === undefined ? { kind: 'wrong' } : confirm(context, file);
}

// Whoever knows a reference can use these attempts up, and then only for networks that asked for no code.
async function tryElsewhere(
  store: StoreScope,
  reference: string,
  { id, typed }: { readonly id: CaseId; readonly typed: TypedCode },
): Promise<CodeOutcome> {
  const tooMany = await countAttempt(store, [attemptLimits.codeOfOthersForCase(reference)]);
  return tooMany === null ? tryCodeOfOthers(store, id, typed) : 'wrong';
}

async function confirm(context: PolicyContext, file: CaseFile): Promise<SubmittedCode> {
  const { store, policy, publicUrl } = context;
  return withTransaction(store, async (inside) => {
    const given = { proof: 'mailed-code', actor: 'person' } as const;
    const proven = await proveIdentity({ store: inside, policy, publicUrl }, file, given);
    return proven.kind === 'waits' ? proven : { kind: 'ok', token: proven.token, caseId: file.id };
  });
}

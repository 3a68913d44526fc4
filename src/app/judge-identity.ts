import { withTransaction } from '../store/transaction.ts';
import { namedCase, wordsToPerson } from './case-in-hand.ts';
import type { PolicyContext } from './context.ts';
import { actorName, permit } from './permissions.ts';
import { type ProvenIdentity, proveIdentity } from './prove-identity.ts';

/**
 * An officer is sure who asks, and writes down why: kept encrypted beside the timeline (GDPR art. 12(6)).
 *
 * @throws GestandError `not-found`; `conflict` when the case waits for no proof; `bad-input` without a reason.
 */
export async function judgeIdentity(
  context: PolicyContext,
  input: { readonly reference: string; readonly reason: string },
): Promise<ProvenIdentity> {
  const { actor, store, policy, publicUrl } = context;
  permit(actor, 'judge-identity');
  const reason = wordsToPerson(input.reason);
  const file = await namedCase(store, input.reference);
  return withTransaction(store, (inside) =>
    proveIdentity({ store: inside, policy, publicUrl }, file, {
      proof: 'officer-judgement',
      actor: actorName(actor),
      reason,
    }),
  );
}

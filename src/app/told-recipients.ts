import type { CaseId } from '../base/ids.ts';
import type { Policy } from '../policy/policy.ts';
import { noticesOfCase } from '../store/notice.ts';
import type { StoreScope } from '../store/store.ts';
import type { ToldRecipient } from './portal-services.ts';

/** Who was told in a case, and what came of it: the person may ask (GDPR art. 19). */
export async function toldRecipients(
  { store, policy }: { readonly store: StoreScope; readonly policy: Policy },
  caseId: CaseId,
): Promise<readonly ToldRecipient[]> {
  return (await noticesOfCase(store, caseId)).map(({ recipient, deed, state, settledAt }) => ({
    name: policy.recipients.get(recipient)?.name ?? recipient,
    deed,
    standing: state === 'confirmed' || state === 'excused' ? state : 'asked',
    settledAt: settledAt === null ? null : Temporal.Instant.from(settledAt),
  }));
}

import { inScope, type MarkScope } from '../domain/use-mark.ts';
import { marksPurpose } from './may-use.ts';
import type { Policy, Recipient } from './policy.ts';

/** Who receives data for a purpose that a mark is about: they are to stop too (GDPR art. 19, 28(3)(e)). */
export function recipientsConcerned(
  { recipients, purposes }: Pick<Policy, 'recipients' | 'purposes'>,
  scope: MarkScope,
): readonly Recipient[] {
  return [...recipients.values()].filter(
    (recipient) =>
      inScope(scope.recipients, recipient.id) &&
      recipient.purposes.some((id) => {
        const purpose = purposes.get(id);
        return purpose !== undefined && marksPurpose({ scope }, purpose);
      }),
  );
}

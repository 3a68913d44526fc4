import { type NoticeScope, scopesMeet } from '../domain/notice.ts';
import type { Scope } from '../domain/wish.ts';
import { heldData } from './held-data.ts';
import type { Policy } from './policy.ts';

/**
 * What of some data a recipient has: those for its own purposes, of the categories that the policy keeps for these or that are recorded
 * as disclosed to it. Null when it has nothing of them.
 */
export function receivedPart(
  { sources, recipients }: Pick<Policy, 'sources' | 'recipients'>,
  scope: NoticeScope,
  { recipient, disclosed }: { readonly recipient: string; readonly disclosed: readonly string[] },
): NoticeScope | null {
  const its = recipients.get(recipient)?.purposes;
  const purposes = its === undefined ? scope.purposes : within(scope.purposes, its);
  if (scope.categories === 'all') return { ...scope, purposes };
  const held = sources
    .flatMap(heldData)
    .filter((data) => its !== undefined && scopesMeet(within(purposes, its), data.purposes))
    .map(({ category }) => category);
  // Where the policy keeps nothing for its purposes it cannot say what the recipient lacks.
  if (held.length === 0 && disclosed.length === 0) return { ...scope, purposes };
  const categories = scope.categories.filter((id) => held.includes(id) || disclosed.includes(id));
  return categories.length === 0 ? null : { ...scope, purposes, categories };
}

function within(scope: Scope, ids: readonly string[]): Scope {
  return scope === 'all' ? scope : scope.filter((id) => ids.includes(id));
}

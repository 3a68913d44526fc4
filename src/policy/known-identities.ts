import type { IdentityKind } from '../domain/identity.ts';
import { scopesMeet } from '../domain/notice.ts';
import type { Policy } from './policy.ts';
import { personalColumns, purposesOf } from './table-graph.ts';

/**
 * By what somebody who has data for these purposes can know whom they are about: the identities that the policy keeps for one of
 * them. Who measures visits knows a device and no e-mail address, and is not told one (GDPR art. 5(1)(c), 11). Null where
 * the policy keeps nothing for them, or a person of ours does: then it does not say.
 */
export function knownIdentities(
  { sources }: Pick<Policy, 'sources'>,
  purposes: readonly string[],
): ReadonlySet<IdentityKind> | null {
  const known = new Set<IdentityKind>();
  let keeps = false;
  for (const source of sources) {
    if (source.kind === 'manual') {
      if (scopesMeet(source.purposes, purposes)) return null;
      continue;
    }
    for (const table of source.tables.filter(({ use }) => use === 'personal')) {
      const its = personalColumns(table).filter((column) => scopesMeet(purposesOf(table, column), purposes));
      if (its.length > 0) keeps = true;
      for (const { kind, column } of table.subject?.identities ?? [])
        if (its.some(({ name }) => name === column)) known.add(kind);
    }
  }
  return keeps ? known : null;
}

import type { Identity, IdentityKind } from '../domain/identity.ts';
import type { Policy } from '../policy/policy.ts';

/** Beside a known address, so many facts of different kinds show who asks (GDPR art. 12(6)). */
export const factsNeeded = 2;

/** Numbers that an organisation hands out: facts where the policy says in which column they stand. */
const handedOut: readonly IdentityKind[] = ['customer-number', 'account-id'];
/** What is known by its form wherever it stands in the rows of a person. */
const byForm: readonly IdentityKind[] = ['phone', 'licence-plate'];

/** What a person can be asked beside their address: exact, and not easily guessed by who knows them. */
export function factKinds({ sources }: Policy): readonly IdentityKind[] {
  const known = new Set(
    [...sources.values()]
      .flatMap(({ tables }) => [...tables.values()])
      .flatMap((table) => table.subject?.identities ?? [])
      .map(({ kind }) => kind),
  );
  return [...handedOut.filter((kind) => known.has(kind)), ...byForm];
}

/** Whether a fact, in normal form, can be looked for among all that a person's rows hold. */
export function isKnownByForm({ kind, value }: Identity): boolean {
  if (kind === 'phone') return /^\+\d{9,15}$/.test(value);
  // What a postal code looks like too is not taken: neighbours share it.
  return (
    kind === 'licence-plate' &&
    /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{5,8}$/u.test(value) &&
    !/^\d{4}\p{L}{2}$/u.test(value)
  );
}

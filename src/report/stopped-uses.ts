import type { Localised } from '../domain/language.ts';
import type { MarkScope } from '../domain/use-mark.ts';
import type { Scope } from '../domain/wish.ts';
import type { UnstoppedPurpose } from '../policy/effect-of-wish.ts';
import { marksPurpose } from '../policy/may-use.ts';
import type { Policy } from '../policy/policy.ts';
import type { StoppedUses, UnstoppedUse } from './letters/stopping-letter.ts';

/** What some marks are about, in the names of the policy. */
export function stoppedUses(policy: Policy, scopes: readonly MarkScope[]): StoppedUses {
  const purposes = [...policy.purposes.values()].filter((purpose) =>
    scopes.some((scope) => marksPurpose({ scope }, purpose)),
  );
  const [first] = scopes;
  return {
    purposes: scopes.some((scope) => scope.purposes === 'all') ? null : purposes.map(({ name }) => name),
    // The marks of one wish are of one part.
    categories: named(first?.categories ?? 'all', (id) => policy.categories.get(id)?.name ?? both(id)),
    recipients: named(first?.recipients ?? 'all', (id) => policy.recipients.get(id)?.name ?? id),
  };
}

export function unstoppedUses(
  { purposes }: Pick<Policy, 'purposes'>,
  unstopped: readonly UnstoppedPurpose[],
): readonly UnstoppedUse[] {
  return unstopped.map(({ purpose: id, why }) => {
    const purpose = purposes.get(id);
    return { purpose: purpose?.name ?? both(id), why, ground: purpose?.ground ?? null };
  });
}

function named<T>(scope: Scope, nameOf: (id: string) => T): readonly T[] | null {
  return scope === 'all' ? null : scope.map(nameOf);
}

function both(text: string): Localised {
  return { nl: text, en: text };
}

import { type Identity, identityKey, normaliseIdentity } from '../domain/identity.ts';
import type { Use } from '../domain/use-mark.ts';
import { mayUse as decide, type UseDecision } from '../policy/may-use.ts';
import type { Policy } from '../policy/policy.ts';
import { marksOfIdentities } from '../store/person-mark.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';

/** What somebody wants to do with the data of one person. */
export interface UseAsked {
  /** By what the person is known. A mark on one of these is a mark on them. */
  readonly who: readonly Identity[];
  readonly purpose: string;
  readonly category?: string;
  readonly recipient?: string;
  /** `use` when not given. */
  readonly use?: Use;
}

/**
 * Whether data may be used now, in the order asked. It is decided by the standing in our own store, so also while a source is away;
 * however many people are asked about, that is one question to it.
 */
export async function mayUse(
  { actor, store, policy }: Pick<StoreContext, 'actor' | 'store'> & { readonly policy: Policy },
  asked: readonly UseAsked[],
): Promise<readonly UseDecision[]> {
  permit(actor, 'may-use');
  const at = store.clock.now();
  const people = asked.map(({ who }) => who.map(({ kind, value }) => normaliseIdentity(kind, value)));
  const marks = await marksOfIdentities(store, people.flat());
  return asked.map(({ purpose, category, recipient, use = 'use' }, i) => {
    const ofPerson = (people[i] ?? []).flatMap((identity) => marks.get(identityKey(identity)) ?? []);
    return decide(policy, [...new Set(ofPerson)], {
      purpose,
      use,
      at,
      ...(category === undefined ? {} : { category }),
      ...(recipient === undefined ? {} : { recipient }),
    });
  });
}

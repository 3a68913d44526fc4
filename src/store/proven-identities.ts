import { type Identity, identityKey, normaliseIdentity } from '../domain/identity.ts';
import type { Contact } from './case-file.ts';

/**
 * By what somebody is looked for who was proven to be whom they say. Of whom asks for somebody else nothing is looked up: what an
 * officer accepted with the mandate is.
 */
export function provenIdentities({ email, vouched = [], onBehalfOf }: Contact): readonly Identity[] {
  if (onBehalfOf !== undefined)
    return onBehalfOf.identities.map(({ kind, value }) => normaliseIdentity(kind, value));
  const own = normaliseIdentity('email', email);
  return [own, ...vouched.filter((each) => identityKey(each) !== identityKey(own))];
}

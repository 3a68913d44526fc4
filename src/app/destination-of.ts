import type { Destination } from '../domain/receiver.ts';
import { type CaseFile, readWish } from '../store/case-file.ts';
import { lookUpParty, partyAddress } from '../transfer/look-up-party.ts';
import type { PartyContext, StoreContext } from './context.ts';

/**
 * Where a person's data go: to them, or to the party they named, when it can be found and asked who it is. When it cannot,
 * sending straight is not technically feasible (GDPR art. 20(2)), and they receive the link.
 */
export async function destinationOf(
  { store, party }: Pick<StoreContext, 'store'> & PartyContext,
  { id }: Pick<CaseFile, 'id'>,
): Promise<Destination> {
  const wish = await readWish(store, { id, kind: 'portability' });
  if (wish === undefined || wish.to === 'self') return { kind: 'self' };
  const address = partyAddress(wish.to.receiver, party.networks);
  if (address === null) return { kind: 'link', address, obstacle: 'no-address' };
  const found = await lookUpParty(address, party.networks);
  if (found.kind === 'obstacle') return { kind: 'link', address, obstacle: found.obstacle };
  const { name, endpoint, encryptionKey, signingKey } = found.party;
  return { kind: 'receiver', receiver: { address, name, endpoint, encryptionKey, signingKey } };
}

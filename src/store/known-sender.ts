import type { PublicKey } from '../domain/receiver.ts';
import { nowOf, type StoreScope } from './store.ts';

/** A controller whose packages are taken in, because an officer said so of this key. */
export interface KnownSender {
  readonly address: string;
  readonly name: string;
  readonly signingKey: PublicKey;
  readonly knownSince: string;
  /** The id of a member of staff. */
  readonly decidedBy: string;
}

export async function findKnownSender(scope: StoreScope, address: string): Promise<KnownSender | undefined> {
  const row = await scope.db
    .selectFrom('known_sender')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('address', '=', address)
    .executeTakeFirst();
  return (
    row && {
      address: row.address,
      name: row.name,
      signingKey: { curve: 'Ed25519', x: row.signing_key, thumbprint: row.thumbprint },
      knownSince: row.known_since,
      decidedBy: row.decided_by,
    }
  );
}

/** From now on packages with this key are taken in; a key the sender had before is not known any more. */
export async function keepKnownSender(
  scope: StoreScope,
  { address, name, signingKey, decidedBy }: Omit<KnownSender, 'knownSince'>,
): Promise<void> {
  const values = {
    name,
    signing_key: signingKey.x,
    thumbprint: signingKey.thumbprint,
    known_since: nowOf(scope),
    decided_by: decidedBy,
  };
  await scope.db
    .insertInto('known_sender')
    .values({ organisation_id: scope.organisationId, address, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'address']).doUpdateSet(values))
    .execute();
}

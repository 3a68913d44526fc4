import { sha256Hex } from '../base/hash.ts';
import type { OrganisationId } from '../base/ids.ts';
import { signCheckpoint } from '../ledger/checkpoint.ts';
import { type NoteSigner, noteSigner } from '../ledger/signed-note.ts';
import { deriveKey } from '../store/encryption.ts';
import { readCheckpoints, type SignHead } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';

/**
 * The key that signs the heads of an organisation's ledger, made from the master secret. Its name is also the name of the ledger, its origin,
 * which must be its own among all ledgers (C2SP tlog-checkpoint): it is made from the key, so that two installations never share one.
 */
export function ledgerSigner(secret: Uint8Array, organisationId: OrganisationId): NoteSigner {
  const seed = seedOf(secret, organisationId);
  const { publicKey } = noteSigner('gestand', seed).verifier;
  const fingerprint = sha256Hex(publicKey.export({ format: 'der', type: 'spki' }));
  return noteSigner(`gestand/${fingerprint.slice(0, 16)}`, seed);
}

/**
 * The same for a store that may have a ledger already. Before ledgers had names of their own, all installations had one; a ledger that began
 * under it goes on under it, or nobody could verify what was signed.
 */
export async function installedSigner(store: StoreScope, secret: Uint8Array): Promise<NoteSigner> {
  const { organisationId } = store;
  const shared = `gestand/${organisationId}`;
  for await (const { note } of readCheckpoints(store)) {
    if (note.startsWith(`${shared}\n`)) return noteSigner(shared, seedOf(secret, organisationId));
    break;
  }
  return ledgerSigner(secret, organisationId);
}

export function headSigner(signer: NoteSigner): SignHead {
  return ({ size, root }) => signCheckpoint({ origin: signer.name, size, root }, signer);
}

function seedOf(secret: Uint8Array, organisationId: OrganisationId): Uint8Array {
  return deriveKey(secret, organisationId, 'gestand ledger signing 1');
}

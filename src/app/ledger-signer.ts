import type { OrganisationId } from '../base/ids.ts';
import { signCheckpoint } from '../ledger/checkpoint.ts';
import { type NoteSigner, noteSigner } from '../ledger/signed-note.ts';
import { deriveKey } from '../store/encryption.ts';
import type { SignHead } from '../store/ledger-entry.ts';

/**
 * The key that signs the heads of an organisation's ledger, made from the master secret. Its name is also the name
 * of the ledger.
 */
export function ledgerSigner(secret: Uint8Array, organisationId: OrganisationId): NoteSigner {
  const seed = deriveKey(secret, organisationId, 'gestand ledger signing 1');
  return noteSigner(`gestand/${organisationId}`, seed);
}

export function headSigner(signer: NoteSigner): SignHead {
  return ({ size, root }) => signCheckpoint({ origin: signer.name, size, root }, signer);
}

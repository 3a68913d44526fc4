import type { OrganisationId } from '../base/ids.ts';
import { deriveKey } from '../store/encryption.ts';
import { type OwnParty, type OwnPartySettings, ownParty } from '../transfer/own-party.ts';

/** Who an organisation is to other controllers; its keys are made from the master secret. */
export function installedParty(
  secret: Uint8Array,
  organisationId: OrganisationId,
  settings: Omit<OwnPartySettings, 'encryptionSeed' | 'signingSeed'>,
): OwnParty {
  return ownParty({
    ...settings,
    encryptionSeed: deriveKey(secret, organisationId, 'gestand transfer encryption 1'),
    signingSeed: deriveKey(secret, organisationId, 'gestand transfer signing 1'),
  });
}

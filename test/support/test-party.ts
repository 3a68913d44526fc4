import { installedParty } from '../../src/app/installed-party.ts';
import type { OrganisationId } from '../../src/base/ids.ts';
import type { OwnParty } from '../../src/transfer/own-party.ts';
import { testOrganisation, testSecret } from './test-store.ts';

/** Who the organisation of a test is to others; on this machine it speaks without encryption. */
export function testParty(
  publicUrl: string,
  {
    name = 'CarConnect B.V.',
    organisationId = testOrganisation,
    secret = testSecret,
    maxBytes = 10_000_000,
  }: {
    readonly name?: string;
    readonly organisationId?: OrganisationId;
    readonly secret?: Uint8Array;
    readonly maxBytes?: number;
  } = {},
): OwnParty {
  const networks = { private: true, plainLoopback: true };
  return installedParty(secret, organisationId, { name, publicUrl, maxBytes, networks });
}

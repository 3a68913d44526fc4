import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { bech32 } from '@scure/base';
import { assert } from '../base/assert.ts';
import type { PublicKey, Receiver } from '../domain/receiver.ts';
import type { ReachableNetworks } from './networks.ts';

/** This installation as others see it when data of a person pass between controllers, and the keys it does that with. */
export interface OwnParty extends Receiver {
  /** The address people see, without a slash at the end. */
  readonly publicUrl: string;
  readonly networks: ReachableNetworks;
  /** The most bytes of a package that is taken. */
  readonly maxBytes: number;
  /** Opens what was encrypted for us, as age writes it down. Never print it. */
  readonly identity: string;
  readonly signer: KeyObject;
}

export interface OwnPartySettings {
  readonly name: string;
  /** The address people see, without a slash at the end. */
  readonly publicUrl: string;
  readonly maxBytes: number;
  readonly networks: ReachableNetworks;
  /** 32 secret bytes each, for X25519 and Ed25519. */
  readonly encryptionSeed: Uint8Array;
  readonly signingSeed: Uint8Array;
}

/** Below which packages are delivered to an installation. */
export const deliveryPath = '/api/transfers';

export function ownParty(settings: OwnPartySettings): OwnParty {
  const { name, publicUrl, maxBytes, networks, encryptionSeed, signingSeed } = settings;
  const signer = privateKey(signingSeed, 'Ed25519');
  return {
    address: new URL(publicUrl).origin,
    name,
    endpoint: `${publicUrl}${deliveryPath}`,
    encryptionKey: publicKeyOf(privateKey(encryptionSeed, 'X25519'), 'X25519'),
    signingKey: publicKeyOf(signer, 'Ed25519'),
    publicUrl,
    networks,
    maxBytes,
    identity: bech32.encodeFromBytes('AGE-SECRET-KEY-', encryptionSeed).toUpperCase(),
    signer,
  };
}

/** RFC 7638: SHA-256 over the required members in this order, by which people compare keys. */
export function thumbprintOf({ curve, x }: Pick<PublicKey, 'curve' | 'x'>): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: curve, kty: 'OKP', x }))
    .digest('base64url');
}

function publicKeyOf(key: KeyObject, curve: PublicKey['curve']): PublicKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  assert(typeof x === 'string', 'an OKP key');
  return { curve, x, thumbprint: thumbprintOf({ curve, x }) };
}

// RFC 8410: what stands before the 32 bytes of a key.
const privateKeyHeaders = {
  X25519: '302e020100300506032b656e04220420',
  Ed25519: '302e020100300506032b657004220420',
} as const;

function privateKey(seed: Uint8Array, curve: PublicKey['curve']): KeyObject {
  assert(seed.length === 32, 'a key of 32 bytes');
  return createPrivateKey({
    key: Buffer.concat([Buffer.from(privateKeyHeaders[curve], 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import { decrypt, deriveKey, encrypt } from './encryption.ts';

/** What one package is encrypted with. It exists only wrapped under the token of the link. */
export type DataKey = Uint8Array;

const nonceBytes = 12;
const tagBytes = 16;

/** What the link carries: 32 random bytes. It is not kept, so without the link nobody opens the package, nor do we. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** By which a package is found from its link. A plain hash will do: the token cannot be guessed. */
export function tokenHash(token: string): string {
  return sha256Hex(`package link:${token}`);
}

export function newDataKey(): DataKey {
  return randomBytes(32);
}

export function wrapKey(key: DataKey, token: string, packageId: string): Buffer {
  return encrypt(wrappingKey(token, packageId), key, `package_file.wrapped_key:${packageId}`);
}

/** @throws GestandError internal when the token is not that of the link. */
export function unwrapKey(wrapped: Uint8Array, token: string, packageId: string): DataKey {
  return decrypt(wrappingKey(token, packageId), wrapped, `package_file.wrapped_key:${packageId}`);
}

/** The place of a piece in its package. */
export interface ChunkPlace {
  readonly packageId: string;
  readonly ordinal: number;
  readonly last: boolean;
}

/**
 * AES-256-GCM over one piece. Its place is part of what is authenticated, and whether it is the last: pieces that
 * are swapped, left out or cut off at the end do not open. The nonce is the place, since each package has a key
 * of its own.
 */
export function sealChunk(key: DataKey, plain: Uint8Array, place: ChunkPlace): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place)).setAAD(placeText(place));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws GestandError internal when the piece was changed or is not of this place. */
export function openChunk(key: DataKey, sealed: Uint8Array, place: ChunkPlace): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place))
      .setAAD(placeText(place))
      .setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new GestandError('internal', `Package ${place.packageId} was damaged and does not open.`, {
      cause,
    });
  }
}

function wrappingKey(token: string, packageId: string): Uint8Array {
  return deriveKey(Buffer.from(token), packageId, 'gestand package 1');
}

function nonceOf({ ordinal }: ChunkPlace): Buffer {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeUInt32BE(ordinal, nonceBytes - 4);
  return nonce;
}

function placeText({ packageId, ordinal, last }: ChunkPlace): Buffer {
  return Buffer.from(`${packageId}:${ordinal}:${last ? 'last' : 'more'}`);
}

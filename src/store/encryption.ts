import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { GestandError } from '../base/error.ts';
import { keyedHash } from '../base/hash.ts';
import type { OrganisationId } from '../base/ids.ts';
import type { Identity } from '../domain/identity.ts';

/** The keys of one organisation, made from the master secret. Other organisations' keys say nothing of them. */
export interface StoreKeys {
  readonly encryption: Uint8Array;
  readonly hashing: Uint8Array;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const formatVersion = 1;

/** HKDF-SHA-256 (RFC 5869) from the master secret, salted with the organisation. */
export function deriveKeys(secret: Uint8Array, organisationId: OrganisationId): StoreKeys {
  return {
    encryption: deriveKey(secret, organisationId, 'gestand encryption 1'),
    hashing: deriveKey(secret, organisationId, 'gestand keyed hash 1'),
  };
}

/** 32 bytes for one use, named by `info`. */
export function deriveKey(secret: Uint8Array, salt: string, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, keyBytes));
}

/**
 * AES-256-GCM with a random nonce: version, nonce, ciphertext, tag. `boundTo` names the row and column the value
 * is for; a value that somebody moved to another row does not open there.
 */
export function encrypt(key: Uint8Array, plain: Uint8Array, boundTo: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo));
  return Buffer.concat([
    Buffer.of(formatVersion),
    nonce,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** @throws GestandError internal when the value was changed, is of another row, or the secret is another one. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, boundTo: string): Buffer {
  try {
    if (sealed[0] !== formatVersion) throw new Error('unknown format');
    const bytes = sealed.subarray(1);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new GestandError(
      'internal',
      'An encrypted value does not open. Was GESTAND_SECRET, or the file secret in the folder of Gestand, changed? Put the one back with which it was written.',
      { cause },
    );
  }
}

export function encryptText(keys: StoreKeys, text: string, boundTo: string): Buffer {
  return encrypt(keys.encryption, Buffer.from(text, 'utf8'), boundTo);
}

export function decryptText(keys: StoreKeys, sealed: Uint8Array, boundTo: string): string {
  return decrypt(keys.encryption, sealed, boundTo).toString('utf8');
}

/** The keyed hash by which an identity is found again without being kept. */
export function hashIdentity(keys: StoreKeys, { kind, value }: Identity): string {
  return keyedHash(keys.hashing, `identity:${kind}:${value}`);
}

/** The keyed hash of something short or guessable that is not an identity; `use` keeps uses apart. */
export function hashFor(keys: StoreKeys, use: string, text: string): string {
  return keyedHash(keys.hashing, `${use}:${text}`);
}

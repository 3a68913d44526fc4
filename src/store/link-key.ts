import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { decrypt, deriveKey, encrypt } from './encryption.ts';

/*
 * A link's token is also a private key (X25519, RFC 7748). We keep its public half, and so can seal for the holder of
 * the link what we cannot open ourselves afterwards.
 */

// RFC 8410: the wrapping of a bare X25519 key.
const privateKeyHeader = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicKeyBytes = 44;

/** The public half of a link's token, as text. `boundTo` names what the link opens. */
export function publicKeyOfLink(token: string, boundTo: string): string {
  return exportPublic(createPublicKey(privateKeyOf(token, boundTo))).toString('base64url');
}

/** Seals a text for whoever holds the link: an ephemeral public key, then AES-256-GCM under the shared secret. */
export function sealForLink(publicKey: string, text: string, boundTo: string): Buffer {
  const receiver = importPublic(Buffer.from(publicKey, 'base64url'));
  const sender = generateKeyPairSync('x25519');
  const sent = exportPublic(sender.publicKey);
  const key = sharedKey({ privateKey: sender.privateKey, publicKey: receiver }, sent);
  return Buffer.concat([sent, encrypt(key, Buffer.from(text), boundTo)]);
}

/** @throws GestandError internal when it was sealed for another link. */
export function openWithLink(token: string, sealed: Uint8Array, boundTo: string): string {
  const sent = Buffer.from(sealed.subarray(0, publicKeyBytes));
  const key = sharedKey({ privateKey: privateKeyOf(token, boundTo), publicKey: importPublic(sent) }, sent);
  return decrypt(key, sealed.subarray(publicKeyBytes), boundTo).toString('utf8');
}

function privateKeyOf(token: string, boundTo: string): KeyObject {
  const seed = deriveKey(Buffer.from(token), boundTo, 'gestand link key 1');
  return createPrivateKey({ key: Buffer.concat([privateKeyHeader, seed]), format: 'der', type: 'pkcs8' });
}

function sharedKey(
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  salt: Uint8Array,
): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', diffieHellman(keys), salt, 'gestand sealed for link 1', 32));
}

function exportPublic(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' });
}

function importPublic(key: Buffer): KeyObject {
  return createPublicKey({ key, format: 'der', type: 'spki' });
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { GestandError } from '../../base/error.ts';
import { FrameOpener, FrameSealer, frameBytes, sealedFrameBytes } from './frames.ts';

/** Tells the format and its version: what is read in five years must know how it was written. */
const magic = Buffer.from('GSP1', 'ascii');
const saltBytes = 32;

const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** A new random key for one package. It exists in memory and, wrapped, in the store. */
export function newDataKey(): Buffer {
  return randomBytes(keyBytes);
}

/** A new token for a link: 256 random bits, as text that can stand in a web address. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Encrypts a stream: a header (`GSP1`, 32 bytes of salt), then frames of 64 KiB under AES-256-GCM, of which the
 * last says that it is the last. The salt makes the key of the frames a new one, also when a package is written
 * again after a crash. Adds 36 bytes and 16 a frame; holds one frame in memory.
 */
export async function* sealStream(
  content: AsyncIterable<Uint8Array>,
  dataKey: Uint8Array,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const sealer = new FrameSealer(frameKey(dataKey, salt));
  yield Buffer.concat([magic, salt]);
  const held = new HeldBytes();
  for await (const chunk of content) {
    held.push(chunk);
    // A full frame waits for one byte more: it may be the last.
    while (held.length > frameBytes) yield sealer.seal(held.take(frameBytes), false);
  }
  yield sealer.seal(held.take(held.length), true);
}

/**
 * Decrypts what {@link sealStream} made. Every piece it gives out is proven; that the end is missing shows only
 * at the end, as an error, so that whoever passes it on must break off there and not finish in good order.
 *
 * @throws GestandError `internal` when the bytes were changed or cut short, or the key is another.
 */
export async function* openStream(
  sealed: AsyncIterable<Uint8Array>,
  dataKey: Uint8Array,
): AsyncGenerator<Buffer> {
  const held = new HeldBytes();
  let opener: FrameOpener | null = null;
  for await (const chunk of sealed) {
    held.push(chunk);
    if (opener === null) {
      if (held.length < magic.length + saltBytes) continue;
      opener = readHeader(held, dataKey);
    }
    while (held.length > sealedFrameBytes) yield opener.open(held.take(sealedFrameBytes), false);
  }
  opener ??= readHeader(held, dataKey);
  yield opener.open(held.take(held.length), true);
}

/**
 * Encrypts a data key under a key derived from a link's token (HKDF-SHA-256, RFC 5869). The token is in the
 * person's mail and nowhere with us: without it, or after the wrapped key is deleted, the package is noise.
 * `packageId` is bound in, so that a wrapped key opens no other package's place.
 */
export function wrapDataKey(dataKey: Uint8Array, token: string, packageId: string): Buffer {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(token, salt, packageId), nonce);
  return Buffer.concat([salt, nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
}

/** @throws GestandError `not-found` when the token is not the one this key was wrapped under. */
export function unwrapDataKey(wrapped: Uint8Array, token: string, packageId: string): Buffer {
  const noSuchLink = (cause?: unknown) =>
    new GestandError('not-found', 'This link opens no package. Use the whole link from the mail.', { cause });
  if (wrapped.length !== saltBytes + nonceBytes + keyBytes + tagBytes) throw noSuchLink();
  const bytes = Buffer.from(wrapped);
  const nonceEnd = saltBytes + nonceBytes;
  const key = wrappingKey(token, bytes.subarray(0, saltBytes), packageId);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(saltBytes, nonceEnd));
  decipher.setAuthTag(bytes.subarray(nonceEnd + keyBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceEnd, nonceEnd + keyBytes)), decipher.final()]);
  } catch (error) {
    throw noSuchLink(error);
  }
}

function wrappingKey(token: string, salt: Uint8Array, packageId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, salt, `gestand package key v1 ${packageId}`, keyBytes));
}

function frameKey(dataKey: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, salt, 'gestand package frames v1', keyBytes));
}

function readHeader(held: HeldBytes, dataKey: Uint8Array): FrameOpener {
  const found = held.take(Math.min(held.length, magic.length));
  if (!found.equals(magic) || held.length < saltBytes) {
    throw new GestandError('internal', 'This is not a sealed package, or its beginning is missing.');
  }
  return new FrameOpener(frameKey(dataKey, held.take(saltBytes)));
}

/** Bytes that came in pieces and leave in pieces of another size. */
class HeldBytes {
  #pieces: Uint8Array[] = [];
  length = 0;

  push(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  take(count: number): Buffer {
    const [first, ...others] = this.#pieces;
    // One large piece is cut without being copied each time.
    const all =
      first !== undefined && others.length === 0
        ? Buffer.from(first.buffer, first.byteOffset, first.length)
        : Buffer.concat(this.#pieces, this.length);
    this.#pieces = count < all.length ? [all.subarray(count)] : [];
    this.length = all.length - count;
    return all.subarray(0, count);
  }
}

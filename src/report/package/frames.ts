import { createCipheriv, createDecipheriv } from 'node:crypto';
import { assert } from '../../base/assert.ts';
import { GestandError } from '../../base/error.ts';

/** Bytes of content in every frame but the last. */
export const frameBytes = 64 * 1024;
export const tagBytes = 16;

/**
 * AES-256-GCM over a sequence of frames: the STREAM construction. The nonce is the frame's number and whether it
 * is the last, so that a frame that is changed, moved, repeated or left out does not open, and neither does a
 * sequence that ends too early. A key serves one sequence: two under one key would share nonces.
 */
export class FrameSealer {
  readonly #key: Uint8Array;
  #frames = 0;

  constructor(key: Uint8Array) {
    assert(key.length === 32, 'a frame key has 32 bytes');
    this.#key = key;
  }

  seal(content: Uint8Array, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce(this.#frames++, last));
    return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens what a {@link FrameSealer} made, frame by frame in the same order. */
export class FrameOpener {
  readonly #key: Uint8Array;
  #frames = 0;

  constructor(key: Uint8Array) {
    assert(key.length === 32, 'a frame key has 32 bytes');
    this.#key = key;
  }

  /** @throws GestandError `internal` when the frame is not the one that was sealed here. */
  open(frame: Uint8Array, last: boolean): Buffer {
    if (frame.length < tagBytes) throw damaged();
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce(this.#frames++, last));
    decipher.setAuthTag(frame.subarray(frame.length - tagBytes));
    try {
      return Buffer.concat([decipher.update(frame.subarray(0, frame.length - tagBytes)), decipher.final()]);
    } catch (error) {
      throw damaged(error);
    }
  }
}

function damaged(cause?: unknown): GestandError {
  return new GestandError(
    'internal',
    'An encrypted file was changed, cut short or opened with another key. Make it again.',
    { cause },
  );
}

/** 96 bits: zeroes, the number of the frame in 32, then one byte that says whether it is the last. */
function nonce(frame: number, last: boolean): Buffer {
  assert(frame < 2 ** 32, 'a sequence has at most 2^32 frames');
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(frame, 7);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

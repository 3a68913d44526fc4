import { bech32 } from '@scure/base';
import { Decrypter, Encrypter } from 'age-encryption';
import { GestandError } from '../base/error.ts';
import type { PublicKey } from '../domain/receiver.ts';

/*
 * A package is encrypted as an age file (age-encryption.org/v1): its STREAM of 64 KiB pieces goes through memory as it comes,
 * and every piece is authenticated before it is passed on. A JWE (RFC 7516) is one sealed text with one tag at its end, so that
 * a package would have to be in memory whole.
 */

/** Encrypts as it comes, for the holder of a key alone. */
export async function* encryptFor(
  key: PublicKey,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(bech32.encodeFromBytes('age', Buffer.from(key.x, 'base64url')));
  yield* await encrypter.encrypt(ReadableStream.from(content));
}

/**
 * Decrypts as it comes. What was passed on is right, and that it is all is known at the end.
 *
 * @throws GestandError bad-input when it was not encrypted for us, was changed, or is cut short.
 */
export async function* decryptWith(
  identity: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const failure = new SourceFailure();
  try {
    yield* await decrypter.decrypt(ReadableStream.from(failure.heard(content)));
  } catch (cause) {
    if (failure.heardError !== undefined) throw failure.heardError;
    throw new GestandError(
      'bad-input',
      'The package does not open: it was encrypted for another key, was changed on the way, or is cut short. Look up the key of the receiver again, and send it again.',
      { cause },
    );
  }
}

/** Tells an error of what is read from one of what was read. */
class SourceFailure {
  heardError: unknown;

  async *heard(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* content;
    } catch (error) {
      this.heardError = error ?? new Error('the source failed');
      throw error;
    }
  }
}

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameBytes, sealedFrameBytes, tagBytes } from './frames.ts';
import {
  newDataKey,
  newLinkToken,
  openStream,
  sealStream,
  unwrapDataKey,
  wrapDataKey,
} from './seal-package.ts';

const headerBytes = 36;

async function* pieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const seal = (content: Uint8Array, key: Uint8Array, size = 10_000) =>
  collect(sealStream(pieces(content, size), key));
const open = (sealed: Uint8Array, key: Uint8Array, size = 10_000) =>
  collect(openStream(pieces(sealed, size), key));

describe('a sealed stream', () => {
  test('opens to what it was, whatever its length and however it is cut', async () => {
    const length = fc.oneof(
      fc.constantFrom(0, 1, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes, 3 * frameBytes + 7),
      fc.nat(4 * frameBytes),
    );
    const size = fc.integer({ min: 1, max: 3 * frameBytes });
    await fc.assert(
      fc.asyncProperty(length, size, size, async (bytes, sealing, opening) => {
        const key = newDataKey();
        const content = randomBytes(bytes);
        const sealed = await seal(content, key, Math.max(sealing, 500));
        expect((await open(sealed, key, Math.max(opening, 500))).equals(content)).toBe(true);
        const frames = Math.max(1, Math.ceil(bytes / frameBytes));
        expect(sealed.length).toBe(headerBytes + bytes + frames * tagBytes);
      }),
      { numRuns: 60 },
    );
  });

  test('shows nothing of what is in it, and is never twice the same', async () => {
    const key = newDataKey();
    const content = Buffer.from('zoe@example.org '.repeat(1000));
    const [first, second] = [await seal(content, key), await seal(content, key)];
    expect(first.includes('zoe@example.org')).toBe(false);
    expect(first.subarray(headerBytes).equals(second.subarray(headerBytes))).toBe(false);
  });

  test('does not open when one bit of it was changed, wherever', async () => {
    const key = newDataKey();
    const sealed = await seal(randomBytes(2 * frameBytes + 100), key);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await expect(open(changed, key)).rejects.toMatchObject({ code: 'internal' });
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['at the end of a frame', headerBytes + 2 * sealedFrameBytes],
    ['in the last frame', headerBytes + 2 * sealedFrameBytes + 50],
    ['to one frame', headerBytes + sealedFrameBytes],
    ['to its header', headerBytes],
    ['in its header', 10],
    ['to nothing', 0],
  ])('does not open in good order when it was cut short %s', async (_where, length) => {
    const key = newDataKey();
    const sealed = await seal(randomBytes(2 * frameBytes + 100), key);
    await expect(open(sealed.subarray(0, length), key)).rejects.toMatchObject({ code: 'internal' });
  });

  test('does not open when frames were swapped, repeated, or something was added', async () => {
    const key = newDataKey();
    const sealed = await seal(randomBytes(3 * frameBytes + 100), key);
    const frame = (n: number) =>
      sealed.subarray(headerBytes + n * sealedFrameBytes, headerBytes + (n + 1) * sealedFrameBytes);
    const header = sealed.subarray(0, headerBytes);
    for (const wrong of [
      [header, frame(1), frame(0), frame(2), frame(3)],
      [header, frame(0), frame(0), frame(1), frame(2), frame(3)],
      [sealed, Buffer.from('x')],
    ]) {
      await expect(open(Buffer.concat(wrong), key)).rejects.toMatchObject({ code: 'internal' });
    }
  });

  test('does not open with another key', async () => {
    const sealed = await seal(Buffer.from('x'), newDataKey());
    await expect(open(sealed, newDataKey())).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('a wrapped key', () => {
  test('opens with the token of its link, for its package', () => {
    const key = newDataKey();
    const token = newLinkToken();
    expect(unwrapDataKey(wrapDataKey(key, token, 'pkg_1'), token, 'pkg_1').equals(key)).toBe(true);
  });

  test('opens with nothing else', () => {
    const key = newDataKey();
    const token = newLinkToken();
    const wrapped = wrapDataKey(key, token, 'pkg_1');
    expect(wrapped.includes(key)).toBe(false);
    const notFound = expect.objectContaining({ code: 'not-found' });
    expect(() => unwrapDataKey(wrapped, newLinkToken(), 'pkg_1')).toThrow(notFound);
    expect(() => unwrapDataKey(wrapped, token, 'pkg_2')).toThrow(notFound);
    expect(() => unwrapDataKey(wrapped.subarray(1), token, 'pkg_1')).toThrow(notFound);
    const changed = Buffer.from(wrapped);
    changed[50] = (changed[50] ?? 0) ^ 1;
    expect(() => unwrapDataKey(changed, token, 'pkg_1')).toThrow(notFound);
  });

  test('has a token that can stand in a web address', () => {
    expect(newLinkToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});

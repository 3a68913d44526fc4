import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '../../base/assert.ts';
import { FrameOpener, FrameSealer } from './frames.ts';

/** Bytes held in memory before anything goes to disk: most people's tables never do. */
const blockBytes = 1024 * 1024;

/**
 * Text that is written once and then read once, of any length and in bounded memory. What does not fit in one
 * block goes to a file, encrypted under a key that is only in this object, and the file has no name any more
 * when the first byte is in it: a crash leaves nothing behind, and a disk that is taken out holds noise.
 */
export class Spool implements AsyncDisposable {
  readonly #folder: string;
  readonly #key = randomBytes(32);
  readonly #sealer = new FrameSealer(this.#key);
  /** Length in the file of each sealed block. */
  readonly #blocks: number[] = [];
  #file: FileHandle | null = null;
  #pending: string[] = [];
  #pendingLength = 0;

  /** The folder is made when it is needed, for the owner alone. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether anything went to disk. */
  get spilled(): boolean {
    return this.#file !== null;
  }

  async write(text: string): Promise<void> {
    this.#pending.push(text);
    this.#pendingLength += text.length;
    if (this.#pendingLength >= blockBytes) await this.#spill();
  }

  /** The text as UTF-8, from the beginning. */
  async *read(): AsyncGenerator<Buffer> {
    const file = this.#file;
    const opener = new FrameOpener(this.#key);
    let position = 0;
    for (const length of this.#blocks) {
      assert(file !== null, 'a spilled block has a file');
      const sealed = Buffer.allocUnsafe(length);
      await readFully(file, sealed, position);
      position += length;
      yield opener.open(sealed, false);
    }
    if (this.#pendingLength > 0) yield Buffer.from(this.#pending.join(''), 'utf8');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file?.close();
    this.#file = null;
    this.#pending = [];
    this.#key.fill(0);
  }

  async #spill(): Promise<void> {
    const text = this.#pending.join('');
    this.#pending = [];
    this.#pendingLength = 0;
    this.#file ??= await openNameless(this.#folder);
    const sealed = this.#sealer.seal(Buffer.from(text, 'utf8'), false);
    await this.#file.appendFile(sealed);
    this.#blocks.push(sealed.length);
  }
}

async function openNameless(folder: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `spool-${randomBytes(12).toString('hex')}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

async function readFully(file: FileHandle, into: Buffer, from: number): Promise<void> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await file.read(into, filled, into.length - filled, from + filled);
    assert(bytesRead > 0, 'the spool is shorter than what was written to it');
    filled += bytesRead;
  }
}

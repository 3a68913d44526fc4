import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { assert } from '../../base/assert.ts';

/** An entry as it was written, before it was compressed. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Written one after the other. */
export type EntryContent = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;

/**
 * The bytes of a ZIP while its entries are being written, with the pace of the reader. Who stops reading stops the
 * writing.
 *
 * @param on ISO date of the entries.
 */
export async function* zipOf(on: string, write: (zip: ZipWriter) => Promise<void>): AsyncGenerator<Buffer> {
  const zip = new ZipWriter(on);
  const writing = write(zip).then(
    () => zip.end(),
    (error: unknown) => zip.abort(error),
  );
  try {
    for await (const chunk of zip.output) yield chunk;
  } finally {
    zip.abort(new Error('nobody reads the package any more'));
    await writing;
  }
}

/** Text an entry collects before it is passed on: a stream has a cost for every piece. */
const chunkCharacters = 32 * 1024;

/** A ZIP written one entry after the other, with the pace of its reader. */
export class ZipWriter {
  readonly #zip = new ZipFile();
  readonly #abort = new AbortController();
  readonly #mtime: Date;
  readonly output: Readable;

  constructor(on: string) {
    this.#mtime = new Date(`${on}T12:00:00Z`);
    assert(this.#zip.outputStream instanceof Readable, 'the ZIP is a stream');
    this.output = this.#zip.outputStream;
    this.#zip.on('error', (error) => this.abort(error));
  }

  /** Resolves when the content has been read, which is when the next entry can begin. */
  async add(path: string, content: EntryContent): Promise<ZipEntry> {
    this.#abort.signal.throwIfAborted();
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = counting(content, (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    const stream = Readable.from(counted, { objectMode: false, signal: this.#abort.signal });
    this.#zip.addReadStream(stream, path, { mtime: this.#mtime, mode: 0o100600 });
    await finished(stream);
    return { path, bytes, sha256: hash.digest('hex') };
  }

  end(): void {
    this.#zip.end();
  }

  /** Ends the output with an error, and the entry that is being written; nothing happens after the end. */
  abort(error: unknown): void {
    if (!this.output.destroyed)
      this.output.destroy(error instanceof Error ? error : new Error('not written'));
    this.#abort.abort(error);
  }
}

async function* counting(content: EntryContent, count: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of inChunks(content)) {
    count(chunk);
    yield chunk;
  }
}

async function* inChunks(content: EntryContent): AsyncGenerator<Buffer> {
  let text = '';
  for await (const piece of content) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < chunkCharacters) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

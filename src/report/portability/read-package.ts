import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { GestandError } from '../../base/error.ts';
import { type Manifest, manifestPath, manifestShape } from './manifest.ts';

/** Bytes that can be read from any place, without being in memory whole. */
export interface PackageBytes {
  readonly size: number;
  read(range: { readonly start: number; readonly end: number }): AsyncIterable<Buffer>;
}

const mostManifestBytes = 8 * 1024 * 1024;
const mostEntries = 10_000;
/** A package that unpacks to so many times its size is no package of text and numbers. */
const mostTimesLarger = 200;

/**
 * Reads what a package says of itself, and holds every file against it: each is there, whole, and no other is.
 *
 * @throws GestandError bad-input with what is wrong with it.
 */
export async function readPackage(bytes: PackageBytes): Promise<Manifest> {
  let zip: ZipFile;
  try {
    zip = await fromRandomAccessReaderPromise(new StoredBytes(bytes), bytes.size, {
      lazyEntries: true,
      strictFileNames: true,
      autoClose: false,
    });
  } catch (cause) {
    throw wrong('it is no ZIP file', cause);
  }
  try {
    const entries = await entriesOf(zip);
    const manifest = await manifestOf(zip, entries);
    await holdFiles(zip, { entries, manifest, mostBytes: bytes.size * mostTimesLarger });
    return manifest;
  } catch (cause) {
    throw cause instanceof GestandError ? cause : wrong('it is damaged', cause);
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostEntries) throw wrong(`it has more than ${mostEntries} files`);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw wrong('it has two files of one name');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

async function manifestOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Manifest> {
  const entry = entries.get(manifestPath);
  if (entry === undefined) throw wrong('it has no manifest.json');
  if (entry.uncompressedSize > mostManifestBytes) throw wrong('its manifest.json is too large');
  const text = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
  const parsed = manifestShape.safeParse(jsonOf(text));
  // A path of the schema tells nothing of the person, a value might.
  if (!parsed.success)
    throw wrong(`its manifest.json is not as the schema says, at ${parsed.error.issues[0]?.path.join('.')}`);
  return parsed.data;
}

async function holdFiles(
  zip: ZipFile,
  {
    entries,
    manifest,
    mostBytes,
  }: {
    readonly entries: ReadonlyMap<string, Entry>;
    readonly manifest: Manifest;
    readonly mostBytes: number;
  },
): Promise<void> {
  const { files, tables } = manifest;
  const named = new Set(files.map(({ path }) => path));
  if (named.size !== files.length || named.size + 1 !== entries.size || named.has(manifestPath))
    throw wrong('its files are not those that its manifest.json names');
  if (tables.some(({ json, csv }) => !named.has(json) || !named.has(csv)))
    throw wrong('a table of its manifest.json has no files');
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes)
    throw wrong('it unpacks to far more than it is');
  for (const [index, { path, bytes, sha256 }] of files.entries()) {
    const entry = entries.get(path);
    if (entry === undefined || entry.uncompressedSize !== bytes)
      throw wrong(`file ${index + 1} is not there whole`);
    const hash = createHash('sha256');
    for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sha256) throw wrong(`file ${index + 1} is not as its manifest.json says`);
  }
}

class StoredBytes extends RandomAccessReader {
  readonly #bytes: PackageBytes;

  constructor(bytes: PackageBytes) {
    super();
    this.#bytes = bytes;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#bytes.read({ start, end }), { objectMode: false });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw wrong('its manifest.json is no JSON', cause);
  }
}

function wrong(what: string, cause?: unknown): GestandError {
  return new GestandError('bad-input', `The package cannot be read: ${what}. Make it again.`, { cause });
}

import { assert } from '../base/assert.ts';
import { append, type CompactRange, emptyRange, type Hash, rangeRoot } from './merkle-tree.ts';
import type { StoredEntry } from './verify.ts';

/** A file of a ledger as it is published: `tile/0/x001/234`. */
export interface LedgerFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** How many hashes a full tile holds, and how many entries a full bundle. */
export const tileWidth = 256;

/**
 * The path of a tile, or of a bundle of entries (C2SP tlog-tiles).
 *
 * @param level of the tile; `entries` for a bundle.
 * @param width how many hashes or entries are in it: 256, or fewer at the end of the ledger.
 */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  assert(Number.isSafeInteger(index) && index >= 0, `there is no tile ${index}`);
  assert(width >= 1 && width <= tileWidth, `a tile cannot hold ${width} hashes`);
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/**
 * The entries of a ledger as bundles and tiles: first what is full, in the order in which it becomes so, then what is partial at the
 * end. What is held in memory is one tile a level. The tiles are of the hashes as they were kept: where a text was changed later, the two
 * differ, and a verifier names the entry.
 *
 * @param entries all of them, in order, from the first.
 */
export async function* ledgerFiles(entries: AsyncIterable<StoredEntry>): AsyncGenerator<LedgerFile> {
  const bundle = new Bundle();
  const tiles: Tile[] = [];
  for await (const { leaf, leafHash } of entries) {
    const bytes = Buffer.from(leaf);
    bundle.add(bytes);
    if (bundle.width === tileWidth) yield bundle.take();
    yield* addTo(tiles, { level: 0, hash: Buffer.from(leafHash, 'hex') });
  }
  if (bundle.width > 0) yield bundle.take();
  for (const tile of tiles) if (tile.width > 0) yield tile.take();
}

/** A full tile is one hash of the level above it. */
function* addTo(
  tiles: Tile[],
  { level, hash }: { readonly level: number; readonly hash: Hash },
): Generator<LedgerFile> {
  tiles[level] ??= new Tile(level);
  const tile = tiles[level];
  tile.add(hash);
  if (tile.width < tileWidth) return;
  const root = tile.root();
  yield tile.take();
  yield* addTo(tiles, { level: level + 1, hash: root });
}

class Tile {
  readonly #level: number;
  #index = 0;
  #hashes: Hash[] = [];
  #range: CompactRange = emptyRange;

  constructor(level: number) {
    this.#level = level;
  }

  get width(): number {
    return this.#hashes.length;
  }

  add(hash: Hash): void {
    this.#hashes.push(hash);
    this.#range = append(this.#range, hash);
  }

  root(): Hash {
    return rangeRoot(this.#range);
  }

  take(): LedgerFile {
    const path = tilePath(this.#level, this.#index++, this.width);
    const bytes = Buffer.concat(this.#hashes);
    this.#hashes = [];
    this.#range = emptyRange;
    return { path, bytes };
  }
}

/** Entries, each behind its length in two bytes, the high one first. */
class Bundle {
  #index = 0;
  #parts: Buffer[] = [];

  get width(): number {
    return this.#parts.length / 2;
  }

  add(entry: Buffer): void {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    this.#parts.push(length, entry);
  }

  take(): LedgerFile {
    const path = tilePath('entries', this.#index++, this.width);
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    return { path, bytes };
  }
}

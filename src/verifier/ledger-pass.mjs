// @ts-check
import { leafHashesIn, maximumTileBytes, slot, tilePath, tileWidth } from './tiles.mjs';
import { Tree } from './tree.mjs';

/**
 * @typedef {import('./words.mjs').ProblemKind} ProblemKind
 * @typedef {import('./hash.mjs').Hash} Hash
 * @typedef {import('./verification.mjs').KnownHead} KnownHead
 * @typedef {import('./verification.mjs').Verification} Verification
 */

/**
 * Goes through the entries once. Two trees grow: one of the entries as they are, one of the hashes that the tiles say they have. While
 * they are equal, the second is the first. Where they part, the next checkpoint says which of the two is right.
 */
export class LedgerPass {
  /** @param {Verification} verification @param {readonly KnownHead[]} heads */
  constructor(verification, heads) {
    this.verification = verification;
    this.heads = heads;
    this.size = verification.size;
    this.entries = new Tree();
    this.tiles = this.entries;
    /** Where they part. @type {number | null} */
    this.parted = null;
    /** Up to here a checkpoint holds, and one that the witness kept. */
    this.vouchedFor = 0;
    this.witnessedTo = 0;
    this.nextHead = 0;
    /** Which differences were told, by their kind and where they begin. @type {Set<string>} */
    this.said = new Set();
    /** @type {Map<number, { level: number, n: number, name: string, bytes: Buffer | null }>} by level, the tile that is being read */
    this.open = new Map();
    /** @type {Set<string>} */
    this.expected = new Set();
  }

  async run() {
    this.checkHeads();
    for (let start = 0; start < this.size; start += tileWidth) await this.readBundle(start);
    // The ledger is as large as its own largest checkpoint: what is left was kept by a witness.
    const beyond = this.heads[this.nextHead];
    if (beyond !== undefined) this.found('cut-tail', { index: this.size, last: beyond.size - 1 });
    const { archive, prefix } = this.verification;
    for (const name of archive.names())
      if (name.startsWith(`${prefix}tile/`) && !this.expected.has(name))
        this.verification.found('file-unexpected', { file: name });
  }

  /** @param {number} start the index of its first entry */
  async readBundle(start) {
    const width = Math.min(tileWidth, this.size - start);
    const { name, bytes: bundle } = await this.read('entries', start / tileWidth, width);
    if (bundle !== null) this.verification.history?.addBundle(bundle, start);
    const { hashes, end } = bundle === null ? { hashes: [], end: 0 } : leafHashesIn(bundle, width);
    if (hashes.length < width) {
      const kind = end < (bundle?.length ?? 0) ? 'entry-unreadable' : 'entry-missing';
      this.found(kind, { index: start + hashes.length, last: start + width - 1, file: name });
    } else if (end !== bundle?.length)
      this.found('bundle-too-long', { index: start + width - 1, file: name });
    const tile = await this.tile(0, start / tileWidth);
    const saidCount = Math.floor((tile.bytes?.length ?? 0) / 32);
    if (saidCount < width) this.foundInTile(tile, start + saidCount);
    for (let i = 0; i < width; i++) {
      // Where one of the two is not there, which was said above, the other stands in for it.
      const said = slot(tile.bytes, i);
      const is = hashes[i] ?? said;
      if (is === undefined) return this.found('entry-missing', { index: start + i, last: this.size - 1 });
      const full = this.add(start + i, is, said);
      if (full.length > 0) await this.checkNodes(full);
      this.checkHeads();
    }
  }

  /** @param {number} index @param {Hash} is @param {Hash | undefined} said */
  add(index, is, said) {
    if (this.parted === null && (said === undefined || said === is)) return this.entries.add(is);
    if (this.parted === null) {
      this.parted = index;
      this.tiles = this.entries.copy();
    }
    const full = this.entries.add(is);
    const other = this.tiles.add(said ?? is);
    return full.map((node, i) => ({ ...node, other: other[i]?.hash }));
  }

  /** @param {readonly import('./tree.mjs').FullNode[]} nodes */
  async checkNodes(nodes) {
    for (const { level, index, hash, other } of nodes) {
      const tile = await this.tile(level, Math.floor(index / tileWidth));
      const said = slot(tile.bytes, index % tileWidth);
      if (said !== hash && (said === undefined || said !== other)) this.foundInTile(tile, index);
    }
  }

  checkHeads() {
    for (let head = this.heads[this.nextHead]; head?.size === this.entries.size; ) {
      this.checkHead(head);
      head = this.heads[++this.nextHead];
    }
  }

  /** @param {KnownHead} head */
  checkHead({ size, root, own, witness }) {
    const { entries, tiles, parted } = this;
    const right = entries.root() === root;
    const tilesRight = parted !== null && tiles.root() === root;
    if (!right && !tilesRight) {
      const index = own ? this.vouchedFor : this.witnessedTo;
      const kind = own ? 'root-differs' : 'fork';
      // The first that differs says it most narrowly; those after it differ because it does.
      if (this.said.has(`${kind} ${index}`)) return;
      this.said.add(`${kind} ${index}`);
      return this.found(kind, { index, last: Math.max(index, size - 1) });
    }
    if (parted !== null) {
      if (right) this.found('tile-changed', { index: parted, file: this.tileOf('0', parted) });
      else this.found('entry-changed', { index: parted, file: this.tileOf('entries', parted) });
      if (tilesRight) this.entries = tiles;
      this.tiles = this.entries;
      this.parted = null;
    }
    if (witness) this.witnessedTo = size;
    if (own) this.vouchedFor = size;
  }

  /** @param {string} level @param {number} index */
  tileOf(level, index) {
    const n = Math.floor(index / tileWidth);
    return tilePath(level, n, Math.min(tileWidth, this.size - n * tileWidth));
  }

  /** @param {number} level @param {number} n */
  async tile(level, n) {
    const open = this.open.get(level);
    if (open?.n === n) return open;
    const width = Math.min(tileWidth, Math.floor(this.size / tileWidth ** level) - n * tileWidth);
    const read = { level, n, ...(await this.read(String(level), n, width)) };
    this.open.set(level, read);
    if (read.bytes !== null && read.bytes.length > width * 32)
      this.foundInTile(read, n * tileWidth + width - 1);
    return read;
  }

  /**
   * A tile or bundle; what is there of it under another width, when it is not there under the right one.
   *
   * @param {string} level @param {number} n @param {number} width
   */
  async read(level, n, width) {
    const { verification } = this;
    const name = tilePath(level, n, width);
    this.expected.add(verification.prefix + name);
    const bytes = await verification.bytes(name, { limit: maximumTileBytes });
    if (bytes !== null) return { name, bytes };
    const whole = verification.prefix + tilePath(level, n, tileWidth);
    const other = [...verification.archive.names()].find(
      (each) => each === whole || each.startsWith(`${whole}.p/`),
    );
    const instead =
      other === undefined ? null : await verification.bytes(other, { limit: maximumTileBytes, whole: true });
    return { name, bytes: instead };
  }

  /**
   * Of no entry above the first level: there an entry is as it should be, and a hash over many is not.
   *
   * @param {{ level: number, name: string, bytes: Buffer | null }} tile @param {number} index
   */
  foundInTile({ level, name, bytes }, index) {
    const kind = bytes === null ? 'tile-missing' : 'tile-changed';
    this.found(kind, level === 0 ? { index, file: name } : { file: name });
  }

  /** @param {ProblemKind} kind @param {{ index?: number, last?: number, file?: string }} where */
  found(kind, { file, ...place }) {
    const { verification } = this;
    verification.found(kind, file === undefined ? place : { ...place, file: verification.prefix + file });
  }
}

// @ts-check
import { nodeHash, sha256 } from './hash.mjs';

/** A tree cut down to the roots of its perfect subtrees, largest first: what adding and the root need. */
export class Tree {
  size = 0;
  /** @type {Buffer[]} */
  peaks = [];

  copy() {
    const tree = new Tree();
    tree.size = this.size;
    tree.peaks = [...this.peaks];
    return tree;
  }

  /**
   * Returns the subtrees that became full and stand in a tile above the first level.
   *
   * @param {Buffer} hash of a leaf
   * @returns {{ level: number, index: number, hash: Buffer }[]}
   */
  add(hash) {
    const full = [];
    let node = hash;
    let height = 0;
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      node = nodeHash(/** @type {Buffer} */ (this.peaks.pop()), node);
      height++;
      if (height % 8 === 0)
        full.push({ level: height / 8, index: (this.size + 1) / 2 ** height - 1, hash: node });
    }
    this.peaks.push(node);
    this.size++;
    return full;
  }

  root() {
    if (this.peaks.length === 0) return sha256(Buffer.alloc(0));
    return this.peaks.reduceRight((right, peak) => nodeHash(peak, right));
  }
}

/**
 * RFC 9162 §2.1.3.2.
 *
 * @param {{ index: number, size: number, leaf: Buffer, proof: readonly Buffer[], root: Buffer }} claim
 */
export function verifyInclusion({ index, size, leaf, proof, root }) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (![leaf, root, ...proof].every((hash) => hash.length === 32)) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/**
 * RFC 9162 §2.1.4.2.
 *
 * @param {{ first: number, second: number, firstRoot: Buffer, secondRoot: Buffer, proof: readonly Buffer[] }} claim
 */
export function verifyConsistency({ first, second, firstRoot, secondRoot, proof }) {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second)
    return false;
  if (![firstRoot, secondRoot, ...proof].every((hash) => hash.length === 32)) return false;
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (first === 0) return proof.length === 0 && firstRoot.equals(sha256(Buffer.alloc(0)));
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : proof;
  let [node, last] = [first - 1, second - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [before, after] = [path[0], path[0]];
  if (before === undefined || after === undefined) return false;
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [before, after] = [nodeHash(sibling, before), nodeHash(sibling, after)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else after = nodeHash(after, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && before.equals(firstRoot) && after.equals(secondRoot);
}

/** @param {number} value */
function half(value) {
  return Math.floor(value / 2);
}

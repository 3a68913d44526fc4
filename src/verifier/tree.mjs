// @ts-check
import { nodeHash, sha256 } from './hash.mjs';

/** @typedef {import('./hash.mjs').Hash} Hash */

/**
 * A subtree that became full and is a hash of a tile. `other`: what that hash is where another tree says otherwise.
 *
 * @typedef {{ level: number, index: number, hash: Hash, other?: Hash | undefined }} FullNode
 */

/** @type {FullNode[]} */
const none = [];

/** A tree cut down to the roots of its perfect subtrees, largest first: what adding and the root need. */
export class Tree {
  size = 0;
  /** @type {Hash[]} */
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
   * @param {Hash} hash of a leaf
   * @returns {FullNode[]}
   */
  add(hash) {
    let full = none;
    let node = hash;
    let height = 0;
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      node = nodeHash(/** @type {Hash} */ (this.peaks.pop()), node);
      height++;
      if (height % 8 === 0)
        full = [...full, { level: height / 8, index: (this.size + 1) / 2 ** height - 1, hash: node }];
    }
    this.peaks.push(node);
    this.size++;
    return full;
  }

  root() {
    if (this.peaks.length === 0) return sha256('');
    return this.peaks.reduceRight((right, peak) => nodeHash(peak, right));
  }
}

/**
 * RFC 9162 §2.1.3.2.
 *
 * @param {{ index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash }} claim
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
  return last === 0 && hash === root;
}

/**
 * RFC 9162 §2.1.4.2.
 *
 * @param {{ first: number, second: number, firstRoot: Hash, secondRoot: Hash, proof: readonly Hash[] }} claim
 */
export function verifyConsistency({ first, second, firstRoot, secondRoot, proof }) {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second)
    return false;
  if (![firstRoot, secondRoot, ...proof].every((hash) => hash.length === 32)) return false;
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  if (first === 0) return proof.length === 0 && firstRoot === sha256('');
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
  return last === 0 && before === firstRoot && after === secondRoot;
}

/** @param {number} value */
function half(value) {
  return Math.floor(value / 2);
}

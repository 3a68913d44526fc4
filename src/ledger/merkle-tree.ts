import { createHash } from 'node:crypto';
import { assert, present } from '../base/assert.ts';

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array;

/** A run of leaves: `start` is its first, `end` the one after its last. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The root of a tree without leaves (RFC 6962 §2.1): the hash of nothing. */
export const emptyRoot: Hash = createHash('sha256').digest();

/** The hash of a leaf. Its prefix differs from that of a node, so that neither can pass for the other. */
export function leafHash(data: string | Uint8Array): Hash {
  return createHash('sha256').update(leafPrefix).update(data).digest();
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest();
}

/** The root of the tree over these leaf hashes (RFC 6962 §2.1, MTH). */
export function treeRoot(leafHashes: readonly Hash[]): Hash {
  let range = emptyRange;
  for (const leaf of leafHashes) range = append(range, leaf);
  return rangeRoot(range);
}

/**
 * A tree cut down to what appending needs: the roots of its perfect subtrees, the largest first. Sixty leaves
 * are four hashes, a thousand million at most thirty.
 */
export interface CompactRange {
  readonly size: number;
  readonly peaks: readonly Hash[];
}

export const emptyRange: CompactRange = { size: 0, peaks: [] };

/**
 * The compact range of a stored tree.
 *
 * @throws Error when a tree of that size has not as many peaks, or one is not a SHA-256 digest.
 */
export function compactRange(size: number, peaks: readonly Hash[]): CompactRange {
  assert(Number.isSafeInteger(size) && size >= 0, `a tree cannot have ${size} leaves`);
  assert(
    peaks.length === ones(size),
    `a tree of ${size} leaves has ${ones(size)} peaks, not ${peaks.length}`,
  );
  assert(peaks.every(isHash), 'a peak is not 32 bytes');
  return { size, peaks };
}

/** The range with one leaf more. Costs as many hashes as subtrees become full: two on average never more. */
export function append(range: CompactRange, leaf: Hash): CompactRange {
  const peaks = [...range.peaks];
  let hash = leaf;
  // Every one bit at the low end of the size is a full subtree that the new leaf merges with.
  for (let size = range.size; size % 2 === 1; size = (size - 1) / 2) {
    hash = nodeHash(present(peaks.pop(), 'peak'), hash);
  }
  peaks.push(hash);
  return { size: range.size + 1, peaks };
}

/** The root of the tree that a compact range stands for. */
export function rangeRoot(range: CompactRange): Hash {
  return (
    range.peaks.reduceRight<Hash | null>(
      (right, peak) => (right === null ? peak : nodeHash(peak, right)),
      null,
    ) ?? emptyRoot
  );
}

/**
 * Which subtree roots make up the proof that a leaf is in a tree of a size, from the leaf upwards (RFC 6962
 * §2.1.1, PATH). Whoever has the subtrees stored need not read the leaves.
 *
 * @throws Error when the tree has no such leaf.
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  assert(Number.isSafeInteger(size) && Number.isSafeInteger(index), 'not a leaf of a tree');
  assert(index >= 0 && index < size, `a tree of ${size} leaves has no leaf ${index}`);
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * Which subtree roots make up the proof that the tree of the first size is the beginning of the tree of the
 * second (RFC 6962 §2.1.2, SUBPROOF). Nothing is needed from the empty tree or between equal trees.
 *
 * @throws Error when the first is larger than the second.
 */
export function consistencyRanges(first: number, second: number): readonly LeafRange[] {
  assert(Number.isSafeInteger(first) && Number.isSafeInteger(second), 'not the sizes of two trees');
  assert(first >= 0 && first <= second, `a tree of ${first} leaves is not the beginning of one of ${second}`);
  if (first === 0 || first === second) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = second;
  while (end !== first) {
    const middle = start + largestPowerBelow(end - start);
    if (first <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // What is left is the last perfect subtree of the first tree. When it is that tree whole, its root is known.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** The proof that the leaf is in the tree over these leaf hashes. */
export function inclusionProof(leafHashes: readonly Hash[], index: number): readonly Hash[] {
  return inclusionRanges(index, leafHashes.length).map(({ start, end }) =>
    treeRoot(leafHashes.slice(start, end)),
  );
}

/** The proof that the tree over the first so many of these leaf hashes is the beginning of the tree over all. */
export function consistencyProof(leafHashes: readonly Hash[], first: number): readonly Hash[] {
  return consistencyRanges(first, leafHashes.length).map(({ start, end }) =>
    treeRoot(leafHashes.slice(start, end)),
  );
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** Whether the proof shows that the leaf is at that index in the tree with that size and root (RFC 9162 §2.1.3.2). */
export function verifyInclusion({ index, size, leafHash: leaf, proof, root }: InclusionClaim): boolean {
  if (!isLeafIndex(index, size) || ![leaf, root, ...proof].every(isHash)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(hash, root);
}

export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Hash;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}

/** Whether the proof shows that the second tree only added leaves to the first (RFC 9162 §2.1.4.2). */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second)) return false;
  if (first < 0 || first > second || ![firstRoot, secondRoot, ...proof].every(isHash)) return false;
  if (first === second) return proof.length === 0 && equal(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && equal(firstRoot, emptyRoot);

  // The last perfect subtree of the first tree is that tree itself when its size is a power of two.
  const path = ones(first) === 1 ? [firstRoot, ...proof] : proof;
  const [start, ...rest] = path;
  if (start === undefined) return false;
  let node = first - 1;
  let last = second - 1;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let before = start;
  let after = start;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      after = nodeHash(after, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(before, firstRoot) && equal(after, secondRoot);
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

// Not `>> 1`: that is arithmetic in 32 bits, and a tree may grow past them.
function half(value: number): number {
  return Math.floor(value / 2);
}

function ones(value: number): number {
  let count = 0;
  for (let rest = value; rest > 0; rest = half(rest)) count += rest % 2;
  return count;
}

/** The largest power of two smaller than `count`, for at least two. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function isLeafIndex(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;
}

function isHash(hash: Hash): boolean {
  return hash.length === 32;
}

// The hashes of a tree are public, so a comparison may end early.
function equal(left: Hash, right: Hash): boolean {
  return left.every((byte, index) => byte === right[index]);
}

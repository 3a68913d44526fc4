import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published } from '../../test/ledger/published-trees.ts';
import {
  append,
  compactRange,
  consistencyProof,
  emptyRange,
  emptyRoot,
  type Hash,
  inclusionProof,
  leafHash,
  nodeHash,
  rangeRoot,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle-tree.ts';

const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex');

const leaves = published.leaves.map((text) => leafHash(bytes(text)));
const root = (size: number): Hash => bytes(published.roots[size] ?? '');

describe('the published vectors of RFC 6962', () => {
  it('has the roots of the trees of nought to eight leaves', () => {
    expect(hex(emptyRoot)).toBe(published.roots[0]);
    for (let size = 0; size <= 8; size++)
      expect(hex(treeRoot(leaves.slice(0, size)))).toBe(published.roots[size]);
  });

  it.each(published.inclusion)('proves leaf $index in $size', ({ index, size, proof }) => {
    expect(inclusionProof(leaves.slice(0, size), index).map(hex)).toEqual(proof);
    const claim = {
      index,
      size,
      leafHash: leaves[index] ?? emptyRoot,
      proof: proof.map(bytes),
      root: root(size),
    };
    expect(verifyInclusion(claim)).toBe(true);
  });

  it.each(published.consistency)('proves $first the beginning of $second', ({ first, second, proof }) => {
    expect(consistencyProof(leaves.slice(0, second), first).map(hex)).toEqual(proof);
    const claim = {
      first,
      second,
      firstRoot: root(first),
      secondRoot: root(second),
      proof: proof.map(bytes),
    };
    expect(verifyConsistency(claim)).toBe(true);
  });

  it('takes texts as their UTF-8 bytes', () => {
    expect(hex(leafHash('é'))).toBe(hex(leafHash(bytes('c3a9'))));
  });
});

// The definitions of RFC 6962 §2.1 as they stand there, to hold the implementation against.
const rule = {
  split: (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1),
  root: (hashes: readonly Hash[]): Hash => {
    const [only] = hashes;
    if (only === undefined) return createHash('sha256').digest();
    if (hashes.length === 1) return only;
    const k = rule.split(hashes.length);
    return nodeHash(rule.root(hashes.slice(0, k)), rule.root(hashes.slice(k)));
  },
  path: (m: number, hashes: readonly Hash[]): readonly Hash[] => {
    if (hashes.length === 1) return [];
    const k = rule.split(hashes.length);
    return m < k
      ? [...rule.path(m, hashes.slice(0, k)), rule.root(hashes.slice(k))]
      : [...rule.path(m - k, hashes.slice(k)), rule.root(hashes.slice(0, k))];
  },
  subproof: (m: number, hashes: readonly Hash[], whole: boolean): readonly Hash[] => {
    if (m === hashes.length) return whole ? [] : [rule.root(hashes)];
    const k = rule.split(hashes.length);
    return m <= k
      ? [...rule.subproof(m, hashes.slice(0, k), whole), rule.root(hashes.slice(k))]
      : [...rule.subproof(m - k, hashes.slice(k), false), rule.root(hashes.slice(0, k))];
  },
};

const trees = fc
  .tuple(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 0, max: 1000 }))
  .map(([size, salt]) => Array.from({ length: size }, (_, index) => leafHash(`${salt}:${index}`)));
const treesWithLeaf = trees.chain((tree) =>
  fc.tuple(fc.constant(tree), fc.integer({ min: 0, max: tree.length - 1 })),
);

/** One bit of one hash changed. */
function flip(hash: Hash, at: number): Hash {
  const changed = Uint8Array.from(hash);
  changed[Math.floor(at / 8) % 32] = (changed[Math.floor(at / 8) % 32] ?? 0) ^ (1 << (at % 8));
  return changed;
}

const flipIn = (proof: readonly Hash[], which: number, at: number): readonly Hash[] =>
  proof.map((hash, index) => (index === which ? flip(hash, at) : hash));

describe('any tree', () => {
  it('has the root and the proofs of the definition', () => {
    fc.assert(
      fc.property(treesWithLeaf, ([tree, leaf]) => {
        expect(hex(treeRoot(tree))).toBe(hex(rule.root(tree)));
        expect(inclusionProof(tree, leaf).map(hex)).toEqual(rule.path(leaf, tree).map(hex));
        expect(consistencyProof(tree, leaf + 1).map(hex)).toEqual(
          rule.subproof(leaf + 1, tree, true).map(hex),
        );
      }),
    );
  });

  it('gives every leaf a proof that holds, and with any bit changed does not', () => {
    const bit = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(treesWithLeaf, fc.nat(), bit, ([tree, index], which, at) => {
        const proof = inclusionProof(tree, index);
        const claim = {
          index,
          size: tree.length,
          leafHash: tree[index] ?? emptyRoot,
          proof,
          root: treeRoot(tree),
        };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, at) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(claim.root, at) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, claim.root] })).toBe(false);
        expect(verifyInclusion({ ...claim, index: tree.length })).toBe(false);
        if (proof.length === 0) return;
        expect(verifyInclusion({ ...claim, proof: flipIn(proof, which % proof.length, at) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.slice(0, -1) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1) % tree.length })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('proves that it only grew, and with any bit changed does not', () => {
    const bit = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(treesWithLeaf, fc.nat(), bit, ([tree, leaf], which, at) => {
        const first = leaf + 1;
        const proof = consistencyProof(tree, first);
        const claim = {
          first,
          second: tree.length,
          firstRoot: treeRoot(tree.slice(0, first)),
          secondRoot: treeRoot(tree),
          proof,
        };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, firstRoot: flip(claim.firstRoot, at) })).toBe(false);
        expect(verifyConsistency({ ...claim, secondRoot: flip(claim.secondRoot, at) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, claim.secondRoot] })).toBe(false);
        if (proof.length === 0) return;
        expect(verifyConsistency({ ...claim, proof: flipIn(proof, which % proof.length, at) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: proof.slice(0, -1) })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('grows leaf by leaf from what was stored of it', () => {
    fc.assert(
      fc.property(treesWithLeaf, ([tree, stop]) => {
        let range = emptyRange;
        for (const leaf of tree.slice(0, stop)) range = append(range, leaf);
        let stored = compactRange(stop, range.peaks);
        for (const leaf of tree.slice(stop)) stored = append(stored, leaf);
        expect(hex(rangeRoot(stored))).toBe(hex(rule.root(tree)));
        expect(stored.size).toBe(tree.length);
      }),
    );
  });
});

describe('the edges', () => {
  it('finds the empty tree the beginning of every tree, and no tree of a larger one', () => {
    const claim = { first: 0, second: 8, firstRoot: emptyRoot, secondRoot: root(8), proof: [] };
    expect(consistencyProof(leaves, 0)).toEqual([]);
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, firstRoot: root(1) })).toBe(false);
    expect(verifyConsistency({ ...claim, first: 9 })).toBe(false);
    expect(verifyConsistency({ ...claim, first: 0.5 })).toBe(false);
    expect(() => consistencyProof(leaves, 9)).toThrow(/not the beginning/);
    expect(() => inclusionProof(leaves, 8)).toThrow(/no leaf 8/);
  });

  it('refuses a proof with hashes of another length', () => {
    const claim = { index: 0, size: 2, leafHash: leaves[0] ?? emptyRoot, root: root(2) };
    expect(verifyInclusion({ ...claim, proof: [new Uint8Array(31)] })).toBe(false);
    expect(verifyInclusion({ ...claim, proof: [], root: new Uint8Array(0) })).toBe(false);
  });

  it('refuses stored peaks that do not fit the size', () => {
    expect(() => compactRange(3, [root(1)])).toThrow(/has 2 peaks, not 1/);
    expect(() => compactRange(1, [new Uint8Array(31)])).toThrow(/32 bytes/);
    expect(() => compactRange(-1, [])).toThrow(/cannot have/);
  });

  it('proves in trees with more leaves than fit in 32 bits', () => {
    // Forty-one siblings that nobody could hold the leaves of: only the arithmetic is at stake.
    const size = 2 ** 41;
    const index = 2 ** 40 + 5;
    const proof = Array.from({ length: 41 }, (_, level) => leafHash(`level ${level}`));
    let hash = leafHash('leaf');
    let node = index;
    for (const sibling of proof) {
      hash = node % 2 === 1 ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
      node = Math.floor(node / 2);
    }
    expect(verifyInclusion({ index, size, leafHash: leafHash('leaf'), proof, root: hash })).toBe(true);
    expect(verifyInclusion({ index: 5, size, leafHash: leafHash('leaf'), proof, root: hash })).toBe(false);
  });
});

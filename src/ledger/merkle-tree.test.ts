import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

/** The leaves and figures that Certificate Transparency publishes for its reference tree. */
const published = {
  leaves: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  inclusion: [
    { index: 0, size: 1, proof: [] },
    {
      index: 0,
      size: 8,
      proof: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      proof: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      index: 2,
      size: 3,
      proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    },
    {
      index: 1,
      size: 5,
      proof: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
  consistency: [
    { first: 1, second: 1, proof: [] },
    {
      first: 1,
      second: 8,
      proof: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      first: 6,
      second: 8,
      proof: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      first: 2,
      second: 5,
      proof: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
} as const;

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

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as ours from '../../src/ledger/merkle-tree.ts';
import { consistencyProofText } from '../../src/ledger/proof-text.ts';
import { ledgerFiles, tilePath } from '../../src/ledger/tiles.ts';
import { leafHash } from '../../src/verifier/hash.mjs';
import { notesIn, openNote, parseKey } from '../../src/verifier/notes.mjs';
import * as theirs from '../../src/verifier/tree.mjs';
import { argon2020, published } from './published-trees.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

const latin1 = (hash: Uint8Array): string => Buffer.from(hash).toString('latin1');

// The product and the verifier have a tree each. They share no line, so that a mistake must be made twice to go unseen.
const verifier = {
  verifyInclusion: ({ leafHash: leaf, proof, root, ...rest }: ours.InclusionClaim): boolean =>
    theirs.verifyInclusion({ ...rest, leaf: latin1(leaf), proof: proof.map(latin1), root: latin1(root) }),
  verifyConsistency: ({ firstRoot, secondRoot, proof, ...rest }: ours.ConsistencyClaim): boolean =>
    theirs.verifyConsistency({
      ...rest,
      firstRoot: latin1(firstRoot),
      secondRoot: latin1(secondRoot),
      proof: proof.map(latin1),
    }),
};

describe.each([
  ['the product', ours],
  ['the verifier', verifier],
] as const)('published proofs, by %s', (who, { verifyInclusion, verifyConsistency }) => {
  it('of a real log of 961,984,013 entries', () => {
    const { size, root, index, leaf, first, firstRoot } = argon2020;
    const claim = {
      index,
      size,
      leafHash: base64(leaf),
      proof: argon2020.inclusion.map(base64),
      root: base64(root),
    };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
    const growth = {
      first,
      second: size,
      firstRoot: base64(firstRoot),
      secondRoot: base64(root),
      proof: argon2020.consistency.map(base64),
    };
    expect(verifyConsistency(growth)).toBe(true);
    expect(verifyConsistency({ ...growth, first: first - 1 })).toBe(false);
    expect(verifyConsistency({ ...growth, secondRoot: base64(firstRoot) })).toBe(false);
  });

  it('of the reference tree', () => {
    const roots = published.roots.map(hex);
    const root = (size: number) => roots[size] ?? Buffer.alloc(0);
    for (const { index, size, proof } of published.inclusion) {
      const leaf = ours.leafHash(hex(published.leaves[index] ?? ''));
      expect(
        verifyInclusion({ index, size, leafHash: leaf, proof: proof.map(hex), root: root(size) }),
        who,
      ).toBe(true);
    }
    for (const { first, second, proof } of published.consistency)
      expect(
        verifyConsistency({
          first,
          second,
          firstRoot: root(first),
          secondRoot: root(second),
          proof: proof.map(hex),
        }),
      ).toBe(true);
  });
});

it('both trees judge any proof alike, whole or broken', () => {
  const flip = (proof: readonly Uint8Array[], at: number) =>
    proof.map((hash, i) => (i === at % Math.max(1, proof.length) ? Buffer.alloc(32, at) : Buffer.from(hash)));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.nat(),
      fc.nat(255),
      fc.boolean(),
      (size, at, salt, broken) => {
        const leaves = Array.from({ length: size }, (_, i) => ours.leafHash(`${salt} ${i}`));
        const index = at % size;
        const root = Buffer.from(ours.treeRoot(leaves));
        const proof = ours.inclusionProof(leaves, index);
        const claim = { index, size, proof: broken ? flip(proof, salt) : proof.map(Buffer.from), root };
        const leaf = Buffer.from(leaves[index] ?? []);
        expect(verifier.verifyInclusion({ ...claim, leafHash: leaf })).toBe(
          ours.verifyInclusion({ ...claim, leafHash: leaf }),
        );
        const growth = {
          first: index + 1,
          second: size,
          firstRoot: Buffer.from(ours.treeRoot(leaves.slice(0, index + 1))),
          secondRoot: root,
          proof: (broken ? flip : (hashes: readonly Uint8Array[]) => hashes.map(Buffer.from))(
            ours.consistencyProof(leaves, index + 1),
            salt,
          ),
        };
        expect(verifier.verifyConsistency(growth)).toBe(ours.verifyConsistency(growth));
      },
    ),
  );
});

describe('tiles (C2SP tlog-tiles)', () => {
  it('have the published paths', () => {
    expect(tilePath(0, 1_234_067, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath('entries', 0, 256)).toBe('tile/entries/000');
    expect(tilePath(2, 0, 1)).toBe('tile/2/000.p/1');
    expect(tilePath(1, 999, 255)).toBe('tile/1/999.p/255');
    expect(tilePath(1, 1000, 256)).toBe('tile/1/x001/000');
  });

  it('of 70,000 entries are those of the published example', { timeout: 60_000 }, async () => {
    async function* entries() {
      for (let index = 0; index < 70_000; index++) {
        const leaf = `${index}`;
        yield { index, leaf, leafHash: Buffer.from(ours.leafHash(leaf)).toString('hex') };
      }
    }
    const files = new Map<string, Buffer>();
    for await (const { path, bytes } of ledgerFiles(entries())) files.set(path, bytes);
    const at = (level: number, partial: boolean) =>
      [...files].filter(([path]) => path.startsWith(`tile/${level}/`) && path.includes('.p/') === partial);
    expect(at(0, false)).toHaveLength(273);
    expect(at(0, true).map(([path, { length }]) => [path, length])).toEqual([['tile/0/273.p/112', 112 * 32]]);
    expect(at(1, false)).toHaveLength(1);
    expect(at(1, true).map(([path, { length }]) => [path, length])).toEqual([['tile/1/001.p/17', 17 * 32]]);
    expect(at(2, true).map(([path, { length }]) => [path, length])).toEqual([['tile/2/000.p/1', 32]]);
    expect(at(3, true)).toEqual([]);
    // The one hash of the third level is the root over the first 65,536 entries.
    const first = Array.from({ length: 65_536 }, (_, i) => ours.leafHash(`${i}`));
    expect(files.get('tile/2/000.p/1')?.equals(ours.treeRoot(first))).toBe(true);
  });
});

describe('notes, by the verifier', () => {
  // golang.org/x/mod, sumdb/note.
  const key = parseKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

  it('open what the published tools signed, and nothing with a byte changed', () => {
    expect(openNote(note, key)).toEqual({ kind: 'signed', text });
    const bytes = Buffer.from(note);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openNote(changed.toString(), key).kind, `byte ${at}`).not.toBe('signed');
    }
  });

  it('read the published checkpoint out of the published call to a witness', () => {
    // C2SP tlog-witness, add-checkpoint.
    const checkpoint =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n' +
      '— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n';
    const hashes = [
      'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=',
      'jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=',
      '5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=',
      '/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=',
    ];
    const call = `old 20852014\n${hashes.join('\n')}\n\n${checkpoint}`;
    expect(consistencyProofText({ oldSize: 20_852_014, hashes: hashes.map(base64), checkpoint })).toBe(call);
    expect(notesIn(call)).toEqual([checkpoint]);
  });

  it('hash as SHA-256 does', () => {
    const plain = createHash('sha256')
      .update(Buffer.from([0]))
      .update('é')
      .digest();
    expect(leafHash(Buffer.from('é'))).toBe(latin1(plain));
  });
});

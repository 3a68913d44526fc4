// @ts-check
import { promises as fs } from 'node:fs';
import { hashOf, leafHash } from './hash.mjs';
import { NotVerifiable } from './not-verifiable.mjs';
import { notesIn, openHead, parseKey } from './notes.mjs';
import { verifyConsistency, verifyInclusion } from './tree.mjs';

/**
 * @param {string} text a proof that an entry is in the ledger, or that one checkpoint is the beginning of another
 * @param {import('./verification.mjs').Options} options a proof has no key in it: it must be given; of two checkpoints the older one is the witness
 * @returns {{ ok: boolean, said: 'entry-proven' | 'growth-proven' | 'proof-wrong', index: number, size: number, entry: string | null }}
 */
export function verifyProof(text, { key: keyText, witness = [] }) {
  if (keyText === undefined)
    throw new NotVerifiable(
      'A proof is held against a key that you were given: --key',
      'Een bewijs wordt vergeleken met een sleutel die u kreeg: --key',
    );
  const key = parseKey(keyText);
  const [, kind, extra, digits, hashes = '', note = ''] =
    /^(?:(c2sp\.org\/tlog-proof@v1)\n(?:extra ([A-Za-z0-9+/=]*)\n)?index|old) (0|[1-9]\d*)\n((?:[A-Za-z0-9+/]{43}=\n)*)\n([\s\S]*)$/.exec(
      text,
    ) ?? [];
  if (digits === undefined) throw new NotVerifiable('This is not a proof.', 'Dit is geen bewijs.');
  const index = Number(digits);
  const proof = hashes.split('\n').slice(0, -1).map(hashOf);
  const head = openHead(note, key);
  const wrong = /** @type {const} */ ({ ok: false, said: 'proof-wrong', index, size: 0, entry: null });
  if ('fault' in head) return wrong;
  const { size, root } = head;
  if (kind !== undefined) {
    if (extra === undefined)
      throw new NotVerifiable(
        'The proof does not hold the entry itself.',
        'In het bewijs staat de regel zelf niet.',
      );
    const entry = Buffer.from(extra, 'base64');
    const ok = verifyInclusion({ index, size, leaf: leafHash(entry), proof, root });
    return ok ? { ok, said: 'entry-proven', index, size, entry: entry.toString('utf8') } : { ...wrong, size };
  }
  const older = witness.flatMap(notesIn).map((each) => openHead(each, key));
  const before = older.find((each) => !('fault' in each) && each.size === index);
  if (before === undefined || 'fault' in before)
    throw new NotVerifiable(
      `The checkpoint of ${index} entries is needed too: --witness FILE`,
      `Het controlepunt van ${index} regels is ook nodig: --witness BESTAND`,
    );
  const ok = verifyConsistency({
    first: index,
    second: size,
    firstRoot: before.root,
    secondRoot: root,
    proof,
  });
  return ok ? { ok, said: 'growth-proven', index, size, entry: null } : { ...wrong, size };
}

/** The text of a file when it is a proof, else null. @param {string} path */
export async function readProof(path) {
  const stat = await fs.stat(path).catch(() => null);
  if (stat === null || stat.isDirectory() || stat.size > 2 ** 20) return null;
  const text = await fs.readFile(path, 'utf8');
  return /^(c2sp\.org\/tlog-proof@v1|old \d+)\n/.test(text) ? text : null;
}

import type { Hash } from './merkle-tree.ts';

/**
 * The proof that an entry is in the ledger, as a text that can be mailed and verified with the public key alone (C2SP tlog-proof). The entry
 * itself stands in it as extra data: without it there is nothing to hash.
 */
export function inclusionProofText(proof: {
  readonly index: number;
  readonly entry: string;
  readonly hashes: readonly Hash[];
  /** The signed note of the tree that it is proven in. */
  readonly checkpoint: string;
}): string {
  const extra = Buffer.from(proof.entry).toString('base64');
  return `c2sp.org/tlog-proof@v1\nextra ${extra}\nindex ${proof.index}\n${lines(proof.hashes)}\n${proof.checkpoint}`;
}

/**
 * The proof that the ledger only grew since it had so many entries, with its newest checkpoint: what a witness is sent (C2SP tlog-witness,
 * `add-checkpoint`).
 */
export function consistencyProofText(proof: {
  readonly oldSize: number;
  readonly hashes: readonly Hash[];
  readonly checkpoint: string;
}): string {
  return `old ${proof.oldSize}\n${lines(proof.hashes)}\n${proof.checkpoint}`;
}

function lines(hashes: readonly Hash[]): string {
  return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
}

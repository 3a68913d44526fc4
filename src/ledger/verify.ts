import { canonicalJson, type Json } from '../base/canonical-json.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { append, type CompactRange, emptyRange, leafHash, rangeRoot } from './merkle-tree.ts';
import type { NoteVerifier } from './signed-note.ts';

/** An entry as it lies in the store or in an export. */
export interface StoredEntry {
  /** Counted from 0, without a gap. */
  readonly index: number;
  /** The canonical JSON text of the entry. */
  readonly leaf: string;
  /** Its leaf hash, in lower-case hexadecimal. */
  readonly leafHash: string;
}

export type LedgerFault =
  | 'gap'
  | 'duplicate-index'
  | 'not-canonical'
  | 'leaf-hash-mismatch'
  | 'root-mismatch'
  | 'cut-tail'
  /** A witness kept a checkpoint of other entries, that bears our signature. */
  | 'fork'
  | 'checkpoint-malformed'
  | 'checkpoint-of-unknown-key'
  | 'checkpoint-signature-wrong'
  | 'checkpoint-of-another-ledger'
  | 'checkpoint-too-late';

export type LedgerVerdict =
  | {
      readonly ok: true;
      readonly size: number;
      /** In lower-case hexadecimal. */
      readonly root: string;
      /** How many entries the newest checkpoint vouches for. Those after it agree only with themselves. */
      readonly coveredSize: number;
    }
  | {
      readonly ok: false;
      readonly reason: LedgerFault;
      /**
       * The first entry that is wrong. Of a root that differs or a tail that is gone it is the first that can be:
       * the wrong one lies from here up to and including `lastPossibleIndex`. `null` when a checkpoint, not an
       * entry, is wrong.
       */
      readonly firstWrongIndex: number | null;
      readonly lastPossibleIndex: number | null;
    };

export interface LedgerTrust {
  /** The name of the ledger, which every checkpoint must bear. */
  readonly origin: string;
  /** The keys that may sign its checkpoints. */
  readonly verifiers: readonly NoteVerifier[];
}

/** A ledger as it is read: entries in their order, and a signed checkpoint anywhere before the entry that comes after it. */
export type LedgerPart =
  | { readonly kind: 'entry'; readonly entry: StoredEntry }
  /** `witness`: somebody outside kept it. */
  | { readonly kind: 'checkpoint'; readonly note: string; readonly witness?: true };

/**
 * Recomputes the whole ledger from the texts of its entries and holds it against its signed checkpoints. Needs
 * nothing but what it is given, so anybody can do it without us. Memory does not grow with the entries, nor with
 * checkpoints that come where their tree ends.
 */
export async function verifyLedger(
  parts: AsyncIterable<LedgerPart> | Iterable<LedgerPart>,
  trust: LedgerTrust,
): Promise<LedgerVerdict> {
  const heads = new WaitingHeads();
  let vouchedFor = 0;
  let witnessedTo = 0;
  let range: CompactRange = emptyRange;
  const checkHeads = (): LedgerVerdict | null => {
    for (const head of heads.takeAt(range.size)) {
      // Everything up to the checkpoint before it is proven right, so what is wrong comes after that.
      if (toHex(rangeRoot(range)) !== toHex(head.root)) {
        const from = head.witness === true ? witnessedTo : vouchedFor;
        const reason = head.witness === true ? 'fork' : 'root-mismatch';
        return fault(reason, from, Math.max(from, range.size - 1));
      }
      if (head.witness === true) witnessedTo = head.size;
      else vouchedFor = head.size;
    }
    return null;
  };

  for await (const part of parts) {
    if (part.kind === 'checkpoint') {
      const head = openHead(part.note, trust);
      if ('ok' in head) return head;
      // Its tree has grown since: what it vouched for can no longer be computed.
      if (head.size < range.size) return fault('checkpoint-too-late', null, null);
      heads.add(part.witness === true ? { ...head, witness: true } : head);
    } else {
      const wrong = faultOf(part.entry, range.size);
      if (wrong !== null) return wrong;
      range = append(range, leafHash(part.entry.leaf));
    }
    const mismatch = checkHeads();
    if (mismatch !== null) return mismatch;
  }
  // Cut off at the end, or taken out earlier and renumbered: nothing after the last checkpoint that held can
  // tell which.
  const missing = heads.newest();
  if (missing !== undefined) return fault('cut-tail', vouchedFor, missing.size - 1);
  return { ok: true, size: range.size, root: toHex(rangeRoot(range)), coveredSize: vouchedFor };
}

type WaitingHead = Checkpoint & { readonly witness?: true };

/** Checkpoints of trees larger than what was read so far, smallest first. */
class WaitingHeads {
  readonly #heads: WaitingHead[] = [];

  add(head: WaitingHead): void {
    const at = this.#heads.findIndex(({ size }) => size > head.size);
    this.#heads.splice(at === -1 ? this.#heads.length : at, 0, head);
  }

  takeAt(size: number): readonly WaitingHead[] {
    const after = this.#heads.findIndex((head) => head.size > size);
    return this.#heads.splice(0, after === -1 ? this.#heads.length : after);
  }

  newest(): WaitingHead | undefined {
    return this.#heads.at(-1);
  }
}

/** What is wrong with an entry by itself, when the one at `expected` is due. */
function faultOf(entry: StoredEntry, expected: number): LedgerVerdict | null {
  if (entry.index < expected) return fault('duplicate-index', entry.index, expected);
  if (entry.index !== expected) return fault('gap', expected, expected);
  if (!isCanonical(entry.leaf)) return fault('not-canonical', expected, expected);
  if (toHex(leafHash(entry.leaf)) !== entry.leafHash) return fault('leaf-hash-mismatch', expected, expected);
  return null;
}

function openHead(note: string, { origin, verifiers }: LedgerTrust): Checkpoint | LedgerVerdict {
  const opened = openCheckpoint(note, verifiers);
  switch (opened.kind) {
    case 'malformed':
      return fault('checkpoint-malformed', null, null);
    case 'unknown-key':
      return fault('checkpoint-of-unknown-key', null, null);
    case 'wrong-signature':
      return fault('checkpoint-signature-wrong', null, null);
    case 'signed':
      return opened.checkpoint.origin === origin
        ? opened.checkpoint
        : fault('checkpoint-of-another-ledger', null, null);
  }
}

function isCanonical(leaf: string): boolean {
  try {
    return canonicalJson(JSON.parse(leaf) as Json) === leaf;
  } catch {
    return false;
  }
}

function fault(reason: LedgerFault, first: number | null, last: number | null): LedgerVerdict {
  return { ok: false, reason, firstWrongIndex: first, lastPossibleIndex: last };
}

function toHex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}

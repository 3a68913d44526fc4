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
  | 'checkpoint-malformed'
  | 'checkpoint-of-unknown-key'
  | 'checkpoint-signature-wrong'
  | 'checkpoint-of-another-ledger';

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

/**
 * Recomputes the whole ledger from the texts of its entries and holds it against its signed checkpoints. Needs
 * nothing but what it is given, so anybody can do it without us. Memory does not grow with the ledger.
 */
export async function verifyLedger(
  entries: AsyncIterable<StoredEntry> | Iterable<StoredEntry>,
  signedCheckpoints: readonly string[],
  trust: LedgerTrust,
): Promise<LedgerVerdict> {
  const opened = openAll(signedCheckpoints, trust);
  if ('ok' in opened) return opened;

  const heads = opened.checkpoints;
  let nextHead = 0;
  let vouchedFor = 0;
  let range: CompactRange = emptyRange;
  const checkHeads = (): LedgerVerdict | null => {
    for (
      let head = heads[nextHead];
      head !== undefined && head.size === range.size;
      head = heads[++nextHead]
    ) {
      // Everything up to the checkpoint before it is proven right, so what is wrong comes after that.
      if (toHex(rangeRoot(range)) !== toHex(head.root)) {
        return fault('root-mismatch', vouchedFor, Math.max(vouchedFor, range.size - 1));
      }
      vouchedFor = head.size;
    }
    return null;
  };

  const atStart = checkHeads();
  if (atStart !== null) return atStart;
  for await (const entry of entries) {
    const wrong = faultOf(entry, range.size);
    if (wrong !== null) return wrong;
    range = append(range, leafHash(entry.leaf));
    const mismatch = checkHeads();
    if (mismatch !== null) return mismatch;
  }
  const newest = heads.at(-1)?.size ?? 0;
  // Cut off at the end, or taken out earlier and renumbered: nothing after the last checkpoint that held can
  // tell which.
  if (newest > range.size) return fault('cut-tail', vouchedFor, newest - 1);
  return { ok: true, size: range.size, root: toHex(rangeRoot(range)), coveredSize: newest };
}

/** What is wrong with an entry by itself, when the one at `expected` is due. */
function faultOf(entry: StoredEntry, expected: number): LedgerVerdict | null {
  if (entry.index < expected) return fault('duplicate-index', entry.index, expected);
  if (entry.index !== expected) return fault('gap', expected, expected);
  if (!isCanonical(entry.leaf)) return fault('not-canonical', expected, expected);
  if (toHex(leafHash(entry.leaf)) !== entry.leafHash) return fault('leaf-hash-mismatch', expected, expected);
  return null;
}

function openAll(
  notes: readonly string[],
  { origin, verifiers }: LedgerTrust,
): { readonly checkpoints: readonly Checkpoint[] } | LedgerVerdict {
  const checkpoints: Checkpoint[] = [];
  for (const note of notes) {
    const opened = openCheckpoint(note, verifiers);
    switch (opened.kind) {
      case 'malformed':
        return fault('checkpoint-malformed', null, null);
      case 'unknown-key':
        return fault('checkpoint-of-unknown-key', null, null);
      case 'wrong-signature':
        return fault('checkpoint-signature-wrong', null, null);
      case 'signed':
        if (opened.checkpoint.origin !== origin) return fault('checkpoint-of-another-ledger', null, null);
        checkpoints.push(opened.checkpoint);
    }
  }
  return { checkpoints: checkpoints.sort((a, b) => a.size - b.size) };
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

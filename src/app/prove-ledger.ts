import { GestandError } from '../base/error.ts';
import {
  append,
  consistencyRanges,
  emptyRange,
  type Hash,
  inclusionRanges,
  type LeafRange,
  rangeRoot,
} from '../ledger/merkle-tree.ts';
import { consistencyProofText, inclusionProofText } from '../ledger/proof-text.ts';
import { readLedger, type StoredCheckpoint } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { permit } from './permissions.ts';
import type { LedgerContext } from './verify-ledger.ts';
import { wholeLedger } from './whole-ledger.ts';

/**
 * The proof that an entry is in the ledger as it was last signed (RFC 6962 §2.1.1), with the entry in it, for whoever has the public key.
 *
 * @param index of the entry, counted from 0.
 * @throws GestandError `not-found` when the newest checkpoint is of fewer entries; `conflict` while there is none; `evidence-changed` when
 * the ledger is not what was signed.
 */
export async function proveEntry(context: LedgerContext, index: number): Promise<string> {
  permit(context.actor, 'export-ledger');
  const { store } = context;
  const head = await wholeLedger(context);
  if (index >= head.size)
    throw new GestandError(
      'not-found',
      `The ledger has no entry ${index}: it has ${head.size}, counted from 0.`,
    );
  const hashes = await rangeRoots(store, inclusionRanges(index, head.size));
  for await (const { leaf } of readLedger(store, index, index + 1))
    return inclusionProofText({ index, entry: leaf, hashes, checkpoint: head.note });
  throw new GestandError('internal', 'An entry went from the store while it was being proven.');
}

/**
 * The proof that the ledger only grew since it had so many entries (RFC 6962 §2.1.2), for whoever kept that checkpoint.
 *
 * @throws GestandError as {@link proveEntry}
 */
export async function proveGrowth(context: LedgerContext, oldSize: number): Promise<string> {
  permit(context.actor, 'export-ledger');
  const head = await wholeLedger(context);
  if (oldSize > head.size)
    throw new GestandError('not-found', `The ledger never had ${oldSize} entries: it has ${head.size}.`);
  return growthProof(context.store, { oldSize, head });
}

/** The same, for our own code that sends it to a witness. */
export async function growthProof(
  store: StoreScope,
  { oldSize, head }: { readonly oldSize: number; readonly head: StoredCheckpoint },
): Promise<string> {
  const hashes = await rangeRoots(store, consistencyRanges(oldSize, head.size));
  return consistencyProofText({ oldSize, hashes, checkpoint: head.note });
}

/** The roots over these runs of entries, each read a page at a time: together they are the ledger, once. */
async function rangeRoots(store: StoreScope, ranges: readonly LeafRange[]): Promise<readonly Hash[]> {
  const roots: Hash[] = [];
  for (const { start, end } of ranges) {
    let range = emptyRange;
    for await (const { leafHash } of readLedger(store, start, end))
      range = append(range, Buffer.from(leafHash, 'hex'));
    roots.push(rangeRoot(range));
  }
  return roots;
}

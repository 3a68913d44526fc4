import { openCheckpoint } from '../ledger/checkpoint.ts';
import { formatVerifier, type NoteSigner } from '../ledger/signed-note.ts';
import { type LedgerPart, type LedgerVerdict, verifyLedger as verify } from '../ledger/verify.ts';
import { countUnsequenced, newestCheckpoint } from '../store/ledger-entry.ts';
import { sizeSaidIn } from '../verifier/notes.mjs';
import type { Unusable } from '../verifier/verification.mjs';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import { ledgerParts, trustIn } from './whole-ledger.ts';

/** What the use cases of the ledger work on. */
export type LedgerContext = StoreContext & { readonly signer: NoteSigner };

export interface LedgerReport {
  readonly verdict: LedgerVerdict;
  /** Entries that have no place in the tree yet: the next round gives them one. */
  readonly waiting: number;
  readonly checkpoints: number;
  /** The public key; give it to whoever will verify an export. */
  readonly verifier: string;
  /** Of the checkpoints that a witness kept: how many it was held against, and which could not be used. */
  readonly witnessed: number;
  readonly unusable: readonly Unusable[];
}

/**
 * Recomputes the whole ledger of the store and holds it against every signed head.
 *
 * @param kept the checkpoints that a witness kept, as signed notes: against those too.
 */
export async function verifyLedger(
  { actor, store, signer }: LedgerContext,
  kept: readonly string[] = [],
): Promise<LedgerReport> {
  permit(actor, 'verify-ledger');
  // A head that is made meanwhile is of entries that may not be read any more.
  const last = (await newestCheckpoint(store))?.size ?? -1;
  const { usable, unusable } = sorted(kept, signer);
  const parts = counting(withKept(usable, ledgerParts(store, last, Number.MAX_SAFE_INTEGER)));
  return {
    verdict: await verify(parts.read, trustIn(signer)),
    waiting: await countUnsequenced(store),
    checkpoints: parts.checkpoints(),
    verifier: formatVerifier(signer.verifier),
    witnessed: usable.length,
    unusable,
  };
}

/** What is wrong with a note that somebody kept says nothing about the ledger. */
function sorted(kept: readonly string[], signer: NoteSigner) {
  const usable: string[] = [];
  const unusable: Unusable[] = [];
  for (const [i, note] of kept.entries()) {
    const opened = openCheckpoint(note, [signer.verifier]);
    const other = opened.kind === 'signed' && opened.checkpoint.origin !== signer.name;
    if (opened.kind === 'signed' && !other) usable.push(note);
    else
      unusable.push({
        kind: opened.kind === 'signed' ? 'checkpoint-other-ledger' : unusableKinds[opened.kind],
        ...{ place: i + 1, size: sizeSaidIn(note) },
      });
  }
  return { usable, unusable };
}

const unusableKinds = {
  malformed: 'checkpoint-malformed',
  'unknown-key': 'checkpoint-unknown-key',
  'wrong-signature': 'checkpoint-signature',
} as const;

async function* withKept(
  kept: readonly string[],
  parts: AsyncIterable<LedgerPart>,
): AsyncGenerator<LedgerPart> {
  for (const note of kept) yield { kind: 'checkpoint', note, witness: true };
  yield* parts;
}

function counting(parts: AsyncIterable<LedgerPart>) {
  let checkpoints = 0;
  async function* read(): AsyncGenerator<LedgerPart> {
    for await (const part of parts) {
      if (part.kind === 'checkpoint' && part.witness !== true) checkpoints++;
      yield part;
    }
  }
  return { read: read(), checkpoints: () => checkpoints };
}

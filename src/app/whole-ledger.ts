import { GestandError } from '../base/error.ts';
import type { NoteSigner } from '../ledger/signed-note.ts';
import { type LedgerPart, type LedgerTrust, type StoredEntry, verifyLedger } from '../ledger/verify.ts';
import { ledgerFaultText } from '../report/ledger-fault.ts';
import {
  newestCheckpoint,
  placeWaiting,
  readCheckpoints,
  readLedger,
  type StoredCheckpoint,
} from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { headSigner } from './ledger-signer.ts';

/** The key and the name under which the ledger of an installation is signed. */
export function trustIn(signer: NoteSigner): LedgerTrust {
  return { origin: signer.name, verifiers: [signer.verifier] };
}

/** The newest checkpoint. @throws GestandError `conflict` while no entry has a place in the tree. */
export async function signedHead(store: StoreScope): Promise<StoredCheckpoint> {
  const newest = await newestCheckpoint(store);
  if (newest !== undefined) return newest;
  throw new GestandError(
    'conflict',
    'The ledger has no checkpoint yet. A server or worker makes one within seconds of the first entry.',
  );
}

/**
 * Gives what waits its place, and recomputes the ledger up to its newest checkpoint, before anybody is handed something that follows from
 * it: it tells all that happened until then, also where no server runs, and what we sign again, we have looked at.
 *
 * @param tell is called with each entry, in order, before it is known whether the ledger is whole.
 * @throws GestandError `conflict` while there is none; `evidence-changed` when it is not what was signed, with the place and what to do.
 */
export async function wholeLedger(
  { store, signer }: { readonly store: StoreScope; readonly signer: NoteSigner },
  tell: (entry: StoredEntry) => void = () => undefined,
): Promise<StoredCheckpoint> {
  await placeWaiting(store, headSigner(signer));
  const head = await signedHead(store);
  async function* told(): AsyncGenerator<LedgerPart> {
    for await (const part of ledgerParts(store, head.size)) {
      if (part.kind === 'entry') tell(part.entry);
      yield part;
    }
  }
  const verdict = await verifyLedger(told(), trustIn(signer));
  if (verdict.ok) return head;
  const [what, advice] = ledgerFaultText(verdict, 'en');
  throw new GestandError(
    'evidence-changed',
    `The ledger was changed, so nothing is handed out. ${what}\n${advice}`,
  );
}

/** Every entry, and each signed head up to a size where its tree ends. */
export async function* ledgerParts(store: StoreScope, last: number, end = last): AsyncGenerator<LedgerPart> {
  const heads = readCheckpoints(store);
  let head = await heads.next();
  const headsUpTo = async function* (size: number): AsyncGenerator<LedgerPart> {
    for (; head.done !== true && head.value.size <= Math.min(size, last); head = await heads.next()) {
      yield { kind: 'checkpoint', note: head.value.note };
    }
  };
  for await (const entry of readLedger(store, 0, end)) {
    yield* headsUpTo(entry.index);
    yield { kind: 'entry', entry };
  }
  yield* headsUpTo(last);
}

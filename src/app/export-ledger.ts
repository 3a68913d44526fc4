import { formatVerifier } from '../ledger/signed-note.ts';
import { ledgerFiles } from '../ledger/tiles.ts';
import { ledgerReadme } from '../report/sealed-export/ledger-readme.ts';
import { type ExportTarget, SealedExport } from '../report/sealed-export/sealed-export.ts';
import { readCheckpoints, readLedger, type StoredCheckpoint } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { verifierFile } from '../verifier/one-file.ts';
import { permit } from './permissions.ts';
import type { LedgerContext } from './verify-ledger.ts';
import { signedHead, wholeLedger } from './whole-ledger.ts';

export interface ExportedLedger {
  /** How many entries are in it. */
  readonly size: number;
  /** The public key with which it verifies. */
  readonly key: string;
}

/** The name under which the verifier lies in an export. */
export const verifierName = 'verify-ledger.mjs';

/**
 * The whole ledger under its newest checkpoint, as a tiled log (C2SP tlog-tiles), sealed, with the program that verifies it. Memory does
 * not grow with the ledger.
 *
 * @param options.asItIs also when it is not what was signed: as evidence of that.
 * @throws GestandError `conflict` while no entry has a place in the tree; `evidence-changed` when it is not what was signed.
 */
export async function exportLedger(
  context: LedgerContext,
  target: ExportTarget,
  { asItIs = false }: { readonly asItIs?: boolean } = {},
): Promise<ExportedLedger> {
  permit(context.actor, 'export-ledger');
  const { store, signer } = context;
  const head = asItIs ? await signedHead(store) : await wholeLedger(context);
  const key = formatVerifier(signer.verifier);
  const sealed = new SealedExport(target);
  const size = await addLedger(context, { sealed, head, folder: '' });
  await sealed.add('README.txt', [ledgerReadme(key)]);
  await sealed.add(verifierName, [verifierFile()]);
  await sealed.seal(signer);
  return { size, key };
}

/** Adds the files of the ledger under a checkpoint to an export. Returns how many entries were there to add. */
export async function addLedger(
  { store, signer }: Pick<LedgerContext, 'store' | 'signer'>,
  {
    sealed,
    head: { size, note },
    folder,
  }: { readonly sealed: SealedExport; readonly head: StoredCheckpoint; readonly folder: string },
): Promise<number> {
  await sealed.add(`${folder}checkpoint`, [note]);
  await sealed.add(`${folder}checkpoints`, notesUpTo(store, size));
  await sealed.add(`${folder}key`, [`${formatVerifier(signer.verifier)}\n`]);
  let added = 0;
  async function* counted() {
    for await (const entry of readLedger(store, 0, size)) {
      added++;
      yield entry;
    }
  }
  for await (const { path, bytes } of ledgerFiles(counted())) await sealed.add(folder + path, [bytes]);
  return added;
}

/** Every checkpoint as it was signed, an empty line between them. */
async function* notesUpTo(store: StoreScope, size: number): AsyncGenerator<string> {
  let first = true;
  for await (const checkpoint of readCheckpoints(store)) {
    if (checkpoint.size > size) return;
    yield first ? checkpoint.note : `\n${checkpoint.note}`;
    first = false;
  }
}

import { GestandError } from '../base/error.ts';
import { formatVerifier } from '../ledger/signed-note.ts';
import { ledgerFiles } from '../ledger/tiles.ts';
import { ledgerReadme } from '../report/sealed-export/ledger-readme.ts';
import { type ExportTarget, SealedExport } from '../report/sealed-export/sealed-export.ts';
import {
  newestCheckpoint,
  readCheckpoints,
  readLedger,
  type StoredCheckpoint,
} from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import { verifierFile } from '../verifier/one-file.ts';
import { permit } from './permissions.ts';
import type { LedgerContext } from './verify-ledger.ts';

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
 * @throws GestandError `conflict` while no entry has a place in the tree.
 */
export async function exportLedger(context: LedgerContext, target: ExportTarget): Promise<ExportedLedger> {
  permit(context.actor, 'export-ledger');
  const { signer } = context;
  const key = formatVerifier(signer.verifier);
  const sealed = new SealedExport(target);
  const { size } = await addLedger(context, { sealed, folder: '' });
  await sealed.add('README.txt', [ledgerReadme(key)]);
  await sealed.add(verifierName, [verifierFile()]);
  await sealed.seal(signer);
  return { size, key };
}

/** Adds the files of the ledger to an export, and tells under which checkpoint. @throws GestandError `conflict` */
export async function addLedger(
  { store, signer }: Pick<LedgerContext, 'store' | 'signer'>,
  { sealed, folder }: { readonly sealed: SealedExport; readonly folder: string },
): Promise<StoredCheckpoint> {
  const newest = await newestCheckpoint(store);
  if (newest === undefined)
    throw new GestandError(
      'conflict',
      'The ledger has no checkpoint yet. A server or worker makes one within seconds of the first entry.',
    );
  const { size, note } = newest;
  await sealed.add(`${folder}checkpoint`, [note]);
  await sealed.add(`${folder}checkpoints`, notesUpTo(store, size));
  await sealed.add(`${folder}key`, [`${formatVerifier(signer.verifier)}\n`]);
  for await (const { path, bytes } of ledgerFiles(readLedger(store, 0, size)))
    await sealed.add(folder + path, [bytes]);
  return newest;
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

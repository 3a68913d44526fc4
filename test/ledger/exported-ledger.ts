import { exportLedger } from '../../src/app/export-ledger.ts';
import { sha256Hex } from '../../src/base/hash.ts';
import { silentLog } from '../../src/base/log.ts';
import type { ExportTarget } from '../../src/report/sealed-export/sealed-export.ts';
import { appendLedgerEntry, sequenceLedger } from '../../src/store/ledger-entry.ts';
import type { StoreScope } from '../../src/store/store.ts';
import type { Archive } from '../../src/verifier/archive.mjs';
import { testStore } from '../support/test-store.ts';
import { sign, signer } from './ledger-key.ts';

/** The files of an export by their paths. */
export type Files = ReadonlyMap<string, Buffer>;

/** A ledger of so many entries, sequenced in batches, as the product itself exports it. */
export async function exportedLedger(options: {
  readonly size: number;
  readonly batch: number;
}): Promise<Files> {
  await using test = await testStore();
  await fillLedger(test.store, options);
  const files = new Map<string, Buffer>();
  await exportLedger(
    { actor: { kind: 'officer', id: 'officer_test' }, store: test.store, log: silentLog, signer },
    intoMemory(files),
  );
  return files;
}

export async function fillLedger(
  store: StoreScope,
  { size, batch }: { readonly size: number; readonly batch: number },
): Promise<void> {
  for (let i = 0; i < size; i++) {
    await appendLedgerEntry(store, {
      kind: 'step-done',
      subjects: { runId: `run_${i}` },
      detail: { step: i, rows: (i * 7919) % 1000, receipt: sha256Hex(`receipt ${i}`) },
    });
    if ((i + 1) % batch === 0 || i + 1 === size) await sequenceLedger(store, { limit: batch, sign });
  }
}

export function intoMemory(files: Map<string, Buffer>): ExportTarget {
  return {
    add: async (path, content) => {
      const chunks: Buffer[] = [];
      for await (const piece of content) chunks.push(Buffer.from(piece));
      const bytes = Buffer.concat(chunks);
      files.set(path, bytes);
      return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
    },
  };
}

/** As the verifier reads a folder. */
export function archiveOf(files: Files): Archive {
  return {
    names: () => files.keys(),
    has: (name) => files.has(name),
    chunks: async function* (name) {
      // What is read is the reader's own.
      yield Buffer.from(files.get(name) ?? []);
    },
    close: async () => undefined,
  };
}

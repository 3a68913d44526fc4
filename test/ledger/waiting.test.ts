import { expect, it } from 'vitest';
import { exportLedger } from '../../src/app/export-ledger.ts';
import { proveEntry } from '../../src/app/prove-ledger.ts';
import { silentLog } from '../../src/base/log.ts';
import { appendLedgerEntry, countUnsequenced } from '../../src/store/ledger-entry.ts';
import { verifyArchive } from '../../src/verifier/verification.mjs';
import { testStore } from '../support/test-store.ts';
import { archiveOf, fillLedger, intoMemory } from './exported-ledger.ts';
import { key, signer } from './ledger-key.ts';

const entry = { kind: 'step-done', subjects: { runId: 'run_last' }, detail: { rows: 1 } } as const;

it('what waits for its place, with no server to give it one, is in what is exported and can be proved', async () => {
  await using test = await testStore();
  const { store } = test;
  const context = { actor: { kind: 'officer', id: 'officer_test' }, store, log: silentLog, signer } as const;
  await expect(exportLedger(context, intoMemory(new Map()))).rejects.toMatchObject({ code: 'conflict' });
  await fillLedger(store, { size: 5, batch: 5 });
  await appendLedgerEntry(store, entry);
  expect(await countUnsequenced(store)).toBe(1);

  const files = new Map<string, Buffer>();
  expect(await exportLedger(context, intoMemory(files))).toMatchObject({ size: 6 });
  expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true, size: 6, checkpoints: 2 });

  await appendLedgerEntry(store, entry);
  await proveEntry(context, 6);
  expect(await countUnsequenced(store)).toBe(0);
});

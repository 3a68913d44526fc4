import { expect, it } from 'vitest';
import { exportLedger } from '../../src/app/export-ledger.ts';
import { headSigner, installedSigner, ledgerSigner } from '../../src/app/ledger-signer.ts';
import { silentLog } from '../../src/base/log.ts';
import { formatVerifier, noteSigner } from '../../src/ledger/signed-note.ts';
import { deriveKey } from '../../src/store/encryption.ts';
import { appendLedgerEntry, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { verifyArchive } from '../../src/verifier/verification.mjs';
import { testOrganisation, testSecret, testStore } from '../support/test-store.ts';
import { archiveOf, intoMemory } from './exported-ledger.ts';

const entry = { kind: 'step-done', subjects: { runId: 'run_1' }, detail: { rows: 1 } } as const;

it('is of one installation alone, and the same each time it is opened', async () => {
  await using one = await testStore();
  const first = await installedSigner(one.store, testSecret);
  const other = await installedSigner(one.store, new Uint8Array(32).fill(8));
  expect(first.name).toMatch(/^gestand\/[0-9a-f]{16}$/);
  expect(other.name).not.toBe(first.name);
  await appendLedgerEntry(one.store, entry);
  await sequenceLedger(one.store, { limit: 10, sign: headSigner(first) });
  expect((await installedSigner(one.store, testSecret)).name).toBe(first.name);
  expect(ledgerSigner(testSecret, testOrganisation).name).toBe(first.name);
});

it('stays what it was where a ledger began under the name that all had', async () => {
  await using test = await testStore();
  const seed = deriveKey(testSecret, testOrganisation, 'gestand ledger signing 1');
  const before = noteSigner(`gestand/${testOrganisation}`, seed);
  await appendLedgerEntry(test.store, entry);
  await sequenceLedger(test.store, { limit: 10, sign: headSigner(before) });
  const signer = await installedSigner(test.store, testSecret);
  await appendLedgerEntry(test.store, entry);
  await sequenceLedger(test.store, { limit: 10, sign: headSigner(signer) });
  const files = new Map<string, Buffer>();
  const actor = { kind: 'officer', id: 'officer_test' } as const;
  await exportLedger({ actor, store: test.store, log: silentLog, signer }, intoMemory(files));
  const key = formatVerifier(before.verifier);
  expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true, size: 2, checkpoints: 2 });
});

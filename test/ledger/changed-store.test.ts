import pg from 'pg';
import { expect, it } from 'vitest';
import { exportLedger } from '../../src/app/export-ledger.ts';
import { proveEntry, proveGrowth } from '../../src/app/prove-ledger.ts';
import { silentLog } from '../../src/base/log.ts';
import { verifyArchive } from '../../src/verifier/verification.mjs';
import { type TestStore, testStore } from '../support/test-store.ts';
import { archiveOf, fillLedger, intoMemory } from './exported-ledger.ts';
import { key, signer } from './ledger-key.ts';

async function changedStore(sql: string): Promise<TestStore> {
  const test = await testStore();
  await fillLedger(test.store, { size: 60, batch: 20 });
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  expect((await client.query(sql)).rowCount).toBe(1);
  await client.end();
  return test;
}

function context({ store }: TestStore) {
  return { actor: { kind: 'officer', id: 'officer_test' }, store, log: silentLog, signer } as const;
}

async function asItIs(test: TestStore) {
  const files = new Map<string, Buffer>();
  await exportLedger(context(test), intoMemory(files), { asItIs: true });
  return verifyArchive(archiveOf(files), { key });
}

it.each([
  [
    `update gestand.ledger_entry set leaf = replace(leaf, '"step":19', '"step":20') where entry_index = 19`,
    /Entry 19: its text is not/,
  ],
  ['delete from gestand.ledger_entry where entry_index = 19', /Entry 19: this entry is not there/],
  ['delete from gestand.ledger_entry where entry_index = 59', /Entries 40 to 59: more entries were signed/],
])('is not handed out, whole or in part, but where somebody asks for it as it is: %s', async (sql, said) => {
  await using test = await changedStore(sql);
  const refusal = { code: 'evidence-changed', message: expect.stringMatching(said) };
  const files = new Map<string, Buffer>();
  await expect(exportLedger(context(test), intoMemory(files))).rejects.toMatchObject(refusal);
  expect(files.size).toBe(0);
  await expect(proveEntry(context(test), 19)).rejects.toMatchObject(refusal);
  await expect(proveEntry(context(test), 3)).rejects.toMatchObject(refusal);
  await expect(proveGrowth(context(test), 20)).rejects.toMatchObject(refusal);
  expect((await asItIs(test)).ok).toBe(false);
});

it('is told by the entry where its text alone was changed, also once it was exported', async () => {
  await using test = await changedStore(
    `update gestand.ledger_entry set leaf = replace(leaf, '"step":19', '"step":20') where entry_index = 19`,
  );
  const { problems } = await asItIs(test);
  expect(problems).toMatchObject([{ kind: 'entry-changed', index: 19, last: 19 }]);
});

it('is told once, as narrowly as the checkpoints allow, where the hashes were made to fit', async () => {
  const leaf = `replace(leaf, '"step":19', '"step":20')`;
  await using test = await changedStore(
    `update gestand.ledger_entry set leaf = ${leaf}, leaf_hash = sha256('\\x00'::bytea || convert_to(${leaf}, 'UTF8')) where entry_index = 19`,
  );
  const { problems } = await asItIs(test);
  expect(problems).toMatchObject([{ kind: 'root-differs', index: 0, last: 19 }]);
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testStore } from '../../test/support/test-store.ts';
import { signCheckpoint } from '../ledger/checkpoint.ts';
import { parseEntry } from '../ledger/entry.ts';
import { noteSigner } from '../ledger/signed-note.ts';
import { type LedgerPart, type StoredEntry, verifyLedger } from '../ledger/verify.ts';
import { sendWithCommit } from './commit-dialect.ts';
import {
  appendLedgerEntry,
  countUnsequenced,
  newestCheckpoint,
  readCheckpoints,
  readLedger,
  type SignHead,
  sequenceLedger,
} from './ledger-entry.ts';
import { listMails, queueMail } from './outbox-mail.ts';
import { listPromiseHistory, listPromiseResults, recordPromiseResult } from './promise-result.ts';
import type { StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

const origin = 'voorbeeld.example/ledger';
const signer = noteSigner(origin, new Uint8Array(32).fill(3));
const sign: SignHead = (head) => signCheckpoint({ origin, ...head }, signer);

function append(store: StoreScope, count: number): Promise<string> {
  return appendLedgerEntry(store, { kind: 'step-done', subjects: { runId: 'run_1' }, detail: { count } });
}

async function verdict(store: StoreScope) {
  const heads = await Array.fromAsync(
    readCheckpoints(store),
    ({ note }): LedgerPart => ({ kind: 'checkpoint', note }),
  );
  const entries = await Array.fromAsync(readLedger(store), (entry): LedgerPart => ({ kind: 'entry', entry }));
  return verifyLedger([...heads, ...entries], { origin, verifiers: [signer.verifier] });
}

test('two sequencers at once, while entries come in, leave no gap and no duplicate', async () => {
  await using test = await testStore();
  const { store } = test;
  const second = await test.another();
  const total = 120;
  const writing = Promise.all(Array.from({ length: total }, (_, count) => append(store, count)));
  const sequence = async (each: StoreScope): Promise<number> => {
    let placed = 0;
    for (let round = 0; round < 40; round++) placed += await sequenceLedger(each, { limit: 7, sign });
    return placed;
  };
  const placed = await Promise.all([sequence(store), sequence(second)]);
  await writing;
  const rest = await sequenceLedger(store, { limit: total, sign });
  expect(placed[0] + placed[1] + rest).toBe(total);
  expect(await countUnsequenced(store)).toBe(0);

  const entries: StoredEntry[] = await Array.fromAsync(readLedger(store));
  expect(entries.map(({ index }) => index)).toEqual(Array.from({ length: total }, (_, index) => index));
  expect(await verdict(store)).toMatchObject({ ok: true, size: total, coveredSize: total });
  expect((await newestCheckpoint(store))?.size).toBe(total);
  expect(await Array.fromAsync(readLedger(store, 118))).toHaveLength(2);
});

test('entries get places in the order in which they were written', async () => {
  await using test = await testStore();
  for (let count = 0; count < 50; count++) await append(test.store, count);
  await sequenceLedger(test.store, { limit: 1000, sign });
  const entries = await Array.fromAsync(readLedger(test.store));
  expect(entries.map(({ leaf }) => (JSON.parse(leaf) as { detail: { count: number } }).detail.count)).toEqual(
    Array.from({ length: 50 }, (_, count) => count),
  );
});

test('an entry that was changed afterwards is found', async () => {
  await using test = await testStore();
  const { store } = test;
  for (let count = 0; count < 5; count++) await append(store, count);
  await sequenceLedger(store, { limit: 3, sign });
  await sequenceLedger(store, { limit: 3, sign });
  await sql`update gestand.ledger_entry set leaf = replace(leaf, '"count":3', '"count":9') where entry_index = 3`.execute(
    store.db,
  );
  expect(await verdict(store)).toMatchObject({ ok: false, reason: 'leaf-hash-mismatch', firstWrongIndex: 3 });
});

test('what was rolled back left no evidence, and personal data does not get in', async () => {
  await using test = await testStore();
  const { store } = test;
  await expect(
    withTransaction(store, async (inside) => {
      await append(inside, 1);
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  await expect(
    appendLedgerEntry(store, {
      kind: 'case-opened',
      subjects: {},
      detail: { from: 'vera@voorbeeld.example' },
    }),
  ).rejects.toThrow(/an e-mail address in detail/);
  expect(await countUnsequenced(store)).toBe(0);
  expect(await sequenceLedger(store, { limit: 10, sign })).toBe(0);
});

test('entries go with the commit: what was written beside one that fails is not there, and the connection goes on', async () => {
  await using test = await testStore();
  const { store } = test;
  const letter = { to: 'vera@voorbeeld.example', subject: 'a', text: 'b', html: 'c' };
  const write = (last: (inside: StoreScope) => Promise<unknown>) =>
    withTransaction(store, async (inside) => {
      await queueMail(inside, letter);
      await append(inside, 1);
      await last(inside);
      expect(await countUnsequenced(inside)).toBe(0);
    });
  await expect(write((inside) => sendWithCommit(inside.db, 'select 1 / 0'))).rejects.toThrow(/division/);
  expect(await listMails(store, { limit: 10 })).toEqual([]);
  expect(await countUnsequenced(store)).toBe(0);
  await write((inside) => append(inside, 2));
  expect(await listMails(store, { limit: 10 })).toHaveLength(1);
  expect(await countUnsequenced(store)).toBe(2);
});

test('an entry holds quotes and backslashes as they are', async () => {
  await using test = await testStore();
  const { store } = test;
  const detail = { said: `it's "\\x41"; \n-- done` };
  await appendLedgerEntry(store, { kind: 'step-done', subjects: {}, detail });
  await sequenceLedger(store, { limit: 1, sign });
  const [entry] = await Array.fromAsync(readLedger(store));
  expect(parseEntry(entry?.leaf ?? '').detail).toEqual(detail);
  expect(await verdict(store)).toMatchObject({ ok: true, size: 1 });
});

test('organisations have ledgers of their own', async () => {
  await using test = await testStore();
  const other = await test.another('org_other');
  await append(test.store, 1);
  await append(other, 2);
  expect(await sequenceLedger(other, { limit: 10, sign })).toBe(1);
  expect(await countUnsequenced(test.store)).toBe(1);
  expect(await Array.fromAsync(readLedger(other))).toHaveLength(1);
});

test('a promise has one line for every change, and the time it was last looked at', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const check = (state: 'kept' | 'broken', count: number) =>
    recordPromiseResult(store, { promiseId: 'P38', state, detail: { count } });
  expect(await check('kept', 0)).toEqual({ changed: true });
  clock.advance({ hours: 1 });
  expect(await check('kept', 4)).toEqual({ changed: false });
  clock.advance({ hours: 1 });
  expect(await check('broken', 1)).toEqual({ changed: true });
  expect(await listPromiseResults(store)).toMatchObject([{ promiseId: 'P38', state: 'broken' }]);
  expect(await listPromiseHistory(store, { promiseId: 'P38', limit: 10 })).toMatchObject([
    {
      promiseId: 'P38',
      state: 'broken',
      since: '2026-11-02T11:00:00Z',
      lastCheckedAt: '2026-11-02T11:00:00Z',
      detail: { count: 1 },
    },
    {
      promiseId: 'P38',
      state: 'kept',
      since: '2026-11-02T09:00:00Z',
      lastCheckedAt: '2026-11-02T10:00:00Z',
      detail: { count: 4 },
    },
  ]);
});

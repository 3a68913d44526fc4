import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { exportLedger } from '../../src/app/export-ledger.ts';
import { silentLog } from '../../src/base/log.ts';
import { consistencyProof, verifyConsistency } from '../../src/ledger/merkle-tree.ts';
import {
  countUnsequenced,
  readCheckpoints,
  readLedger,
  sequenceLedger,
} from '../../src/store/ledger-entry.ts';
import type { StoreScope } from '../../src/store/store.ts';
import { verifyArchive } from '../../src/verifier/verification.mjs';
import { testStore } from '../support/test-store.ts';
import { archiveOf, intoMemory } from './exported-ledger.ts';
import type { LedgerTask } from './ledger-child.ts';
import { key, sign, signer } from './ledger-key.ts';

const script = join(import.meta.dirname, 'ledger-child.ts');
const writers = ['one', 'two'] as const;
const entries = 150;
/** Of those that were not rolled back. */
const kept = Array.from({ length: entries }, (_, count) => count).filter((count) => count % 7 !== 3);

describe('writers and sequencers in processes of their own', { timeout: 180_000 }, () => {
  it('lose no entry and use no index twice, though sequencers are killed', async () => {
    await using test = await testStore();
    const { url } = test;
    const writing = writers.map((writer) => start({ url, does: 'write', writer, entries }));
    // Three at once, each of which dies with places given and nothing committed; the others begin where nothing was.
    const dying = [1, 2, 3].map((at) =>
      start({ url, does: 'sequence', batch: 5, halts: { at, by: 'SIGKILL' } }),
    );
    for (const child of dying) expect(await endOf(child)).toMatchObject({ signal: 'SIGKILL', said: '' });
    // One that lives, beside one that is killed from outside, wherever it is.
    const living = start({ url, does: 'sequence', batch: 7 });
    const hit = start({ url, does: 'sequence', batch: 1 });
    setTimeout(() => hit.kill('SIGKILL'), 1500);
    expect(await endOf(hit)).toMatchObject({ said: '' });
    for (const child of [...writing, living])
      expect(await endOf(child)).toEqual({ code: 0, signal: null, said: '' });
    while ((await sequenceLedger(test.store, { limit: 50, sign })) > 0);
    await expectWhole(test.store, kept.length * writers.length);
  });

  it('go on when one that holds the place falls silent, and it writes nothing when it comes back', async () => {
    await using test = await testStore();
    const { url, store } = test;
    expect(await endOf(start({ url, does: 'write', writer: 'one', entries }))).toMatchObject({ code: 0 });
    const silent = start({
      ...{ url, does: 'sequence', batch: 20, leaseSeconds: 2 },
      halts: { at: 2, by: 'SIGSTOP' },
    });
    const end = endOf(silent);
    // Waits for the row until the database ends the transaction of the silent one.
    await waitUntil(async () => (await headSizes(store)).includes(20));
    while ((await sequenceLedger(store, { limit: 50, sign })) > 0);
    silent.kill('SIGCONT');
    expect(await end).toMatchObject({ code: 1 });
    await expectWhole(store, kept.length);
  });
});

async function expectWhole(store: StoreScope, total: number): Promise<void> {
  expect(await countUnsequenced(store)).toBe(0);
  const placed = await Array.fromAsync(readLedger(store));
  expect(placed.map(({ index }) => index)).toEqual(Array.from({ length: total }, (_, index) => index));
  const told = placed.map(({ leaf }) => {
    const { subjects, detail } = JSON.parse(leaf) as {
      subjects: { runId: string };
      detail: { count: number };
    };
    return `${subjects.runId} ${detail.count}`;
  });
  const wrote = writers.filter((writer) => told.some((line) => line.startsWith(`run_${writer} `)));
  expect(told.toSorted()).toEqual(
    wrote.flatMap((writer) => kept.map((count) => `run_${writer} ${count}`)).toSorted(),
  );
  await expectConsistent(store, placed);
  const files = new Map<string, Buffer>();
  const actor = { kind: 'officer', id: 'officer_test' } as const;
  await exportLedger({ actor, store, log: silentLog, signer }, intoMemory(files));
  expect(await verifyArchive(archiveOf(files), { key })).toMatchObject({ ok: true, size: total });
}

/** Every checkpoint is the beginning of the next, by a proof, not by our word. */
async function expectConsistent(
  store: StoreScope,
  placed: readonly { readonly leafHash: string }[],
): Promise<void> {
  const hashes = placed.map(({ leafHash }) => Buffer.from(leafHash, 'hex'));
  const heads = await Array.fromAsync(readCheckpoints(store));
  expect(heads.length).toBeGreaterThan(2);
  for (const [i, head] of heads.entries()) {
    const next = heads[i + 1];
    if (next === undefined) continue;
    const proof = consistencyProof(hashes.slice(0, next.size), head.size);
    expect(
      verifyConsistency({
        first: head.size,
        second: next.size,
        firstRoot: head.root,
        secondRoot: next.root,
        proof,
      }),
    ).toBe(true);
  }
}

async function headSizes(store: StoreScope): Promise<readonly number[]> {
  return (await Array.fromAsync(readCheckpoints(store))).map(({ size }) => size);
}

async function waitUntil(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 100));
}

function start(task: LedgerTask): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { PATH: process.env['PATH'], GESTAND_TEST_TASK: JSON.stringify(task) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // Listened for from the start: it may end while another is waited for.
  const said = text(child.stderr);
  const end = once(child, 'exit').then(async ([code, signal]) => ({ code, signal, said: await said }));
  ends.set(child, end);
  return child;
}

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly said: string;
}

const ends = new WeakMap<ChildProcess, Promise<End>>();

function endOf(child: ChildProcess): Promise<End> {
  return ends.get(child) ?? Promise.reject(new Error('started elsewhere'));
}

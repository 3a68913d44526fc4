import * as crypto from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { present } from '../src/base/assert.ts';
import { systemClock } from '../src/base/clock.ts';
import { sha256Hex } from '../src/base/hash.ts';
import { newId } from '../src/base/ids.ts';
import { signCheckpoint } from '../src/ledger/checkpoint.ts';
import { type LedgerEntry, leafText } from '../src/ledger/entry.ts';
import { append, emptyRange, leafHash, rangeRoot } from '../src/ledger/merkle-tree.ts';
import { formatVerifier, noteSigner } from '../src/ledger/signed-note.ts';
import { ledgerFiles } from '../src/ledger/tiles.ts';
import { folderWriter } from '../src/report/sealed-export/folder-writer.ts';
import { SealedExport } from '../src/report/sealed-export/sealed-export.ts';
import { appendCaseEvent } from '../src/store/case-event.ts';
import { type CaseFile, openCase } from '../src/store/case-file.ts';
import {
  appendLedgerEntry,
  countUnsequenced,
  type SignHead,
  sequenceLedger,
} from '../src/store/ledger-entry.ts';
import { migrate } from '../src/store/migrate.ts';
import { putOrganisation } from '../src/store/organisation.ts';
import { queueMail } from '../src/store/outbox-mail.ts';
import { openStore, type Store, type StoreScope } from '../src/store/store.ts';
import { withTransaction } from '../src/store/transaction.ts';
import { verifyExport } from '../src/verifier/verification.mjs';
import type { Bench, BenchContext } from './bench.ts';
import { compare, timeOf } from './compare.ts';
import type { Measurement } from './measurement.ts';

const bench = 'ledger';
const signer = noteSigner('gestand/org_bench', new Uint8Array(32).fill(5));
const sign: SignHead = (head) => signCheckpoint({ origin: signer.name, ...head }, signer);
const batch = 1_000;
const writers = 4;

/** What the ledger costs whoever writes, what giving the places costs, and how fast a stranger verifies it all. */
export const ledgerBench: Bench = {
  name: bench,
  run: async (context) => [await write(context), await place(context), await verify(context)],
};

/**
 * A transaction of the product with its entry beside the same without, while a sequencer gives the entries of before their places:
 * something happens in a case, is in its timeline, and is told in a letter.
 */
function write({ workplace, sizes, say }: BenchContext): Promise<Measurement> {
  const { writes } = sizes.ledger;
  return compare(
    {
      ...{ id: 'ledger.write', bench, goal: 1.15, repeats: 1 },
      ...sizes.patience,
      what: `${count(writes)} events of cases with their letter and their entry, ${writers} at once, beside a sequencer`,
      yardstick: 'the same transactions without an entry',
      prepare: async () => {
        const opened = await openLedger(workplace);
        const { store } = opened;
        const cases = await openCases(store);
        const transactions = (after: (inside: StoreScope, i: number) => Promise<unknown>) =>
          timeOf(() =>
            shared(writes, (i) =>
              withTransaction(store, async (inside) => {
                const { id, reference } = present(cases[i % cases.length], 'a case');
                await appendCaseEvent(inside, id, { kind: 'note', actor: 'system', detail: { i } });
                await queueMail(inside, { ...letter, caseReference: reference });
                await after(inside, i);
              }),
            ),
          );
        return {
          product: async () => {
            const sequencing = sequenceLedger(store, { limit: batch, sign });
            const took = await transactions((inside, i) => appendLedgerEntry(inside, entry(i)));
            await sequencing;
            return took;
          },
          yardstick: () => transactions(async () => undefined),
          [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

/** As long as a letter about a case is. */
const letter = {
  to: 'somebody@bench.example',
  subject: 'Your request',
  text: 'We have received your request. '.repeat(40),
  html: '<p>We have received your request.</p>'.repeat(60),
};

const openCasesAtOnce = 64;

async function openCases(store: Store): Promise<readonly CaseFile[]> {
  const files: CaseFile[] = [];
  for (let i = 0; i < openCasesAtOnce; i++) {
    const { file } = await openCase(store, {
      wish: { kind: 'access' },
      language: 'en',
      channel: 'portal',
      safeDate: '2026-12-20',
      legalDate: '2026-12-27',
      contact: { email: letter.to },
      actor: 'person',
    });
    files.push(file);
  }
  return files;
}

/** Entries that wait get their places, under a signed head a batch, beside inserting the same rows in the same batches. */
function place({ workplace, sizes, say }: BenchContext): Promise<Measurement> {
  const { placed } = sizes.ledger;
  const rows = Array.from({ length: placed }, (_, i) => leafText(entry(i)));
  return compare(
    {
      ...{ id: 'ledger.place', bench, goal: 2, repeats: 1 },
      ...sizes.patience,
      what: `${count(placed)} entries given their places, ${count(batch)} under a signed head`,
      yardstick: `the same entries inserted without a chain, ${count(batch)} a statement`,
      prepare: async () => {
        const opened = await openLedger(workplace);
        const { store } = opened;
        return {
          product: async () => {
            await insert(store, 'ledger_entry', rows);
            const took = await timeOf(async () => {
              while ((await sequenceLedger(store, { limit: batch, sign })) > 0);
            });
            if ((await countUnsequenced(store)) > 0) throw new Error('entries were left without a place');
            return took;
          },
          yardstick: () => timeOf(() => insert(store, 'bench_entry', rows)),
          [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
        };
      },
    },
    say,
  );
}

/** The goal is two hundred thousand entries a second, on one core: an export is verified in one thread. */
async function verify({ sizes, say }: BenchContext): Promise<Measurement> {
  const { verified } = sizes.ledger;
  const folder = await mkdtemp(join(tmpdir(), 'gestand-bench-ledger-'));
  try {
    await writeLedger(join(folder, 'export'), verified);
    const key = formatVerifier(signer.verifier);
    const leaves = Array.from({ length: verified }, (_, i) => Buffer.from(leafText(entry(i))));
    return await compare(
      {
        ...{ id: 'ledger.verify', bench, goal: verified / 200, by: 'product', repeats: 1 },
        ...sizes.patience,
        what: `an exported folder of ${count(verified)} entries verified: every file, entry, tile, root and signature`,
        yardstick: 'a loop of SHA-256 over the entries in memory',
        prepare: async () => ({
          product: () =>
            timeOf(async () => {
              const { ok, size } = await verifyExport(join(folder, 'export'), { key });
              if (!ok || size !== verified) throw new Error('the ledger did not verify');
            }),
          yardstick: () =>
            timeOf(async () => {
              for (const leaf of leaves) crypto.hash('sha256', leaf, 'buffer');
            }),
          [Symbol.asyncDispose]: async () => undefined,
        }),
      },
      say,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As large as the entries of a run are. */
function entry(i: number): LedgerEntry {
  return {
    kind: 'step-done',
    at: '2026-11-27T10:00:00Z',
    subjects: { runId: `run_01kat0q7fz0612345678${i}`, planId: 'plan_01kat0q7fz06123456789abcd' },
    detail: { step: i, rows: { erased: 12, kept: 3 }, receipt: sha256Hex(`receipt ${i}`) },
  };
}

async function openLedger(
  workplace: BenchContext['workplace'],
): Promise<{ readonly store: Store } & AsyncDisposable> {
  await workplace.template('ledger', async () => undefined);
  const database = await workplace.copyOf('ledger');
  await migrate(database.url);
  const store = await openStore({
    url: database.url,
    organisationId: 'org_bench',
    clock: systemClock,
    secret: new Uint8Array(32).fill(1),
    connections: writers + 1,
  });
  await putOrganisation(store, 'Bench');
  // Everything the ledger has, but for the tree.
  await sql`create table gestand.bench_entry (like gestand.ledger_entry including all)`.execute(store.db);
  return {
    store,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function insert(
  store: Store,
  table: 'ledger_entry' | 'bench_entry',
  leaves: readonly string[],
): Promise<void> {
  for (let at = 0; at < leaves.length; at += batch) {
    const part = leaves.slice(at, at + batch);
    const ids = part.map(() => newId('entry', systemClock.now()));
    const hashes = part.map((leaf) => Buffer.from(leafHash(leaf)));
    await sql`
      insert into ${sql.table(`gestand.${table}`)} (organisation_id, entry_id, leaf, leaf_hash, appended_at)
      select ${store.organisationId}, id, leaf, hash, now()
      from unnest(${ids}::text[], ${part}::text[], ${hashes}::bytea[]) as row (id, leaf, hash)
    `.execute(store.db);
  }
}

/** An export as the product writes it, of entries that no store has to hold first. */
async function writeLedger(folder: string, size: number): Promise<void> {
  const sealed = new SealedExport(folderWriter(folder));
  let range = emptyRange;
  const notes: string[] = [];
  async function* entries() {
    for (let index = 0; index < size; index++) {
      const leaf = leafText(entry(index));
      const hash = leafHash(leaf);
      range = append(range, hash);
      if (range.size % batch === 0 || range.size === size)
        notes.push(sign({ size: range.size, root: rangeRoot(range) }));
      yield { index, leaf, leafHash: Buffer.from(hash).toString('hex') };
    }
  }
  for await (const { path, bytes } of ledgerFiles(entries())) await sealed.add(path, [bytes]);
  await sealed.add('checkpoint', [notes.at(-1) ?? '']);
  await sealed.add('checkpoints', [notes.join('\n')]);
  await sealed.add('key', [`${formatVerifier(signer.verifier)}\n`]);
  await sealed.seal(signer);
}

/** So many times, by a few at once. */
async function shared(times: number, work: (i: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (next < times) await work(next++);
    }),
  );
}

function count(value: number): string {
  return value.toLocaleString('en');
}

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { leafText } from './entry.ts';
import { leafHash, treeRoot } from './merkle-tree.ts';
import { noteSigner } from './signed-note.ts';
import { type LedgerPart, type StoredEntry, verifyLedger } from './verify.ts';

const signer = noteSigner('carconnect.nu/ledger', createHash('sha256').update('a seed for tests').digest());
const trust = { origin: 'carconnect.nu/ledger', verifiers: [signer.verifier] };

function stored(index: number, leaf: string): StoredEntry {
  return { index, leaf, leafHash: Buffer.from(leafHash(leaf)).toString('hex') };
}

function ledger(size: number): readonly StoredEntry[] {
  return Array.from({ length: size }, (_, index) =>
    stored(
      index,
      leafText({
        kind: 'step-done',
        at: `2026-11-23T10:00:${String(index % 60).padStart(2, '0')}Z`,
        subjects: { runId: 'run_01kat0' },
        detail: { step: index, rows: index * 3 },
      }),
    ),
  );
}

function checkpoint(entries: readonly StoredEntry[], size: number, by = signer): string {
  const root = treeRoot(entries.slice(0, size).map((entry) => leafHash(entry.leaf)));
  return signCheckpoint({ origin: 'carconnect.nu/ledger', size, root }, by);
}

const entries = ledger(50);
const signed = [0, 10, 33, 50].map((size) => checkpoint(entries, size));
const verify = (rows: readonly StoredEntry[], notes: readonly string[] = signed) =>
  verifyLedger([...notes.map(headPart), ...rows.map(entryPart)], trust);
const headPart = (note: string): LedgerPart => ({ kind: 'checkpoint', note });
const entryPart = (entry: StoredEntry): LedgerPart => ({ kind: 'entry', entry });

describe('verifying a ledger', () => {
  it('finds a whole one whole, whatever order its checkpoints come in', async () => {
    const root = Buffer.from(treeRoot(entries.map((entry) => leafHash(entry.leaf)))).toString('hex');
    expect(await verify(entries)).toEqual({ ok: true, size: 50, root, coveredSize: 50 });
    expect(await verify(entries, signed.toReversed())).toMatchObject({ ok: true });
    expect(await verify([], [])).toMatchObject({ ok: true, size: 0, coveredSize: 0 });
  });

  it('says how much of it a checkpoint vouches for', async () => {
    expect(await verify(entries, signed.slice(0, 3))).toMatchObject({ ok: true, size: 50, coveredSize: 33 });
  });

  it('reads a stream', async () => {
    async function* stream(): AsyncGenerator<LedgerPart> {
      for (const entry of entries) {
        // Each head where its tree ends.
        yield* signed.filter((_, i) => [0, 10, 33][i] === entry.index).map(headPart);
        yield await Promise.resolve(entryPart(entry));
      }
      yield headPart(checkpoint(entries, 50));
    }
    expect(await verifyLedger(stream(), trust)).toMatchObject({ ok: true, size: 50, coveredSize: 50 });
    const late = [...entries.map(entryPart), headPart(checkpoint(entries, 10))];
    expect(await verifyLedger(late, trust)).toMatchObject({ ok: false, reason: 'checkpoint-too-late' });
  });

  it('names a changed entry, a gap, and one that is there twice', async () => {
    const changed = entries.with(17, { ...(entries[17] ?? stored(17, '{}')), leaf: '{"kind":"nothing"}' });
    const point = { firstWrongIndex: 17, lastPossibleIndex: 17 };
    expect(await verify(changed)).toEqual({ ok: false, reason: 'leaf-hash-mismatch', ...point });
    expect(await verify(entries.toSpliced(17, 1))).toEqual({ ok: false, reason: 'gap', ...point });
    const twice = entries.toSpliced(18, 0, entries[17] ?? stored(17, '{}'));
    expect(await verify(twice)).toMatchObject({ ok: false, reason: 'duplicate-index', firstWrongIndex: 17 });
  });

  it('finds between which checkpoints an entry was rewritten with its hash', async () => {
    expect(await verify(entries.with(17, stored(17, '{"kind":"nothing"}')))).toEqual({
      ok: false,
      reason: 'root-mismatch',
      firstWrongIndex: 10,
      lastPossibleIndex: 32,
    });
  });

  it('finds that the tail was cut off', async () => {
    expect(await verify(entries.slice(0, 41))).toEqual({
      ok: false,
      reason: 'cut-tail',
      firstWrongIndex: 33,
      lastPossibleIndex: 49,
    });
    expect(await verify([])).toMatchObject({ ok: false, reason: 'cut-tail', firstWrongIndex: 0 });
  });

  it('refuses a second spelling of the same entry', async () => {
    const spaced = entries.with(3, stored(3, entries[3]?.leaf.replace(',', ', ') ?? ''));
    expect(await verify(spaced)).toMatchObject({ ok: false, reason: 'not-canonical', firstWrongIndex: 3 });
  });

  it('trusts no checkpoint of another key or ledger, or that was changed', async () => {
    const stranger = noteSigner('carconnect.nu/ledger', createHash('sha256').update('stranger').digest());
    const elsewhere = signCheckpoint({ origin: 'other.example', size: 0, root: treeRoot([]) }, signer);
    const wrong = { firstWrongIndex: null, lastPossibleIndex: null, ok: false };
    expect(await verify(entries, [checkpoint(entries, 50, stranger)])).toEqual({
      ...wrong,
      reason: 'checkpoint-of-unknown-key',
    });
    expect(await verify(entries, [elsewhere])).toEqual({ ...wrong, reason: 'checkpoint-of-another-ledger' });
    expect(await verify(entries, ['50'])).toEqual({ ...wrong, reason: 'checkpoint-malformed' });
    const changed = checkpoint(entries, 50).replace('\n50\n', '\n51\n');
    expect(await verify(entries, [changed])).toEqual({ ...wrong, reason: 'checkpoint-signature-wrong' });
  });

  it('detects every change somebody with write access can make', async () => {
    type Tamper = (rows: readonly StoredEntry[], at: number, other: number) => readonly StoredEntry[];
    const at = (rows: readonly StoredEntry[], index: number): StoredEntry =>
      rows[index] ?? stored(index, '{}');
    const tampers: Readonly<Record<string, Tamper>> = {
      'change a byte of the text': (rows, i, n) => {
        const bytes = Buffer.from(at(rows, i).leaf);
        bytes[n % bytes.length] = (bytes[n % bytes.length] ?? 0) ^ 1;
        return rows.with(i, { ...at(rows, i), leaf: bytes.toString() });
      },
      'change a byte of the text and mend its hash': (rows, i, n) => {
        const bytes = Buffer.from(at(rows, i).leaf);
        bytes[n % bytes.length] = (bytes[n % bytes.length] ?? 0) ^ 1;
        return rows.with(i, stored(i, bytes.toString()));
      },
      'change the hash': (rows, i, n) => {
        const hash = at(rows, i).leafHash;
        const digit = hash[n % 64] === '0' ? '1' : '0';
        return rows.with(i, {
          ...at(rows, i),
          leafHash: `${hash.slice(0, n % 64)}${digit}${hash.slice((n % 64) + 1)}`,
        });
      },
      'remove an entry and renumber': (rows, i) =>
        rows.toSpliced(i, 1).map((row, index) => ({ ...row, index })),
      'remove an entry': (rows, i) => rows.toSpliced(i, 1),
      'put one in and renumber': (rows, i, n) =>
        rows.toSpliced(i, 0, stored(i, `{"n":${n}}`)).map((row, index) => ({ ...row, index })),
      'swap two and renumber': (rows, i, n) => {
        const j = (i + 1 + (n % 49)) % 50;
        return rows
          .with(i, at(rows, j))
          .with(j, at(rows, i))
          .map((row, index) => ({ ...row, index }));
      },
      'cut the tail': (rows, i) => rows.slice(0, i),
      'write everything after it anew': (rows, i, n) =>
        rows.map((row) => (row.index < i ? row : stored(row.index, `{"n":${n}}`))),
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(tampers)),
        fc.integer({ min: 0, max: 49 }),
        fc.nat({ max: 100_000 }),
        async (name, index, other) => {
          const tampered = tampers[name]?.(entries, index, other) ?? entries;
          const verdict = await verify(tampered);
          expect(verdict.ok, name).toBe(false);
          if (verdict.ok || verdict.firstWrongIndex === null) return;
          // The first entry that differs lies in the range that is named.
          const first = entries.findIndex((entry, i) => {
            const now = tampered[i];
            return now?.leaf !== entry.leaf || now.leafHash !== entry.leafHash || now.index !== entry.index;
          });
          expect(verdict.firstWrongIndex).toBeLessThanOrEqual(first);
          expect(verdict.lastPossibleIndex).toBeGreaterThanOrEqual(first);
        },
      ),
      { numRuns: 700 },
    );
  });
});

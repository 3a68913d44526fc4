import { sql } from 'kysely';
import yauzl from 'yauzl';
import { present } from '../../src/base/assert.ts';
import { readReceipt } from '../../src/execute/receipt.ts';
import { type LedgerEntry, parseEntry } from '../../src/ledger/entry.ts';
import { readCase } from '../../src/store/case-file.ts';
import { listWatchedCells } from '../../src/store/corrected-cell.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { findPackageToken, openPackage } from '../../src/store/package-file.ts';
import { readPlan } from '../../src/store/plan-record.ts';
import { readRun } from '../../src/store/run.ts';
import { readRunIdentities } from '../../src/store/run-identities.ts';
import type { StoreScope } from '../../src/store/store.ts';
import { stateOfSources, type World } from './fault-world.ts';

/** What a run left behind, without what differs from world to world: identifiers and times. */
export interface EndOfRun {
  readonly states: { readonly run: string; readonly plan: string; readonly case: string };
  readonly sources: Readonly<Record<string, string>>;
  /** Of the receipt: what each step did. */
  readonly steps: readonly unknown[];
  /** Kinds of ledger entries with what they tell apart, in order. */
  readonly ledger: readonly string[];
  readonly letters: readonly string[];
  /** Name and size of each entry of the package. */
  readonly packages: readonly (readonly string[])[];
  /** Whom the run was about is no longer kept. */
  readonly forgotten: boolean;
  readonly erasureRecords: number;
  /** Cells that were corrected, with what stood there and how they stand. */
  readonly corrected: readonly string[];
}

export async function endOfRun(world: World): Promise<EndOfRun> {
  await using opened = await world.open();
  const { store } = opened.context;
  const run = present(await readRun(store, world.runId), 'run');
  const plan = present(await readPlan(store, run.planId), 'plan');
  const file = present(await readCase(store, world.caseId), 'case');
  const receipt = await readReceipt(store, world.runId);
  const mails = await listMails(store, { limit: 10 });
  return {
    states: { run: run.state, plan: plan.state, case: file.state },
    sources: await stateOfSources(world.address),
    steps: (receipt?.steps ?? []).map((step) => withoutIds(step)),
    ledger: (await ledgerEntries(store)).map(tellApart),
    letters: mails.map(({ text }) => withoutLink(text).replaceAll(file.reference, 'REFERENCE')),
    packages: await packages(store, world, file.reference),
    forgotten:
      (await readRunIdentities(store, world.runId)) === undefined && (await bindingBytes(store)) === 0,
    erasureRecords: await countRows(store, 'erasure_record'),
    corrected: await correctedCells(store),
  };
}

export async function ledgerEntries(store: StoreScope): Promise<readonly LedgerEntry[]> {
  const rows = await store.db.selectFrom('ledger_entry').select('leaf').orderBy('entry_id').execute();
  return rows.map(({ leaf }) => parseEntry(leaf));
}

function tellApart({ kind, detail }: LedgerEntry): string {
  const told = ['step', 'ordinal', 'letter', 'state', 'failureCode']
    .filter((key) => detail[key] !== undefined)
    .map((key) => String(detail[key]));
  return [kind, ...told].join(' ');
}

async function packages(
  store: StoreScope,
  world: World,
  reference: string,
): Promise<readonly (readonly string[])[]> {
  const count = await countRows(store, 'package_file');
  if (count === 0) return [];
  const token = present(await findPackageToken(store, world), 'the token of the package');
  const { content } = await openPackage(store, token);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const names = await entriesOf(Buffer.concat(chunks));
  return [names.map((name) => name.replaceAll(reference, 'REFERENCE')), ...Array(count - 1).fill([])];
}

function entriesOf(zip: Buffer): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, (error, file) => {
      if (error) return reject(error);
      const names: string[] = [];
      file.on('entry', (entry: yauzl.Entry) => names.push(`${entry.fileName} ${entry.uncompressedSize}`));
      file.on('end', () => resolve(names));
      file.on('error', reject);
    });
  });
}

async function bindingBytes(store: StoreScope): Promise<number> {
  const { bytes } = await store.db
    .selectFrom('plan')
    .select(sql<number>`sum(length(bindings))::int`.as('bytes'))
    .executeTakeFirstOrThrow();
  return bytes;
}

async function countRows(store: StoreScope, table: 'package_file' | 'erasure_record'): Promise<number> {
  const { count } = await store.db
    .selectFrom(table)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function correctedCells(store: StoreScope): Promise<readonly string[]> {
  const later = store.clock.now().add({ hours: 1 });
  const cells = await listWatchedCells(store, { lookedBefore: later, limit: 1000 });
  return cells
    .map(({ source, table, column, key, before, after, state }) =>
      JSON.stringify([source, table, column, key, before, after, state]),
    )
    .sort();
}

function withoutIds(value: unknown): unknown {
  // A reference is compressed along with the rest, so that the size of a package differs by a few bytes.
  const text = JSON.stringify(value)
    .replace(/"pkg_[0-9a-z]+"/g, '"PACKAGE"')
    .replace(/"mark_[0-9a-z]+"/g, '"MARK"');
  return JSON.parse(text.replace(/"byteCount":\d+/, '"byteCount":1'));
}

function withoutLink(text: string): string {
  // The expiry is a moment: it differs from run to run.
  return text
    .replace(/\?t=[\w-]+/g, '?t=TOKEN')
    .replace(/\d{1,2} [a-z]+ \d{4}( om)? \d{1,2}[:.]\d{2}/g, 'MOMENT');
}

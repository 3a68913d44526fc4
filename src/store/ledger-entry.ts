import { sql } from 'kysely';
import pg from 'pg';
import { type CaseId, newId } from '../base/ids.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { leafText } from '../ledger/entry.ts';
import {
  append,
  type CompactRange,
  compactRange,
  emptyRange,
  type Hash,
  leafHash,
  rangeRoot,
} from '../ledger/merkle-tree.ts';
import type { StoredEntry } from '../ledger/verify.ts';
import { sendWithCommit } from './commit-dialect.ts';
import { nowOf, type StoreScope } from './store.ts';
import { withTransaction } from './transaction.ts';

/** The head of the ledger as it was signed. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash;
  /** The signed note (C2SP tlog-checkpoint). */
  readonly note: string;
  readonly createdAt: string;
}

/** Signs the head of a ledger: `signCheckpoint` with the origin and the key. */
export type SignHead = (head: { readonly size: number; readonly root: Hash }) => string;

const pageSize = 1000;
const entriesAtOnce = 1000;

/**
 * Writes what happened. Call it in the transaction of what it is evidence of: then neither is without the other.
 * There it is sent with the commit, and is not read before that. Its place in the tree it gets from {@link sequenceLedger}.
 *
 * @throws GestandError internal when the entry holds what looks like personal data.
 */
export async function appendLedgerEntry(
  scope: StoreScope,
  entry: Omit<LedgerEntry, 'at'> & { readonly at?: string },
): Promise<string> {
  if (!scope.db.isTransaction) return withTransaction(scope, (inside) => appendLedgerEntry(inside, entry));
  const now = nowOf(scope);
  const leaf = leafText({ ...entry, at: entry.at ?? now });
  const id = entryId(scope);
  const hash = `\\x${Buffer.from(leafHash(leaf)).toString('hex')}`;
  const values = [scope.organisationId, id, leaf, hash, now].map((value) => pg.escapeLiteral(value));
  await sendWithCommit(
    scope.db,
    `insert into gestand.ledger_entry (organisation_id, entry_id, leaf, leaf_hash, appended_at) values (${values.join(', ')})`,
  );
  return id;
}

export interface Sequencing {
  /** The most entries that get a place under one signed head. */
  readonly limit: number;
  readonly sign: SignHead;
  /** How long a sequencer that is silent keeps the others waiting; 30 when not given. */
  readonly leaseSeconds?: number;
}

/**
 * Gives up to `limit` waiting entries their places, one after the other without a gap, and keeps the signed head
 * over them. Callers at once wait for each other on one row; nothing else waits. Returns how many got a place.
 */
export async function sequenceLedger(
  scope: StoreScope,
  { limit, sign, leaseSeconds = 30 }: Sequencing,
): Promise<number> {
  return withTransaction(scope, async (inside) => {
    await takeLease(inside, leaseSeconds);
    const before = await lockHead(inside);
    const waiting = await inside.db
      .selectFrom('ledger_entry')
      .select(['entry_id', 'leaf_hash'])
      .where('organisation_id', '=', scope.organisationId)
      .where('entry_index', 'is', null)
      .orderBy('entry_id')
      .limit(limit)
      .execute();
    if (waiting.length === 0) return 0;
    let range = before;
    for (const { leaf_hash } of waiting) range = append(range, leaf_hash);
    await placeEntries(
      inside,
      waiting.map(({ entry_id }) => entry_id),
      before.size,
    );
    await keepHead(inside, range, sign);
    return waiting.length;
  });
}

/** Gives every entry that waits its place, under one signed head for each thousand. */
export async function placeWaiting(scope: StoreScope, sign: SignHead): Promise<void> {
  while ((await sequenceLedger(scope, { limit: entriesAtOnce, sign })) === entriesAtOnce);
}

/** Every entry that has its place, in order, from an index on, up to an index: a page at a time, whatever the size. */
export async function* readLedger(
  scope: StoreScope,
  from = 0,
  end = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<StoredEntry> {
  for (let next = from; ; ) {
    const rows = await scope.db
      .selectFrom('ledger_entry')
      .select(['entry_index', 'leaf', 'leaf_hash'])
      .where('organisation_id', '=', scope.organisationId)
      .where('entry_index', '>=', next)
      .where('entry_index', '<', end)
      .orderBy('entry_index')
      .limit(pageSize)
      .execute();
    for (const row of rows) {
      const index = row.entry_index ?? next;
      yield { index, leaf: row.leaf, leafHash: row.leaf_hash.toString('hex') };
      next = index + 1;
    }
    if (rows.length < pageSize) return;
  }
}

const mostOfCase = 1000;

/** The entries about a case, those that wait for their place last; at most the first thousand. It looks through all of the ledger. */
export async function readEntriesOfCase(
  scope: StoreScope,
  id: CaseId,
): Promise<readonly { readonly index: number | null; readonly leaf: string }[]> {
  const rows = await scope.db
    .selectFrom('ledger_entry')
    .select(['entry_index', 'leaf'])
    .where('organisation_id', '=', scope.organisationId)
    .where('leaf', 'like', `%"caseId":"${id.replaceAll('_', '\\_')}"%`)
    .orderBy(sql`entry_index nulls last`)
    .orderBy('entry_id')
    .limit(mostOfCase)
    .execute();
  return rows.map(({ entry_index, leaf }) => ({ index: entry_index, leaf }));
}

/** Every signed head, smallest tree first. */
export async function* readCheckpoints(scope: StoreScope): AsyncGenerator<StoredCheckpoint> {
  for (let after = -1; ; ) {
    const rows = await scope.db
      .selectFrom('ledger_checkpoint')
      .selectAll()
      .where('organisation_id', '=', scope.organisationId)
      .where('tree_size', '>', after)
      .orderBy('tree_size')
      .limit(pageSize)
      .execute();
    for (const row of rows) {
      yield { size: row.tree_size, root: row.root_hash, note: row.note, createdAt: row.created_at };
      after = row.tree_size;
    }
    if (rows.length < pageSize) return;
  }
}

/** The newest signed head, or the newest of before a moment (ISO 8601); undefined while the ledger is empty, or was then. */
export async function newestCheckpoint(
  scope: StoreScope,
  before?: string,
): Promise<StoredCheckpoint | undefined> {
  const newest = scope.db
    .selectFrom('ledger_checkpoint')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('tree_size', 'desc')
    .limit(1);
  const row = await (before === undefined
    ? newest
    : newest.where('created_at', '<', before)
  ).executeTakeFirst();
  return row && { size: row.tree_size, root: row.root_hash, note: row.note, createdAt: row.created_at };
}

/** How many entries still wait for their place. */
export async function countUnsequenced(scope: StoreScope): Promise<number> {
  const { count } = await scope.db
    .selectFrom('ledger_entry')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', scope.organisationId)
    .where('entry_index', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

// Entries of one moment get their places in the order in which they were written: after the time comes a counter,
// in place of four of the sixteen random characters.
let written = 0;
function entryId(scope: StoreScope): string {
  const id = newId('entry', scope.clock.now());
  const counter = (written++ % 32 ** 4).toString(32).padStart(4, '0');
  return id.slice(0, -16) + counter + id.slice(-12);
}

// A process that dies lets go of the row at once. A machine that falls silent does not: its transaction would hold the row until the network
// gives it up, which can be hours. The database ends it before, and with it all that the transaction did.
async function takeLease(scope: StoreScope, seconds: number): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', ${`${seconds}s`}, true)`.execute(
    scope.db,
  );
}

// The row makes sequencers take turns, over all nodes, for as long as their transaction lasts.
async function lockHead(scope: StoreScope): Promise<CompactRange> {
  await scope.db
    .insertInto('ledger_head')
    .values({ organisation_id: scope.organisationId, tree_size: 0, peaks: [] })
    .onConflict((conflict) => conflict.column('organisation_id').doNothing())
    .execute();
  const head = await scope.db
    .selectFrom('ledger_head')
    .select(['tree_size', 'peaks'])
    .where('organisation_id', '=', scope.organisationId)
    .forUpdate()
    .executeTakeFirst();
  return head === undefined ? emptyRange : compactRange(head.tree_size, head.peaks);
}

async function placeEntries(scope: StoreScope, ids: readonly string[], first: number): Promise<void> {
  await sql`
    update gestand.ledger_entry as entry
    set entry_index = ${first}::bigint + place.ordinal - 1
    from unnest(${ids}::text[]) with ordinality as place (entry_id, ordinal)
    where entry.organisation_id = ${scope.organisationId} and entry.entry_index is null and entry.entry_id = place.entry_id
  `.execute(scope.db);
}

async function keepHead(scope: StoreScope, range: CompactRange, sign: SignHead): Promise<void> {
  const root = rangeRoot(range);
  await scope.db
    .updateTable('ledger_head')
    .set({ tree_size: range.size, peaks: range.peaks.map((peak) => Buffer.from(peak)) })
    .where('organisation_id', '=', scope.organisationId)
    .execute();
  await scope.db
    .insertInto('ledger_checkpoint')
    .values({
      organisation_id: scope.organisationId,
      tree_size: range.size,
      root_hash: Buffer.from(root),
      note: sign({ size: range.size, root }),
      created_at: nowOf(scope),
    })
    .execute();
}

import { GestandError } from '../base/error.ts';
import { formatVerifier, type NoteSigner, parseVerifier } from '../ledger/signed-note.ts';
import { type LedgerVerdict, type StoredEntry, verifyLedger as verify } from '../ledger/verify.ts';
import { countUnsequenced, readCheckpoints, readLedger } from '../store/ledger-entry.ts';
import type { StoreScope } from '../store/store.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';

type LedgerContext = StoreContext & { readonly signer: NoteSigner };

export interface LedgerReport {
  readonly verdict: LedgerVerdict;
  /** Entries that have no place in the tree yet: the next round gives them one. */
  readonly waiting: number;
  readonly checkpoints: number;
  /** The public key; give it to whoever verifies an export. */
  readonly verifier: string;
}

/** Recomputes the whole ledger of the store and holds it against every signed head. */
export async function verifyLedger({ actor, store, signer }: LedgerContext): Promise<LedgerReport> {
  permit(actor, 'verify-ledger');
  const notes = await notesOf(store);
  const trust = { origin: signer.name, verifiers: [signer.verifier] };
  return {
    verdict: await verify(readLedger(store), notes, trust),
    waiting: await countUnsequenced(store),
    checkpoints: notes.length,
    verifier: formatVerifier(signer.verifier),
  };
}

/**
 * The ledger as lines of JSON: a head with the name and the public key, every signed head, then every entry. It can be
 * verified without us.
 */
export async function* exportLedger({ actor, store, signer }: LedgerContext): AsyncGenerator<string> {
  permit(actor, 'export-ledger');
  yield line({ gestandLedger: 1, origin: signer.name, verifier: formatVerifier(signer.verifier) });
  // The entries are read after the heads: what is added meanwhile comes after the last head and does no harm.
  for (const checkpoint of await notesOf(store)) yield line({ checkpoint });
  for await (const { index, leaf, leafHash } of readLedger(store)) yield line({ index, leaf, leafHash });
}

/**
 * Verifies an export, without a store. The key should come from elsewhere than the file: whoever changes a file can
 * change the key in it too.
 *
 * @throws GestandError `bad-input` when it is not an export of a ledger.
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  trustedKey: string | undefined,
): Promise<Omit<LedgerReport, 'waiting'>> {
  const iterator = lines[Symbol.asyncIterator]();
  const head = parseLine((await iterator.next()).value);
  const { origin, verifier } = head;
  if (head['gestandLedger'] !== 1 || typeof origin !== 'string' || typeof verifier !== 'string')
    throw new GestandError(
      'bad-input',
      'This is not an export of a ledger. Make one with: gestand ledger export',
    );
  const key = trustedKey ?? verifier;
  const notes: string[] = [];
  let next = await iterator.next();
  while (next.done !== true) {
    const { checkpoint } = parseLine(next.value);
    if (typeof checkpoint !== 'string') break;
    notes.push(checkpoint);
    next = await iterator.next();
  }
  async function* entries(): AsyncGenerator<StoredEntry> {
    for (; next.done !== true; next = await iterator.next()) yield entryOf(parseLine(next.value));
  }
  const verdict = await verify(entries(), notes, { origin, verifiers: [parseVerifier(key)] });
  return { verdict, checkpoints: notes.length, verifier: key };
}

async function notesOf(store: StoreScope): Promise<readonly string[]> {
  const notes: string[] = [];
  for await (const { note } of readCheckpoints(store)) notes.push(note);
  return notes;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

type Line = Readonly<Record<string, unknown>>;

function parseLine(text: unknown): Line {
  try {
    const value: unknown = JSON.parse(String(text));
    if (typeof value === 'object' && value !== null) return value as Line;
  } catch {
    // Said below, like everything else that is not a line of an export.
  }
  throw new GestandError('bad-input', 'A line of this file is not JSON, so it is not an export of a ledger.');
}

function entryOf({ index, leaf, leafHash }: Line): StoredEntry {
  if (typeof index === 'number' && typeof leaf === 'string' && typeof leafHash === 'string')
    return { index, leaf, leafHash };
  throw new GestandError('bad-input', 'A line of this file is not an entry of a ledger.');
}

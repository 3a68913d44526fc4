import { GestandError } from '../base/error.ts';
import { formatVerifier, type NoteSigner, parseVerifier } from '../ledger/signed-note.ts';
import {
  type LedgerPart,
  type LedgerVerdict,
  type StoredEntry,
  verifyLedger as verify,
} from '../ledger/verify.ts';
import { countUnsequenced, newestCheckpoint, readCheckpoints, readLedger } from '../store/ledger-entry.ts';
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
  const trust = { origin: signer.name, verifiers: [signer.verifier] };
  const parts = counting(partsOf(store));
  return {
    verdict: await verify(parts.read, trust),
    waiting: await countUnsequenced(store),
    checkpoints: parts.checkpoints(),
    verifier: formatVerifier(signer.verifier),
  };
}

/**
 * The ledger as lines of JSON: one with the name and the public key, the newest signed head, by which a file that was cut
 * short is known, then every entry, and each signed head where its tree ends. It can be verified without us.
 */
export async function* exportLedger({ actor, store, signer }: LedgerContext): AsyncGenerator<string> {
  permit(actor, 'export-ledger');
  yield line({ gestandLedger: 1, origin: signer.name, verifier: formatVerifier(signer.verifier) });
  const newest = await newestCheckpoint(store);
  if (newest !== undefined) yield line({ checkpoint: newest.note });
  for await (const part of partsOf(store)) {
    if (part.kind === 'entry') yield line({ ...part.entry });
    else if (part.note !== newest?.note) yield line({ checkpoint: part.note });
  }
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
  async function* read(): AsyncGenerator<LedgerPart> {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      const parsed = parseLine(next.value);
      const { checkpoint } = parsed;
      yield typeof checkpoint === 'string'
        ? { kind: 'checkpoint', note: checkpoint }
        : { kind: 'entry', entry: entryOf(parsed) };
    }
  }
  const parts = counting(read());
  const verdict = await verify(parts.read, { origin, verifiers: [parseVerifier(key)] });
  return { verdict, checkpoints: parts.checkpoints(), verifier: key };
}

/** Every entry, and each signed head where its tree ends. */
async function* partsOf(store: StoreScope): AsyncGenerator<LedgerPart> {
  // A head that is made meanwhile is of entries that may not be read any more.
  const last = (await newestCheckpoint(store))?.size ?? -1;
  const heads = readCheckpoints(store);
  let head = await heads.next();
  const headsUpTo = async function* (size: number): AsyncGenerator<LedgerPart> {
    for (; head.done !== true && head.value.size <= Math.min(size, last); head = await heads.next()) {
      yield { kind: 'checkpoint', note: head.value.note };
    }
  };
  for await (const entry of readLedger(store)) {
    yield* headsUpTo(entry.index);
    yield { kind: 'entry', entry };
  }
  yield* headsUpTo(last);
}

function counting(parts: AsyncIterable<LedgerPart>) {
  let checkpoints = 0;
  async function* read(): AsyncGenerator<LedgerPart> {
    for await (const part of parts) {
      if (part.kind === 'checkpoint') checkpoints++;
      yield part;
    }
  }
  return { read: read(), checkpoints: () => checkpoints };
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

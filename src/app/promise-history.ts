import { present } from '../base/assert.ts';
import { GestandError } from '../base/error.ts';
import type { Localised } from '../domain/language.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import { isPromiseId, type PromiseId } from '../law/promises.ts';
import { type BoardEntry, readBoard } from '../promises/board.ts';
import { fileOf, isChecked } from '../promises/checks.ts';
import { reasonOf } from '../promises/found-reason.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { listPromiseHistory, type PromiseCare, takeUpPromiseResult } from '../store/promise-result.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import type { StoreContext } from './context.ts';
import { refuseUnfitNote } from './note.ts';
import { actorName, permit } from './permissions.ts';
import type { PublicSpell } from './portal-services.ts';

/** A time during which a promise stood in one state. */
export interface PromiseSpell {
  readonly state: PromiseState;
  readonly from: Temporal.Instant;
  /** Null: it is so still. */
  readonly until: Temporal.Instant | null;
  /** When it was last looked at; null when nothing ever did. */
  readonly checkedAt: Temporal.Instant | null;
  /** What was found at the last look of that time; null when it was not kept. */
  readonly reason: Localised | null;
  /** The same for the public. */
  readonly publicReason: Localised | null;
  /** Who saw to it; of one that ended, who mended it. */
  readonly care: PromiseCare | null;
}

/** How one promise stood, newest first. @throws GestandError `not-found` */
export async function promiseHistory(
  { actor, store }: StoreContext,
  { promiseId, limit }: { readonly promiseId: string; readonly limit: number },
): Promise<readonly PromiseSpell[]> {
  permit(actor, 'promise-history');
  const id = knownPromise(promiseId);
  return spellsOf(store, await boardEntry(store, id), limit);
}

/** The same as everybody may read it: no names of tables, and not who saw to it. Null when nobody knows the promise. */
export async function publicPromiseHistory(
  { actor, store }: StoreContext,
  { promiseId, limit }: { readonly promiseId: string; readonly limit: number },
): Promise<readonly PublicSpell[] | null> {
  permit(actor, 'promise-board');
  if (!isPromiseId(promiseId)) return null;
  const spells = await spellsOf(store, await boardEntry(store, promiseId), limit);
  return spells.map(({ state, from, until, publicReason }) => ({ state, from, until, reason: publicReason }));
}

/** What was found, and since when that is too old to prove anything, as the board says it. */
async function spellsOf(
  store: StoreScope,
  entry: BoardEntry,
  limit: number,
): Promise<readonly PromiseSpell[]> {
  const found = await listPromiseHistory(store, { promiseId: entry.id, limit });
  const spells = found.map(({ state, since, lastCheckedAt, detail, care }, at) => ({
    ...{ state, care },
    checkedAt: lastCheckedAt === null ? null : Temporal.Instant.from(lastCheckedAt),
    from: Temporal.Instant.from(since),
    until: at === 0 ? null : Temporal.Instant.from(found[at - 1]?.since ?? since),
    reason: reasonOf(detail),
    publicReason: reasonOf(detail, 'publicReason'),
  }));
  const [newest, ...before] = spells;
  const { state, since: from, checkedAt, reason, publicReason } = entry;
  if (newest === undefined || newest.state === state || from === null) return spells;
  const stale = { state, from, until: null, checkedAt, reason, publicReason, care: null };
  return [stale, { ...newest, until: from }, ...before].slice(0, limit);
}

/**
 * Writes down that somebody sees to a promise that is not kept, also one that nothing checks. When a check finds it kept, they are who
 * mended it.
 *
 * @throws GestandError `not-found`; `bad-input` for a note that is missing or names somebody; `conflict` when it is kept.
 */
export async function takeUpPromise(
  { actor, store }: StoreContext,
  { promiseId, note }: { readonly promiseId: string; readonly note: string },
): Promise<PromiseState> {
  permit(actor, 'take-up-promise');
  const id = knownPromise(promiseId);
  if (note.trim() === '')
    throw new GestandError('bad-input', 'Say what you do about it: --note "the old visits go tonight".');
  refuseUnfitNote(note);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const { state, since, checkedAt, reason, publicReason, evidence } = await boardEntry(inside, id);
    if (state === 'kept')
      throw new GestandError(
        'conflict',
        `${id} is kept: there is nothing to take up. "gestand promises --check" looks anew.`,
      );
    const standing = {
      state,
      since: (since ?? store.clock.now()).toString(),
      lastCheckedAt: checkedAt?.toString() ?? null,
      detail: { reason: { ...reason }, publicReason: { ...publicReason }, evidence },
    };
    await takeUpPromiseResult(inside, { promiseId: id, by, note: note.trim(), standing });
    await appendLedgerEntry(inside, {
      kind: 'promise-taken-up',
      subjects: { promiseId: id },
      detail: { by, state },
    });
    return state;
  });
}

async function boardEntry(store: StoreScope, id: PromiseId): Promise<BoardEntry> {
  const entry = (await readBoard({ store })).find((each) => each.id === id);
  return present(entry, 'The board has every promise.');
}

/** What it would take to check a promise; null when there is a check. @throws GestandError `not-found` */
export function missingCheck(promiseId: string): Localised | null {
  const file = fileOf(knownPromise(promiseId));
  return isChecked(file) ? null : file.needs;
}

/** The id as the list has it. @throws GestandError `not-found` */
export function knownPromise(promiseId: string): PromiseId {
  const id = promiseId.trim().toUpperCase();
  if (isPromiseId(id)) return id;
  throw new GestandError(
    'not-found',
    `There is no promise ${promiseId}. See "gestand promises": P01 to P64 and D01 to D16.`,
  );
}

import { GestandError } from '../base/error.ts';
import type { Localised } from '../domain/language.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import { isPromiseId, type PromiseId } from '../law/promises.ts';
import { reasonOf } from '../promises/found-reason.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { listPromiseHistory, type PromiseCare, takeUpPromiseResult } from '../store/promise-result.ts';
import { withTransaction } from '../store/transaction.ts';
import type { StoreContext } from './context.ts';
import { refuseUnfitNote } from './note.ts';
import { actorName, permit } from './permissions.ts';

/** A time during which a promise stood in one state. */
export interface PromiseSpell {
  readonly state: PromiseState;
  readonly from: Temporal.Instant;
  /** Null: it is so still. */
  readonly until: Temporal.Instant | null;
  /** What was found at the last look of that time; null when it was not kept. */
  readonly reason: Localised | null;
  /** Who saw to it; of one that ended, who mended it. */
  readonly care: PromiseCare | null;
}

/** How one promise stood, newest first. @throws GestandError `not-found` */
export async function promiseHistory(
  { actor, store }: StoreContext,
  { promiseId, limit }: { readonly promiseId: string; readonly limit: number },
): Promise<readonly PromiseSpell[]> {
  permit(actor, 'promise-history');
  const found = await listPromiseHistory(store, { promiseId: known(promiseId), limit });
  return found.map(({ state, since, detail, care }, at) => ({
    ...{ state, care },
    from: Temporal.Instant.from(since),
    until: at === 0 ? null : Temporal.Instant.from(found[at - 1]?.since ?? since),
    reason: reasonOf(detail),
  }));
}

/**
 * Writes down that somebody sees to a promise that is not kept. When a check finds it kept, they are who mended it.
 *
 * @throws GestandError `not-found`; `bad-input` for a note that is missing or names somebody; `conflict` when it is kept,
 * or nothing looked at it yet.
 */
export async function takeUpPromise(
  { actor, store }: StoreContext,
  { promiseId, note }: { readonly promiseId: string; readonly note: string },
): Promise<PromiseState> {
  permit(actor, 'take-up-promise');
  const id = known(promiseId);
  if (note.trim() === '')
    throw new GestandError('bad-input', 'Say what you do about it: --note "the old visits go tonight".');
  refuseUnfitNote(note);
  const by = actorName(actor);
  return withTransaction(store, async (inside) => {
    const state = await takeUpPromiseResult(inside, { promiseId: id, by, note: note.trim() });
    if (state === undefined)
      throw new GestandError(
        'conflict',
        `${id} is kept, or nothing looked at it yet: there is nothing to take up. See "gestand promises --check".`,
      );
    await appendLedgerEntry(inside, {
      kind: 'promise-taken-up',
      subjects: { promiseId: id },
      detail: { by, state },
    });
    return state;
  });
}

function known(promiseId: string): PromiseId {
  const id = promiseId.trim().toUpperCase();
  if (isPromiseId(id)) return id;
  throw new GestandError(
    'not-found',
    `There is no promise ${promiseId}. See "gestand promises": P01 to P64 and D01 to D16.`,
  );
}

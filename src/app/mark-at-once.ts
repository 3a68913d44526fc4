import { type CaseState, isWorkedOn, workedOnStates } from '../domain/case-state.ts';
import type { Wish } from '../domain/wish.ts';
import { effectOfWish, type StoppingWish, type WishEffect } from '../policy/effect-of-wish.ts';
import type { Policy } from '../policy/policy.ts';
import { recipientsConcerned } from '../policy/recipients-concerned.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { type CaseFile, readContact, readWish } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { setMarkOnce } from '../store/person-mark.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';

const stopping = ['restriction', 'objection', 'withdrawal'] as const;
type StoppingKind = (typeof stopping)[number];
const open: readonly CaseState[] = ['received', 'identity', ...workedOnStates];

interface Marking {
  readonly store: StoreScope;
  readonly policy: Policy;
}

/**
 * Sets what can be set of what a case asks, in our own store: from then on every question is denied. In the transaction that opens a case
 * or takes it up, it holds from the moment that this was. The sources follow: see `takeEffect`.
 */
export async function markAtOnce({ store, policy }: Marking, file: CaseFile): Promise<void> {
  const wish = await stoppingWishOf(store, file);
  if (wish !== undefined) await markNow({ store, policy }, file, effectOfWish(policy, wish));
}

/**
 * Whether a wish does something to somebody that others than they may not ask. To stop advertising, and to take consent back, are as easy
 * as to sign up was (art. 7(3), 12(6), 21(3)).
 */
export function needsProof(policy: Policy, wish: Wish): boolean {
  if (wish.kind !== 'restriction' && wish.kind !== 'objection' && wish.kind !== 'withdrawal') return true;
  return effectOfWish(policy, wish).marks.some(({ proof }) => proof === 'identity');
}

/** What a case asks to stop; undefined for any other case, and for one that is over. */
export async function stoppingWishOf(store: StoreScope, file: CaseFile): Promise<StoppingWish | undefined> {
  const kind = stopping.find((each): each is StoppingKind => each === file.kind);
  return kind === undefined || !open.includes(file.state)
    ? undefined
    : readWish<StoppingKind>(store, { id: file.id, kind });
}

/**
 * Sets the marks that need no more proof than there is, in our own store. In the transaction that opens a case or takes it up, they stand
 * from the moment that it was.
 */
export async function markNow(
  { store, policy }: { readonly store: StoreScope; readonly policy: Policy },
  file: CaseFile,
  effect: WishEffect,
): Promise<void> {
  const contact = await readContact(store, file.id);
  if (contact === undefined) return;
  // Whom it would stop something for is only what a representative says, until an officer saw that they may.
  if (contact.onBehalfOf !== undefined && !isWorkedOn(file.state)) return;
  await withTransaction(store, async (inside) => {
    for (const [ordinal, wished] of effect.marks.entries()) {
      if (wished.proof === 'identity' && !isWorkedOn(file.state)) continue;
      const mark = await setMarkOnce(
        inside,
        { ...wished, caseId: file.id, ordinal },
        provenIdentities(contact),
      );
      if (mark === undefined) continue;
      const facts = {
        markId: mark.id,
        mark: mark.kind,
        rule: mark.rule,
        scope: { ...mark.scope },
        recipients: recipientsConcerned(policy, mark.scope).map(({ id }) => id),
      };
      await appendCaseEvent(inside, file.id, { kind: 'mark-set', actor: 'system', detail: facts });
      await appendLedgerEntry(inside, { kind: 'mark-set', subjects: { caseId: file.id }, detail: facts });
    }
  });
}

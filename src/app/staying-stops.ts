import { freedPurposes, stopsThatStay } from '../policy/freed-uses.ts';
import type { Policy } from '../policy/policy.ts';
import type { StayingUse, StoppedUses } from '../report/letters/stopping-letter.ts';
import { stoppedUses } from '../report/stopped-uses.ts';
import { type Contact, readCase } from '../store/case-file.ts';
import { isStaying, type PersonMark, standingMarks } from '../store/person-mark.ts';
import { provenIdentities } from '../store/proven-identities.ts';
import type { StoreScope } from '../store/store.ts';

/** What lifting marks of somebody comes to, while other marks of theirs stand. */
export interface Lifting {
  /** What is used again; null: nothing is. */
  readonly uses: StoppedUses | null;
  readonly staying: readonly StayingUse[];
}

/**
 * What may be used again when marks of a person end, and what another mark of theirs keeps stopped. A mark whose own end was announced
 * keeps nothing: else two letters would each say that the other stop stays, and nobody would write that the use goes on (art. 18(3)).
 */
export async function stayingStops(
  { store, policy }: { readonly store: StoreScope; readonly policy: Policy },
  contact: Contact,
  lifted: readonly PersonMark[],
): Promise<Lifting> {
  const ends = new Set(lifted.map(({ id }) => id));
  const others = (await standingMarks(store, provenIdentities(contact))).filter(
    (mark) => !ends.has(mark.id) && isStaying(mark),
  );
  const stays = stopsThatStay(policy, lifted, others);
  const scopes = lifted.map(({ scope }) => scope);
  if (stays.length === 0) return { uses: stoppedUses(policy, scopes), staying: [] };
  const freed = lifted.flatMap((mark) => freedPurposes(policy, mark, others));
  const staying: StayingUse[] = [];
  for (const { mark, scope } of stays)
    staying.push({
      uses: stoppedUses(policy, [scope]),
      why: mark.ground === 'objection-pending' ? 'pending' : mark.kind,
      reference: (await readCase(store, mark.caseId))?.reference ?? null,
    });
  if (freed.length === 0) return { uses: null, staying };
  const purposes = scopes.some((scope) => scope.purposes === 'all') ? ('all' as const) : freed;
  return {
    uses: stoppedUses(
      policy,
      scopes.map((scope) => ({ ...scope, purposes })),
    ),
    staying,
  };
}

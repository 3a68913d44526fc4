import { present } from '../base/assert.ts';
import { groundById } from '../law/grounds.ts';
import { manualSource } from '../plan/by-hand.ts';
import type { Policy } from '../policy/policy.ts';
import type { ErasureOutcome } from './erasure-outcome.ts';

/** What somebody attested of their work in a source. */
export interface WorkOutcome {
  readonly source: string;
  readonly outcome: 'done' | 'nothing-found' | 'kept';
  readonly items: number;
  /** For `kept`: an id of the list of grounds. */
  readonly ground: string | null;
  /** For `kept`: ISO date of the last day; null when it is not known. */
  readonly keptUntil: string | null;
}

/** From what people attested to what the letter lists. */
export function handOutcome(policy: Policy, attested: readonly WorkOutcome[]): ErasureOutcome {
  const placed = attested.map((each) => {
    const { name } = present(manualSource(policy, each.source), 'the system of an attestation');
    return { ...each, place: { source: name, table: null, rows: each.items } };
  });
  return {
    erased: placed
      .filter(({ outcome }) => outcome === 'done')
      .map(({ place }) => ({ ...place, effect: 'by-hand' })),
    kept: placed
      .filter(({ outcome }) => outcome === 'kept')
      .map(({ place, ground, keptUntil }) => ({
        ...place,
        ground: present(groundById(ground ?? ''), 'the ground of an attestation'),
        until: keptUntil,
      })),
  };
}

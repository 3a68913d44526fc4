import type { Json } from '../base/canonical-json.ts';
import type { Localised } from '../domain/language.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import type { PromiseId } from '../law/promises.ts';
import type { PromiseOwner } from './owner.ts';
import type { CheckRound } from './round.ts';

/**
 * Whether one promise is kept: a question to the records and the systems themselves, never a form that somebody fills
 * in. `unproven` is what a check says when it could not look, or found nothing to look at.
 */
export interface PromiseCheck<Id extends PromiseId = PromiseId> {
  readonly id: Id;
  /** Who sees to it that it is kept. */
  readonly owner: PromiseOwner;
  /** What it looks at, a phrase for the board. */
  readonly reads: Localised;
  /** Older evidence than this proves nothing any more. */
  readonly freshForHours: number;
  readonly check: (round: CheckRound) => Promise<Verdict>;
}

/** A promise that nothing looks at yet. It is unproven, and says what it would take to prove it. */
export interface UncheckedPromise<Id extends PromiseId = PromiseId> {
  readonly id: Id;
  readonly owner: PromiseOwner;
  readonly needs: Localised;
}

export interface Verdict {
  readonly state: PromiseState;
  /** One or two sentences: what was found, and what to do. No personal data. */
  readonly reason: Localised;
  /**
   * Where the reason names systems, tables, columns or commands: what the public reads instead, whom the inside of an organisation
   * does not concern.
   */
  readonly publicReason?: Localised;
  readonly evidence: Evidence;
}

/** Ids and counts; no personal data. */
export type Evidence = Readonly<Record<string, Json>>;

/** A promise about live systems and running clocks is looked at every day; on paper, every week. */
export const freshDaily = 24;
export const freshWeekly = 7 * 24;

export function kept(reason: Localised, evidence: Evidence, publicReason = reason): Verdict {
  return { state: 'kept', reason, publicReason, evidence };
}

export function atRisk(reason: Localised, evidence: Evidence, publicReason = reason): Verdict {
  return { state: 'at-risk', reason, publicReason, evidence };
}

export function broken(reason: Localised, evidence: Evidence, publicReason = reason): Verdict {
  return { state: 'broken', reason, publicReason, evidence };
}

export function unproven(reason: Localised, evidence: Evidence = {}, publicReason = reason): Verdict {
  return { state: 'unproven', reason, publicReason, evidence };
}

import { GestandError } from '../base/error.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { CaseEvent } from '../store/case-event.ts';
import type { CaseFile } from '../store/case-file.ts';

/** The states in which a case can still be refused. */
export const refusableStates = [
  'identity',
  'in-progress',
  'extended',
] as const satisfies readonly CaseState[];

/** A refusal that one officer proposed and nobody decided on yet, as it stands in the timeline. */
export interface OpenProposal {
  /** Of the event that proposed it. */
  readonly ordinal: number;
  readonly at: string;
  readonly ground: string;
  readonly proposedBy: string;
}

/** What ends a proposal. What is taken up again after an answer or a refusal must be judged anew. */
const ends: ReadonlySet<string> = new Set(['refused', 'answered', 'refusal-withdrawn']);

/** The refusal of a case that waits for another officer; undefined when there is none, or it can be refused no more. */
export function openProposal(
  { state }: Pick<CaseFile, 'state'>,
  events: readonly CaseEvent[],
): OpenProposal | undefined {
  if (!refusableStates.some((refusable) => refusable === state)) return undefined;
  const last = events.findLast(({ kind }) => kind === 'refusal-proposed' || ends.has(kind));
  if (last?.kind !== 'refusal-proposed') return undefined;
  const { ground } = last.detail as { readonly ground: string };
  return { ordinal: last.ordinal, at: last.at, ground, proposedBy: last.actor };
}

/** Why nothing is approved while a refusal is proposed, and what to do about it. */
export function refusalIsProposed(reference: string, { proposedBy }: OpenProposal): GestandError {
  return new GestandError(
    'conflict',
    `${proposedBy} proposed to refuse ${reference}. Another officer confirms that: gestand requests refuse ${reference} --confirm. Or withdraw it first: gestand requests refuse ${reference} --withdraw`,
  );
}

import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import { appendCaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, findCaseByReference } from '../store/case-file.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { withTransaction } from '../store/transaction.ts';
import type { Candidate } from './candidates.ts';
import { findRequester, statedNumberFound } from './find-requester.ts';
import { carriesOneOf } from './found-row.ts';
import { applyChoice, candidateCode, choiceOf, choiceToJson, lastChoice } from './identity-choice.ts';
import { actorName, permit } from './permissions.ts';
import { openCaseOf, type PlanningContext, planRequest, type RequestPlanning } from './plan-request.ts';

/** The people a request may be of. Holds who they are: it is shown on a screen, and neither kept nor logged. */
export interface RequestCandidates {
  readonly file: CaseFile;
  readonly candidates: readonly ShownCandidate[];
}

export interface ShownCandidate {
  /** Names it in a command: the same for as long as its rows are the same. */
  readonly code: string;
  readonly rows: Candidate;
  /** One of its rows carries the address that was proven. */
  readonly carriesProven: boolean;
  /** One of its rows carries the customer number that was stated; null: none was. */
  readonly carriesStated: boolean | null;
  /** An officer said so before. */
  readonly chosenBefore: boolean;
}

/**
 * The people that the proven address of a request leads to, for an officer who must say which of them asks.
 *
 * @throws GestandError `not-found`; `conflict` when identity is not proven or a plan was approved; what `findRequester` throws.
 */
export async function listCandidates(
  context: PlanningContext,
  { reference }: { readonly reference: string },
): Promise<RequestCandidates> {
  const { actor, store } = context;
  permit(actor, 'identify-person');
  const named = await findCaseByReference(store, reference);
  if (named === undefined)
    throw new GestandError('not-found', `There is no request ${reference.trim()}. See "gestand requests".`);
  const file = await openCaseOf(store, named.id);
  const { found, proven, contact } = await findRequester(context, file);
  const choice = lastChoice(await listCaseEvents(store, file.id));
  const before = choice === undefined ? undefined : applyChoice(store.keys, found, choice);
  return {
    file,
    candidates: found.candidates.map((rows) => ({
      code: candidateCode(store.keys, rows),
      rows,
      carriesProven: rows.some((row) => carriesOneOf(row, proven)),
      carriesStated: statedNumberFound(contact, rows),
      chosenBefore: before?.kind === 'settled' && rows.every((row) => before.rows.includes(row)),
    })),
  };
}

/**
 * Records which of the people an officer was shown asks, several or none, and makes the plan for exactly their rows. Who chose, and
 * when, and which rows in keyed hashes, stands in the timeline; that somebody chose, in the ledger.
 *
 * @throws GestandError `drifted` when the people are no longer those that were shown; `bad-input` when a code is not one of theirs.
 */
export async function identifyPerson(
  context: PlanningContext,
  input: {
    readonly reference: string;
    /** The codes of all candidates that were looked at. */
    readonly shown: readonly string[];
    readonly chosen: readonly string[];
  },
): Promise<RequestPlanning> {
  const { actor, store } = context;
  const { file, candidates } = await listCandidates(context, input);
  const codes = new Set(candidates.map(({ code }) => code));
  if (codes.symmetricDifference(new Set(input.shown)).size > 0)
    throw new GestandError('drifted', 'What was found changed while you looked. Look at it again.');
  const unknown = input.chosen.find((code) => !codes.has(code));
  if (unknown !== undefined)
    throw new GestandError('bad-input', `${unknown} is none of ${[...codes].join(', ')}.`);
  const chosen = candidates.filter(({ code }) => input.chosen.includes(code)).map(({ rows }) => rows);
  const choice = choiceOf(
    store.keys,
    candidates.map(({ rows }) => rows),
    chosen,
  );
  await withTransaction(store, async (inside) => {
    const detail = choiceToJson(choice);
    await appendCaseEvent(inside, file.id, { kind: 'identified', actor: actorName(actor), detail });
    await openCaseOf(inside, file.id);
    await appendLedgerEntry(inside, {
      kind: 'identity-chosen',
      subjects: { caseId: file.id },
      detail: {
        by: actorName(actor),
        candidates: candidates.length,
        chosen: chosen.length,
        rows: choice.chosen.length,
        choiceHash: sha256Hex(choice.chosen.join('\n')),
      },
    });
  });
  return planRequest(context, { caseId: file.id, again: true });
}

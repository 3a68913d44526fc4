import type { Json } from '../base/canonical-json.ts';
import type { CaseEvent } from '../store/case-event.ts';
import { hashFor, type StoreKeys } from '../store/encryption.ts';
import type { Candidate } from './candidates.ts';
import type { FoundPerson } from './find-person.ts';
import { type FoundRow, placeOf } from './found-row.ts';
import { type SettledPerson, settled } from './settle-person.ts';

/** Which rows somebody said are the person's and which are not: keyed hashes of their places, which only Gestand can make. */
export interface IdentityChoice {
  readonly chosen: readonly string[];
  readonly leftOut: readonly string[];
}

/** How a candidate is called in a command: the same for as long as its rows are the same. */
export function candidateCode(keys: StoreKeys, candidate: Candidate): string {
  const places = candidate.map(placeOf).toSorted();
  return hashFor(keys, 'candidate', JSON.stringify(places)).slice(0, 8);
}

export function choiceOf(
  keys: StoreKeys,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
): IdentityChoice {
  const hashes = (rows: readonly FoundRow[]) => rows.map((row) => rowHash(keys, row)).toSorted();
  return {
    chosen: hashes(chosen.flat()),
    leftOut: hashes(candidates.filter((candidate) => !chosen.includes(candidate)).flat()),
  };
}

/**
 * The choice that somebody made before, for what is found today. It holds for rows that were looked at: when a candidate has a row
 * that was not there, or is made of rows that were chosen and rows that were not, somebody must look again. Rows that were left out
 * are never taken because all others are gone.
 */
export function applyChoice(
  keys: StoreKeys,
  { candidates }: FoundPerson,
  choice: IdentityChoice,
): SettledPerson {
  const [chosen, leftOut] = [new Set(choice.chosen), new Set(choice.leftOut)];
  const all = (candidate: Candidate, hashes: ReadonlySet<string>) =>
    candidate.every((row) => hashes.has(rowHash(keys, row)));
  const taken = candidates.filter((candidate) => all(candidate, chosen));
  const known = candidates.every((candidate) => taken.includes(candidate) || all(candidate, leftOut));
  return known ? settled(candidates, taken) : { kind: 'ask', candidates };
}

export function choiceToJson({ chosen, leftOut }: IdentityChoice): Json {
  return { chosen: [...chosen], leftOut: [...leftOut] };
}

/** The last choice that was made in a case; undefined when there was none. */
export function lastChoice(events: readonly CaseEvent[]): IdentityChoice | undefined {
  const detail = events.findLast(({ kind }) => kind === 'identified')?.detail;
  // Written by choiceToJson.
  return detail as unknown as IdentityChoice | undefined;
}

/** The case waits for somebody who says which of several people it is about. */
export function isAsked(events: readonly CaseEvent[]): boolean {
  const last = events.findLast(({ kind }) => decisive.has(kind));
  return last?.kind === 'identification-needed';
}

const decisive: ReadonlySet<string> = new Set(['identification-needed', 'identified', 'planned']);

function rowHash(keys: StoreKeys, row: FoundRow): string {
  return hashFor(keys, 'subject-row', placeOf(row));
}

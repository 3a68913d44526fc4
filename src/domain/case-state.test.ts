import { expect, test } from 'vitest';
import {
  type CaseState,
  type CaseStateBefore,
  caseStates,
  caseTransitions,
  isWorkedOn,
  mayMove,
} from './case-state.ts';

test('every state can be reached, and from every state that is not the last a case can be closed', () => {
  const reached = new Set<CaseState>(['received']);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const from of reached) for (const to of caseTransitions[from]) reached.add(to);
  }
  expect(reached).toEqual(new Set(caseStates));
  const ends = (from: CaseState, seen: readonly CaseState[] = []): boolean =>
    from === 'closed' || caseTransitions[from].some((to) => !seen.includes(to) && ends(to, [...seen, from]));
  expect(caseStates.filter((state) => !ends(state))).toEqual([]);
});

test('nothing is answered before it is taken up, and what is over stays over', () => {
  const before = (to: CaseState) => caseStates.filter((from) => mayMove(from, to));
  expect(before('answered')).toEqual(['in-progress', 'extended']);
  expect(before('extended')).toEqual(['in-progress']);
  expect(before('received')).toEqual([]);
  expect(caseStates.filter((from) => caseTransitions[from].length === 0)).toEqual(['closed']);
  expect(caseStates.filter(isWorkedOn)).toEqual(['in-progress', 'extended']);
});

test('the types say the same as the table', () => {
  const answered: readonly CaseStateBefore<'answered'>[] = ['in-progress', 'extended'];
  expect(answered.every((from) => mayMove(from, 'answered'))).toBe(true);
  // @ts-expect-error: a case that was just received is not answered.
  const wrong: CaseStateBefore<'answered'> = 'received';
  expect(mayMove(wrong, 'answered')).toBe(false);
});

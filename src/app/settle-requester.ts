import type { CaseEvent } from '../store/case-event.ts';
import type { StoreScope } from '../store/store.ts';
import type { Requester } from './find-requester.ts';
import { applyChoice, lastChoice } from './identity-choice.ts';
import { type SettledPerson, settleByGiven, settlePerson } from './settle-person.ts';

/** Whose rows a request is about: by what an officer said before, else by what was proven. */
export function settleRequester(
  { keys }: StoreScope,
  requester: Requester,
  events: readonly CaseEvent[],
): SettledPerson {
  const choice = lastChoice(events);
  return choice === undefined ? settleProven(requester) : applyChoice(keys, requester.found, choice);
}

// An address and a number that are both proven name one of several people; an address alone may be that of several.
function settleProven({ found, proven }: Requester): SettledPerson {
  const several = proven.length > 1 && found.candidates.length > 1;
  return several ? settleByGiven(found, proven) : settlePerson(found);
}

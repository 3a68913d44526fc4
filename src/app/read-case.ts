import { isWorkedOn } from '../domain/case-state.ts';
import type { OnBehalfOf } from '../domain/mandate.ts';
import type { Wish } from '../domain/wish.ts';
import { type CaseEvent, listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, readCase, readContact, readWish } from '../store/case-file.ts';
import { listCasesOfSamePerson, listJoinedCases } from '../store/case-person.ts';
import { readReasons } from '../store/case-reason.ts';
import { namedCase } from './case-in-hand.ts';
import type { StoreContext } from './context.ts';
import { casesByHand, describeRequest, type ListedRequest } from './listed-request.ts';
import { permit } from './permissions.ts';
import { type OpenProposal, openProposal } from './proposed-refusal.ts';

/** A case with what somebody asked, for whoever handles it. Holds personal data: it is shown, and neither kept nor logged. */
export interface ReadCase {
  readonly file: CaseFile;
  /** Where it stands and what is next, as the list says it. */
  readonly listed: ListedRequest;
  /** A refusal that another officer must confirm or take back. */
  readonly proposal: OpenProposal | undefined;
  /** Undefined once it is no longer kept. */
  readonly wish: Wish | undefined;
  readonly email: string | undefined;
  /** Whom it is about, when somebody asks for somebody else. */
  readonly onBehalfOf: OnBehalfOf | undefined;
  readonly timeline: readonly TimelineEntry[];
  /** The other requests of this person that are worked on, as far as both were looked up: the first to come in first. */
  readonly samePerson: readonly CaseFile[];
  /** Those that this one answers too. */
  readonly joined: readonly CaseFile[];
  /** The one that answers this. */
  readonly answeredBy: CaseFile | undefined;
}

export interface TimelineEntry extends CaseEvent {
  /** What was written for it: why, or the answer itself. */
  readonly words: string | null;
}

/** @throws GestandError `not-found` */
export async function readCaseOf({ actor, store }: StoreContext, reference: string): Promise<ReadCase> {
  permit(actor, 'show-request');
  const file = await namedCase(store, reference);
  const { joinedTo } = file;
  const [wish, contact, events, words, same, joined, answeredBy] = await Promise.all([
    readWish(store, file),
    readContact(store, file.id),
    listCaseEvents(store, file.id),
    readReasons(store, file.id),
    isWorkedOn(file.state) ? listCasesOfSamePerson(store, file.id) : [],
    listJoinedCases(store, file.id),
    joinedTo === null ? undefined : readCase(store, joinedTo),
  ]);
  const timeline = events.map((event) => ({ ...event, words: words.get(event.ordinal) ?? null }));
  const samePerson = same.filter(({ id }) => id !== file.id);
  const { email, onBehalfOf } = contact ?? {};
  const listed = await describeRequest(store, file, await casesByHand(store));
  const proposal = openProposal(file, events);
  return { file, listed, proposal, wish, email, onBehalfOf, timeline, samePerson, joined, answeredBy };
}

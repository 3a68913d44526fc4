import { caseStates, isUnproven, unprovenStates, workedOnStates } from '../domain/case-state.ts';
import { listCases } from '../store/case-file.ts';
import type { StoreContext } from './context.ts';
import { casesByHand, describeRequest, type ListedRequest } from './listed-request.ts';
import { permit } from './permissions.ts';

/**
 * The requests that are open, or all of them: those that are late or soon will be first, then by their day; and behind them those of whom nobody knows yet who
 * asks. Anybody can make as many of those as they like, and must not push the others off the list.
 */
export async function listRequests(
  { actor, store }: StoreContext,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<readonly ListedRequest[]> {
  permit(actor, 'list-requests');
  const known = all ? caseStates.filter((state) => !isUnproven(state)) : workedOnStates;
  const proven = await listCases(store, { states: known, doubted: 'too', limit });
  const room = limit - proven.length;
  const others =
    room === 0 ? [] : await listCases(store, { states: unprovenStates, doubted: 'not', limit: room });
  const byHand = await casesByHand(store);
  const listed: ListedRequest[] = [];
  for (const file of [...proven, ...others]) listed.push(await describeRequest(store, file, byHand));
  return listed.toSorted((a, b) => urgency(a) - urgency(b));
}

const alarms: readonly ListedRequest['alarm'][] = ['overdue', 'at-risk'];

// What is in time stays in the order of its days.
function urgency({ alarm }: ListedRequest): number {
  const place = alarms.indexOf(alarm);
  return place === -1 ? alarms.length : place;
}

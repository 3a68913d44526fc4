import { legalDateOf } from '../base/clock.ts';
import { type NoticeState, openNoticeStates } from '../domain/notice.ts';
import { countNoticesDue, listNotices as readNotices } from '../store/notice.ts';
import type { PolicyContext } from './context.ts';
import { type ViewedNotice, viewNotice } from './notice-view.ts';
import { permit } from './permissions.ts';

/** How many recipients have not confirmed in time what they were told, of requests that were answered too. */
export async function countOverdueNotices({
  actor,
  store,
}: Pick<PolicyContext, 'actor' | 'store'>): Promise<number> {
  permit(actor, 'list-notices');
  return countNoticesDue(store, { states: openNoticeStates, before: legalDateOf(store.clock.now()) });
}

const settled: readonly NoticeState[] = ['confirmed', 'excused'];

/** What recipients must still confirm, or all of it: the earliest due first. No name, no address of a person. */
export async function listNotices(
  { actor, store, policy }: Pick<PolicyContext, 'actor' | 'store' | 'policy'>,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<readonly ViewedNotice[]> {
  permit(actor, 'list-notices');
  const open = await readNotices(store, { states: openNoticeStates, limit });
  const room = all ? limit - open.length : 0;
  const others = room > 0 ? await readNotices(store, { states: settled, limit: room }) : [];
  return Promise.all([...open, ...others].map((notice) => viewNotice(store, policy, notice)));
}

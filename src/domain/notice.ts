import type { MarkKind } from './use-mark.ts';
import type { Scope } from './wish.ts';

/** What was done to somebody's data, so that recipients of them are told (GDPR art. 19, 7(3), 21 and 28(3)(e)). */
export const noticeDeeds = [
  'rectification',
  'erasure',
  'restriction',
  'restriction-lifted',
  'objection',
  'objection-lifted',
  'withdrawal',
  'withdrawal-lifted',
] as const;
export type NoticeDeed = (typeof noticeDeeds)[number];

/** What recipients are told when a stop begins and when it ends, under the article by which it was asked. */
export const stopDeeds: Readonly<
  Record<MarkKind, { readonly begins: NoticeDeed; readonly ends: NoticeDeed }>
> = {
  restricted: { begins: 'restriction', ends: 'restriction-lifted' },
  objected: { begins: 'objection', ends: 'objection-lifted' },
  withdrawn: { begins: 'withdrawal', ends: 'withdrawal-lifted' },
};

/** To which of the data it was done. Of recipients: a wish may name them. */
export interface NoticeScope {
  readonly purposes: Scope;
  readonly categories: Scope;
  readonly recipients: Scope;
}

/** How a recipient is reached: a letter with a link, a signed call to their API, or somebody of ours does it. */
export const noticeWays = ['email', 'api', 'hand'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/**
 * `waiting`: not out yet. `sent`: out, no receipt. `failed`: their side did not take it, so somebody of ours must see to
 * it. `confirmed`: there is a receipt. `excused`: telling them is impossible or takes a disproportionate effort (art. 19).
 */
export const noticeStates = ['waiting', 'sent', 'failed', 'confirmed', 'excused'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Those in which the recipient may not have heard of it. */
export const openNoticeStates = ['waiting', 'sent', 'failed'] as const satisfies readonly NoticeState[];

/** The two reasons for which art. 19 lets a recipient go untold. */
export const noticeExcuses = ['impossible', 'disproportionate'] as const;
export type NoticeExcuse = (typeof noticeExcuses)[number];

/** Whether two scopes have something in common. */
export function scopesMeet(a: Scope, b: Scope): boolean {
  if (a === 'all') return b === 'all' || b.length > 0;
  return b === 'all' ? a.length > 0 : a.some((each) => b.includes(each));
}

/** Whether all of the second is in the first. */
export function scopeCovers(whole: Scope, part: Scope): boolean {
  return whole === 'all' || (part !== 'all' && part.every((each) => whole.includes(each)));
}

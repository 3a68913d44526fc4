import { GestandError } from '../base/error.ts';
import type { NoticeId } from '../base/ids.ts';
import type { Scope } from '../domain/wish.ts';
import { purposesFor } from '../notices/notice-content.ts';
import type { Recipient } from '../policy/policy.ts';
import { type NoticePeople, readNotice, readNoticeNote, readNoticePeople } from '../store/notice.ts';
import type { PolicyContext } from './context.ts';
import { type ViewedNotice, viewNotice } from './notice-view.ts';
import { permit } from './permissions.ts';

export interface ShownNotice extends ViewedNotice {
  /** As the policy has it today; null when it is in it no longer. */
  readonly recipient: Recipient | null;
  /** Whom it is about: personal data, for a screen alone. Null when that is no longer kept. */
  readonly people: NoticePeople | null;
  readonly note: string | null;
  /** Ids of the policy, as the letter names them; `all` of a recipient that is in it no longer. */
  readonly purposes: Scope;
}

/** A notice with whom it is about, for who must tell it by hand. @throws GestandError `not-found` */
export async function showNotice(
  { actor, store, policy }: Pick<PolicyContext, 'actor' | 'store' | 'policy'>,
  id: NoticeId,
): Promise<ShownNotice> {
  permit(actor, 'show-notice');
  const notice = await readNotice(store, id);
  if (notice === undefined)
    throw new GestandError('not-found', `There is no notice ${id}. See "gestand notices".`);
  const recipient = policy.recipients.get(notice.recipient) ?? null;
  return {
    ...(await viewNotice(store, policy, notice)),
    recipient,
    purposes: recipient === null ? notice.scope.purposes : purposesFor(recipient, notice),
    people: await readNoticePeople(store, id),
    note: await readNoticeNote(store, id),
  };
}

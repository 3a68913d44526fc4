import { settle } from '../notices/settle.ts';
import { findNoticeByToken, type Notice } from '../store/notice.ts';
import { withTransaction } from '../store/transaction.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';
import type { RecipientNotice } from './recipient-notice.ts';

type Context = Pick<PolicyContext, 'actor' | 'store' | 'policy'>;

/** Null when the link opens nothing. */
export async function openNotice(context: Context, token: string): Promise<RecipientNotice | null> {
  const { actor, store } = context;
  permit(actor, 'open-notice');
  const notice = await findNoticeByToken(store, token);
  return notice === undefined ? null : viewFor(context, notice);
}

/** Confirms a notice: the receipt that art. 19 and 28(3)(e) are shown by. Once; a second click changes nothing. */
export async function confirmNotice(context: Context, token: string): Promise<RecipientNotice | null> {
  const { actor, store } = context;
  permit(actor, 'confirm-notice');
  const confirmed = await withTransaction(store, async (inside) => {
    const notice = await findNoticeByToken(inside, token);
    if (notice === undefined) return undefined;
    await settle(inside, notice, { by: 'recipient', excuse: null, receipt: null, note: null });
    return findNoticeByToken(inside, token);
  });
  return confirmed === undefined ? null : viewFor(context, confirmed);
}

function viewFor({ policy }: Context, notice: Notice): RecipientNotice {
  const { id, deed, recipient, state, settledAt } = notice;
  return {
    id,
    name: policy.recipients.get(recipient)?.name ?? recipient,
    deed,
    dueOn: Temporal.PlainDate.from(notice.dueOn),
    confirmedAt: state === 'confirmed' && settledAt !== null ? Temporal.Instant.from(settledAt) : null,
    excused: state === 'excused',
  };
}

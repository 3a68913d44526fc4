import { legalDateOf } from '../base/clock.ts';
import { workingDaysAfter } from '../law/holidays.ts';
import { lookup } from '../law/law-pack.ts';
import { writeDeskLetter } from '../report/recipients/desk-letter.ts';
import {
  listUndeliveredNotices,
  listUnmarkedNotices,
  markNotice,
  type Notice,
  readNotice,
  readNoticePeople,
} from '../store/notice.ts';
import { queueMail } from '../store/outbox-mail.ts';
import type { StoreScope } from '../store/store.ts';
import { withTransaction } from '../store/transaction.ts';
import { languageOfNotices } from './notice-link.ts';
import { type NoticeContext, sendLetter } from './send-notices.ts';
import { leaveToDesk, recordNoticeEvent } from './settle.ts';

type Context = Pick<NoticeContext, 'store' | 'policy' | 'publicUrl'>;

/**
 * Looks after notices that have no receipt: a letter that nobody could deliver is left to the desk; on the working day
 * before the last there is one reminder; and what is too late is written down. At most `limit` of each.
 */
export async function followNotices(context: Context, { limit }: { readonly limit: number }): Promise<void> {
  const { store } = context;
  for (const id of await listUndeliveredNotices(store, limit))
    await withTransaction(store, async (inside) => {
      const notice = await readNotice(inside, id);
      if (notice !== undefined) await leaveToDesk(inside, notice, 'mail-undelivered');
    });
  const today = legalDateOf(store.clock.now());
  const soon = workingDaysAfter(today, 1, lookup('rights.calendar', today)).toString();
  for (const notice of await listUnmarkedNotices(store, { mark: 'reminded_at', dueBy: soon, limit }))
    await withTransaction(store, async (inside) => {
      if (await markNotice(inside, notice.id, 'reminded_at'))
        await remind({ ...context, store: inside }, notice);
    });
  const yesterday = today.subtract({ days: 1 }).toString();
  for (const notice of await listUnmarkedNotices(store, { mark: 'overdue_at', dueBy: yesterday, limit }))
    await withTransaction(store, (inside) => noteOverdue(inside, notice));
}

async function remind(context: Context, notice: Notice): Promise<void> {
  const { store, policy } = context;
  const recipient = policy.recipients.get(notice.recipient);
  const people = await readNoticePeople(store, notice.id);
  // Only who was written to before can be reminded of it; the rest is the desk's to see to.
  if (notice.state === 'sent' && recipient?.notify?.kind === 'email' && people !== null) {
    await sendLetter(
      context,
      { policy, recipient, notice, people },
      { to: recipient.notify.email, again: true },
    );
    return;
  }
  const name = recipient?.name ?? notice.recipient;
  const written = writeDeskLetter(
    { recipient: name, dueOn: notice.dueOn, noticeId: notice.id },
    {
      controller: policy.controller,
      language: languageOfNotices(policy),
      reference: notice.id,
      on: legalDateOf(store.clock.now()).toString(),
    },
  );
  await queueMail(store, { to: policy.controller.email, ...written, caseReference: notice.id });
}

async function noteOverdue(inside: StoreScope, notice: Notice): Promise<void> {
  if (!(await markNotice(inside, notice.id, 'overdue_at'))) return;
  const { state, dueOn } = notice;
  await recordNoticeEvent(inside, notice, {
    kind: 'notice-overdue',
    actor: 'system',
    detail: { state, dueOn },
  });
}

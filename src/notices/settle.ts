import type { Json } from '../base/canonical-json.ts';
import type { LedgerEventKind } from '../ledger/entry.ts';
import { appendCaseEvent } from '../store/case-event.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { failNotice, type Notice, type Settlement, settleNotice } from '../store/notice.ts';
import type { StoreScope } from '../store/store.ts';

export type NoticeEvent = Extract<LedgerEventKind, `notice-${string}`>;

/** Writes down what happened to a notice, in the timeline of its case and in the ledger. Belongs in the transaction in which it did. */
export async function recordNoticeEvent(
  inside: StoreScope,
  { id: noticeId, caseId, recipient }: Pick<Notice, 'id' | 'caseId' | 'recipient'>,
  event: {
    readonly kind: NoticeEvent;
    readonly actor: string;
    readonly detail: Readonly<Record<string, Json>>;
  },
): Promise<void> {
  const { kind, actor, detail } = event;
  if (caseId !== null)
    await appendCaseEvent(inside, caseId, { kind, actor, detail: { noticeId, recipient, ...detail } });
  await appendLedgerEntry(inside, {
    kind,
    subjects: { noticeId, recipient, ...(caseId === null ? {} : { caseId }) },
    detail,
  });
}

/** Ends a notice: the recipient knows, or need not. False when it had ended already: then nothing is written. */
export async function settle(inside: StoreScope, notice: Notice, settlement: Settlement): Promise<boolean> {
  if (!(await settleNotice(inside, notice.id, settlement))) return false;
  const { by, excuse, receipt } = settlement;
  await recordNoticeEvent(inside, notice, {
    kind: excuse === null ? 'notice-confirmed' : 'notice-excused',
    actor: by === 'recipient' ? 'system' : by,
    detail: { by, ...(excuse === null ? {} : { excuse }), ...(receipt === null ? {} : { receipt }) },
  });
  return true;
}

/** Leaves a notice to a person of ours. False when it had ended meanwhile. */
export async function leaveToDesk(inside: StoreScope, notice: Notice, code: string): Promise<boolean> {
  if (!(await failNotice(inside, notice.id, code))) return false;
  await recordNoticeEvent(inside, notice, { kind: 'notice-failed', actor: 'system', detail: { code } });
  return true;
}

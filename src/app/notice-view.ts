import { legalDateOf } from '../base/clock.ts';
import type { Policy } from '../policy/policy.ts';
import { readCase } from '../store/case-file.ts';
import type { Notice } from '../store/notice.ts';
import type { StoreScope } from '../store/store.ts';

/** A notice as an officer sees it: nothing of the person it is about. */
export interface ViewedNotice {
  readonly notice: Notice;
  /** Of the recipient; its id when it is in the policy no longer. */
  readonly name: string;
  /** Of the case; null when no case asked for it. */
  readonly reference: string | null;
  readonly dueOn: Temporal.PlainDate;
  /** Until that day; negative when it has passed. */
  readonly daysLeft: number;
}

export async function viewNotice(store: StoreScope, policy: Policy, notice: Notice): Promise<ViewedNotice> {
  const file = notice.caseId === null ? undefined : await readCase(store, notice.caseId);
  const dueOn = Temporal.PlainDate.from(notice.dueOn);
  return {
    notice,
    name: policy.recipients.get(notice.recipient)?.name ?? notice.recipient,
    reference: file?.reference ?? null,
    dueOn,
    daysLeft: legalDateOf(store.clock.now()).until(dueOn).days,
  };
}

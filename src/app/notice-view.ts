import { legalDateOf } from '../base/clock.ts';
import type { Policy } from '../policy/policy.ts';
import { readCase } from '../store/case-file.ts';
import type { Notice } from '../store/notice.ts';
import { listPlanCases } from '../store/plan-case.ts';
import { readRun } from '../store/run.ts';
import type { StoreScope } from '../store/store.ts';

/** A notice as an officer sees it: nothing of the person it is about. */
export interface ViewedNotice {
  readonly notice: Notice;
  /** Of the recipient; its id when it is in the policy no longer. */
  readonly name: string;
  /** Of the case, or of those that were answered together; empty when no case asked for it. */
  readonly references: readonly string[];
  readonly dueOn: Temporal.PlainDate;
  /** Until that day; negative when it has passed. */
  readonly daysLeft: number;
}

export async function viewNotice(store: StoreScope, policy: Policy, notice: Notice): Promise<ViewedNotice> {
  const dueOn = Temporal.PlainDate.from(notice.dueOn);
  return {
    notice,
    name: policy.recipients.get(notice.recipient)?.name ?? notice.recipient,
    references: await referencesOf(store, notice),
    dueOn,
    daysLeft: legalDateOf(store.clock.now()).until(dueOn).days,
  };
}

async function referencesOf(store: StoreScope, { caseId, runId }: Notice): Promise<readonly string[]> {
  if (caseId !== null) {
    const file = await readCase(store, caseId);
    return file === undefined ? [] : [file.reference];
  }
  const run = runId === null ? undefined : await readRun(store, runId);
  if (run === undefined) return [];
  const cases = (await listPlanCases(store, run.planId)).filter(({ leftOut }) => leftOut !== 'ended');
  const files = await Promise.all(cases.map((each) => readCase(store, each.caseId)));
  return files.flatMap((file) => file?.reference ?? []);
}

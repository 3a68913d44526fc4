import { GestandError } from '../base/error.ts';
import { type CaseState, unprovenStates, workedOnStates } from '../domain/case-state.ts';
import { listCaseEvents } from '../store/case-event.ts';
import { type CaseFile, listCases } from '../store/case-file.ts';
import { requireMaps } from './connect-sources.ts';
import type { MadePlan } from './make-plan.ts';
import { type MergedCase, type NotTaken, ownDraft } from './own-draft.ts';
import { permit } from './permissions.ts';
import type { PlanningContext } from './plan-request.ts';
import { planTogether } from './plan-together.ts';
import { askedOf } from './prove-identity.ts';

/**
 * Why a case is not in: its draft cannot be taken; who asks was not shown, or not that they may for somebody else; its rows are those of another
 * case of the plan; it shares a row with one; or what is done for it cannot be counted with others.
 */
export type NotMerged = NotTaken | 'unproven' | 'mandate' | 'same-rows' | 'shares-rows' | 'by-itself';

export interface MergedPlans {
  readonly cases: readonly MergedCase[];
  readonly leftOut: readonly { readonly reference: string; readonly why: NotMerged }[];
  /** What would be done for all of them; null when there is nobody. */
  readonly made: MadePlan | null;
  /** There are more than one plan takes. */
  readonly more: boolean;
}

/** Cases that are looked at in one page, and those that one plan takes. */
const pageSize = 500;
export const mostInPlan = 5000;

/**
 * One plan for every erasure that waits for approval: the rows of each as their own plan has them, counted together.
 * Who shares a row with somebody else of them is left for a plan of their own, so that for each it is exactly known what
 * goes and what stays, and what their letter says is so. Nothing is kept and nothing changes, but for drafts of an earlier
 * day, which are made again.
 *
 * @throws GestandError `conflict` where a person does part of the work; `drifted` when the policy no longer fits a source;
 * `source-unreachable`.
 */
export async function mergePlans(
  context: PlanningContext,
  { limit = mostInPlan }: { readonly limit?: number } = {},
): Promise<MergedPlans> {
  permit(context.actor, 'approve-many');
  const maps = await requireMaps(context);
  const byHand = maps.find(({ kind }) => kind === 'manual');
  if (byHand !== undefined)
    throw new GestandError(
      'conflict',
      `What is in ${byHand.source} goes by hand, one person at a time. Approve these requests one by one: gestand approve`,
    );
  const leftOut: { reference: string; why: NotMerged }[] = [];
  const take = async (file: CaseFile, how?: { readonly again: boolean }) => {
    const draft = await ownDraft(context, file, maps, how);
    if (typeof draft !== 'string') return draft;
    leftOut.push({ reference: file.reference, why: draft });
    return null;
  };
  const waiting: MergedCase[] = [];
  let more = false;
  for await (const file of erasureCases(context, workedOnStates)) {
    more = waiting.length >= limit;
    if (more) break;
    const draft = await take(file);
    if (draft !== null) waiting.push(draft);
  }
  let together = await planTogether(context, waiting, maps);
  // Of somebody who shared a row with one who is gone since, more is done today than when their plan was made.
  if (together.changed.length > 0) {
    const today: MergedCase[] = [];
    for (const one of waiting) {
      const draft = together.changed.includes(one) ? await take(one.file, { again: true }) : one;
      if (draft !== null) today.push(draft);
    }
    together = await planTogether(context, today, maps);
  }
  const leave = (left: readonly MergedCase[], why: NotMerged) =>
    leftOut.push(...left.map(({ reference }) => ({ reference, why })));
  leave(together.same, 'same-rows');
  leave(together.shared, 'shares-rows');
  leave(together.changed, 'by-itself');
  for await (const file of erasureCases(context, unprovenStates)) {
    const asked = askedOf(file, await listCaseEvents(context.store, file.id));
    leftOut.push({ reference: file.reference, why: asked === 'mandate' ? 'mandate' : 'unproven' });
  }
  return { cases: together.cases, leftOut, made: together.made, more };
}

async function* erasureCases(
  { store }: PlanningContext,
  states: readonly CaseState[],
): AsyncGenerator<CaseFile> {
  for (let after: CaseFile | undefined; ; ) {
    const page = await listCases(store, {
      states,
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    yield* page.filter(({ kind }) => kind === 'erasure');
    after = page.at(-1);
    if (page.length < pageSize) return;
  }
}

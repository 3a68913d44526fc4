import type { CaseId } from '../base/ids.ts';
import type { GateChange } from '../plan/plan.ts';
import { readCase } from '../store/case-file.ts';
import {
  listCasesToStop,
  listMarksToLift,
  listMarksToPlace,
  listMarksToUphold,
  type PersonMark,
  releaseFailedPlans,
} from '../store/person-mark.ts';
import { withTransaction } from '../store/transaction.ts';
import type { Dispatch } from './context.ts';
import { type MarkingContext, makeMarkPlan, queueMarkPlan } from './mark-plan.ts';
import { permit } from './permissions.ts';
import { logFailure } from './plan-request.ts';
import { takeEffect } from './take-effect.ts';

/** Of each kind of work in one round; the next takes the rest. */
const mostInRound = 50;

/**
 * Brings every mark where it should stand: those of wishes that came in, whatever the channel; those whose plan failed; those that an
 * officer decided on; and lifts those whose letter has left. What fails is told in the log and tried at the next round.
 */
export async function keepStanding(context: MarkingContext & { readonly dispatch: Dispatch }): Promise<void> {
  const { actor, store, log } = context;
  permit(actor, 'keep-standing');
  await releaseFailedPlans(store);
  for (const caseId of await listCasesToStop(store, mostInRound))
    await takeEffect(context, { caseId }).catch((error: unknown) =>
      logFailure(log, 'marking failed', { caseId, error }),
    );
  await change(context, 'set', await listMarksToPlace(store, mostInRound));
  await change(context, 'uphold', await listMarksToUphold(store, mostInRound));
  await change(context, 'lift', await listMarksToLift(store, mostInRound));
}

async function change(
  context: MarkingContext & { readonly dispatch: Dispatch },
  what: GateChange,
  all: readonly PersonMark[],
): Promise<void> {
  const { store, log, dispatch } = context;
  for (const [caseId, marks] of Map.groupBy(all, (mark) => mark.caseId)) {
    try {
      const runId = await changeOfCase(context, { caseId, what, marks });
      if (runId !== null) await dispatch(runId);
    } catch (error) {
      logFailure(log, 'marking failed', { caseId, error });
    }
  }

  async function changeOfCase(
    within: MarkingContext,
    wanted: { readonly caseId: CaseId; readonly what: GateChange; readonly marks: readonly PersonMark[] },
  ) {
    const file = await readCase(store, wanted.caseId);
    if (file === undefined) return null;
    const made = await makeMarkPlan(within, file, {
      change: wanted.what,
      marks: wanted.marks,
      answers: false,
    });
    const rule = { set: 'art. 18(1)', uphold: 'art. 21(1)', lift: liftedUnder(wanted.marks) }[wanted.what];
    return withTransaction(store, (inside) => queueMarkPlan(inside, within, { file, made, rule }));
  }
}

/** The article by which each was asked; of a restriction the one that says how it is lifted. */
function liftedUnder(marks: readonly PersonMark[]): string {
  const articles = { restricted: 'art. 18(3)', objected: 'art. 21', withdrawn: 'art. 7(3)' } as const;
  return [...new Set(marks.map(({ kind }) => articles[kind]))].join(', ');
}

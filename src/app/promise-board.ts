import { type BoardEntry, checkPromises as look, readBoard } from '../promises/board.ts';
import type { PolicyContext, StoreContext } from './context.ts';
import { lookForErased } from './look-for-erased.ts';
import { permit } from './permissions.ts';
import type { PlanningContext } from './plan-request.ts';
import type { PromiseStanding } from './portal-services.ts';

/** Every promise of the statement and of the law, as it was last found. What was never checked is unproven. */
export async function promiseBoard({ actor, store }: StoreContext): Promise<readonly BoardEntry[]> {
  permit(actor, 'promise-board-inside');
  return readBoard({ store });
}

/** The board as everybody may read it: what was found, without the names of tables and columns. */
export async function publicPromiseBoard(context: StoreContext): Promise<readonly PromiseStanding[]> {
  permit(context.actor, 'promise-board');
  const board = await readBoard(context);
  return board.map(({ id, text, law, brokenWhen, state, publicReason, reads, checkedAt }) => ({
    ...{ id, text, law, brokenWhen, state, reads, checkedAt },
    reason: publicReason,
  }));
}

type CheckingContext = PlanningContext & Pick<PolicyContext, 'publicUrl'>;

/** Looks whether the promises are kept today, and keeps what was found. Returns the board as it is then. */
export async function checkPromises(context: CheckingContext): Promise<readonly BoardEntry[]> {
  permit(context.actor, 'check-promises');
  return look(context);
}

/**
 * The same for whoever wants to know it now: what is otherwise looked at once a day is looked at first, such as every row of people for
 * whoever was erased and is back.
 */
export async function lookAndCheckPromises(context: CheckingContext): Promise<readonly BoardEntry[]> {
  permit(context.actor, 'check-promises');
  const lookAgain = async () => {
    await lookForErased(context);
  };
  return look(context, { beforehand: { P38: lookAgain } });
}

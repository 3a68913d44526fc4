import { GestandError } from '../base/error.ts';
import { caseStanding } from '../domain/case-standing.ts';
import type { CaseFile } from '../store/case-file.ts';
import { withTransaction } from '../store/transaction.ts';
import { namedCase } from './case-in-hand.ts';
import type { StoreContext } from './context.ts';
import { setApart } from './join-cases.ts';
import { actorName, permit } from './permissions.ts';

/**
 * Takes a request up again that was to be answered by an earlier one: from now on they stay apart, each with its own clock and answer.
 *
 * @throws GestandError `not-found`; `conflict` when it is not joined with another.
 */
export async function splitRequest(
  { actor, store }: StoreContext,
  { reference }: { readonly reference: string },
): Promise<CaseFile> {
  permit(actor, 'split-request');
  const file = await namedCase(store, reference);
  if (file.state !== 'joined')
    throw new GestandError(
      'conflict',
      `${file.reference} ${caseStanding(file)}: no other request answers it, so there is nothing to take apart.`,
    );
  return withTransaction(store, (inside) => setApart(inside, file, actorName(actor)));
}

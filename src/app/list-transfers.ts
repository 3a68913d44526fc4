import { type CaseFile, readCase } from '../store/case-file.ts';
import { listInbound } from '../store/inbound-transfer.ts';
import { listTransfers as listSent, type Transfer } from '../store/transfer.ts';
import type { InboundState, TransferState } from '../store/transfer-tables.ts';
import type { StoreContext } from './context.ts';
import { type ViewedInbound, viewInbound } from './inbound-view.ts';
import { permit } from './permissions.ts';

export interface ListedTransfers {
  readonly received: readonly ViewedInbound[];
  readonly sent: readonly { readonly transfer: Transfer; readonly reference: CaseFile['reference'] | null }[];
}

const openInbound: readonly InboundState[] = ['quarantined', 'waiting'];
const allInbound: readonly InboundState[] = [...openInbound, 'accepted', 'refused', 'expired'];
const openSent: readonly TransferState[] = ['packing', 'packed'];

/** What other controllers handed over and waits for a decision, and what is on its way to others; `all`: also what has ended. */
export async function listTransfers(
  { actor, store }: StoreContext,
  { all, limit }: { readonly all: boolean; readonly limit: number },
): Promise<ListedTransfers> {
  permit(actor, 'list-transfers');
  const [inbound, sent] = await Promise.all([
    listInbound(store, { states: all ? allInbound : openInbound, limit }),
    listSent(store, { ...(all ? {} : { states: openSent }), limit }),
  ]);
  const references = await Promise.all(sent.map(({ caseId }) => readCase(store, caseId)));
  return {
    received: inbound.map(viewInbound),
    sent: sent.map((transfer, index) => ({ transfer, reference: references[index]?.reference ?? null })),
  };
}

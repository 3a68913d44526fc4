import { GestandError } from '../base/error.ts';
import { readInboundContent } from '../store/inbound-content.ts';
import type { StoreContext } from './context.ts';
import { requireInbound, viewInbound } from './inbound-view.ts';
import { permit } from './permissions.ts';

export interface FetchedTransfer {
  readonly fileName: string;
  readonly byteCount: number;
  /** The ZIP as it was handed over. Read once. */
  readonly content: AsyncGenerator<Buffer>;
}

/**
 * What another controller handed over, for an officer to put what is needed where it belongs.
 *
 * @throws GestandError not-found; conflict before it was accepted; gone when it is no longer kept.
 */
export async function fetchTransfer({ actor, store }: StoreContext, id: string): Promise<FetchedTransfer> {
  permit(actor, 'fetch-transfer');
  const inbound = await requireInbound(store, id);
  if (inbound.state === 'waiting' || inbound.state === 'quarantined')
    throw new GestandError('conflict', `${id} is not accepted yet: gestand transfers accept ${id}`);
  const { keptUntil } = viewInbound(inbound);
  if (keptUntil === null || inbound.packageBytes === null)
    throw new GestandError('gone', `What was in ${id} is no longer kept.`);
  const byteCount = inbound.packageBytes;
  return {
    fileName: `${inbound.id}.zip`,
    byteCount,
    content: readInboundContent(store, inbound.id, { start: 0, end: byteCount }),
  };
}

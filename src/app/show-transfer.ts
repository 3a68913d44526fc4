import type { Manifest } from '../report/portability/manifest.ts';
import { findKnownSender } from '../store/known-sender.ts';
import type { StoreContext } from './context.ts';
import { manifestOf, requireInbound, type ViewedInbound, viewInbound } from './inbound-view.ts';
import { permit } from './permissions.ts';

/** What came in: from whom, when, on which basis, and what. It says whose data it is, and is not for a log. */
export interface ShownTransfer extends ViewedInbound {
  /** Null when what was in it is no longer kept. */
  readonly manifest: Manifest | null;
  /** `other-key`: an officer accepted a sender of this address, with another key. */
  readonly senderIs: 'known' | 'unknown' | 'other-key';
}

/** @throws GestandError not-found */
export async function showTransfer({ actor, store }: StoreContext, id: string): Promise<ShownTransfer> {
  permit(actor, 'show-transfer');
  const inbound = await requireInbound(store, id);
  const viewed = viewInbound(inbound);
  const known = await findKnownSender(store, inbound.sender.address);
  const sameKey = known?.signingKey.thumbprint === inbound.sender.signingKey.thumbprint;
  return {
    ...viewed,
    manifest: viewed.keptUntil === null ? null : await manifestOf(store, inbound),
    senderIs: known === undefined ? 'unknown' : sameKey ? 'known' : 'other-key',
  };
}

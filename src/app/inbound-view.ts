import { legalDateOf } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';
import { answerDeadline } from '../law/deadlines.ts';
import { type Manifest, manifestShape } from '../report/portability/manifest.ts';
import { type InboundTransfer, readInbound, readInboundManifest } from '../store/inbound-transfer.ts';
import type { StoreScope } from '../store/store.ts';

/** How long a package lies here undecided: GDPR art. 14(3)(a) has the person told within a month, well before. */
export const undecidedDays = 60;
/** How long what is in an accepted package is kept, for an officer to put what is needed where it belongs. */
export const acceptedDays = 30;

/** What came in, as an officer sees it in a list. */
export interface ViewedInbound {
  readonly inbound: InboundTransfer;
  /** The last day to tell the person (art. 14(3)(a)). */
  readonly tellBy: Temporal.PlainDate;
  /** Until when what is in it is kept; null when it is gone. */
  readonly keptUntil: Temporal.PlainDate | null;
}

export function viewInbound(inbound: InboundTransfer): ViewedInbound {
  const receivedAt = Temporal.Instant.from(inbound.receivedAt);
  return { inbound, tellBy: answerDeadline(receivedAt).legalDate, keptUntil: keptUntilOf(inbound) };
}

/** @throws GestandError not-found */
export async function requireInbound(store: StoreScope, id: string): Promise<InboundTransfer> {
  const inbound = await readInbound(store, id);
  if (inbound === undefined) throw new GestandError('not-found', `Nothing came in under ${id}.`);
  return inbound;
}

/** @throws GestandError gone when it is no longer kept. */
export async function manifestOf(store: StoreScope, { id }: InboundTransfer): Promise<Manifest> {
  return manifestShape.parse(JSON.parse(await readInboundManifest(store, id)));
}

function keptUntilOf({ state, isKept, receivedAt, decidedAt }: InboundTransfer): Temporal.PlainDate | null {
  if (!isKept) return null;
  if (state === 'accepted' && decidedAt !== null)
    return legalDateOf(Temporal.Instant.from(decidedAt)).add({ days: acceptedDays });
  if (state === 'waiting' || state === 'quarantined')
    return legalDateOf(Temporal.Instant.from(receivedAt)).add({ days: undecidedDays });
  return null;
}

import type { Selectable } from 'kysely';
import { GestandError } from '../base/error.ts';
import { type InboundId, newId } from '../base/ids.ts';
import type { PublicKey } from '../domain/receiver.ts';
import { decryptText, encryptText } from './encryption.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope, secondsFromNow } from './store.ts';
import type { InboundState } from './transfer-tables.ts';

/** What another controller handed over, without whose data it is and what is in it. */
export interface InboundTransfer {
  readonly id: InboundId;
  readonly sender: { readonly address: string; readonly name: string; readonly signingKey: PublicKey };
  /** Of the sender. */
  readonly transferId: string;
  readonly state: InboundState;
  /** SHA-256 of what was sent, hexadecimal. */
  readonly digest: string;
  readonly byteCount: number;
  /** Of the package itself; null while it comes in. */
  readonly packageBytes: number | null;
  readonly rowCount: number | null;
  /** Whether what is in it is still here. */
  readonly isKept: boolean;
  readonly receivedAt: string;
  /** As we signed it; null while it comes in. */
  readonly receipt: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** When the letter to the person was queued (GDPR art. 14). */
  readonly toldAt: string | null;
}

export type NewInbound = Pick<InboundTransfer, 'sender' | 'transferId' | 'digest' | 'byteCount'>;

/** Begins to take in a package. Of two that come in at once under one id, the first to be whole is the one. */
export async function beginInbound(scope: StoreScope, wanted: NewInbound): Promise<InboundId> {
  const id: InboundId = newId('inbound', scope.clock.now());
  await scope.db
    .insertInto('inbound_transfer')
    .values({
      organisation_id: scope.organisationId,
      inbound_id: id,
      sender_address: wanted.sender.address,
      sender_name: wanted.sender.name,
      sender_key: wanted.sender.signingKey.x,
      sender_thumbprint: wanted.sender.signingKey.thumbprint,
      transfer_id: wanted.transferId,
      state: 'receiving',
      digest: wanted.digest,
      byte_count: wanted.byteCount,
      received_at: nowOf(scope),
    })
    .execute();
  return id;
}

export interface WholeInbound {
  readonly state: Extract<InboundState, 'quarantined' | 'waiting'>;
  readonly packageBytes: number;
  readonly rowCount: number;
  readonly chunkCount: number;
  /** JSON; it says whose data it is, and is kept encrypted. */
  readonly manifest: string;
  readonly receivedAt: Temporal.Instant;
  readonly receipt: string;
}

/**
 * Takes a package in for good. False, and nothing of it stays, when one with its id is there already; belongs in a
 * transaction.
 */
export async function completeInbound(
  scope: StoreScope,
  id: InboundId,
  whole: WholeInbound,
): Promise<boolean> {
  const taken = await scope.db
    .updateTable('inbound_transfer as mine')
    .set({
      state: whole.state,
      package_bytes: whole.packageBytes,
      row_count: whole.rowCount,
      chunk_count: whole.chunkCount,
      manifest: encryptText(scope.keys, whole.manifest, manifestBoundTo(id)),
      received_at: whole.receivedAt.toString(),
      receipt: whole.receipt,
    })
    .where('mine.organisation_id', '=', scope.organisationId)
    .where('mine.inbound_id', '=', id)
    .where('mine.state', '=', 'receiving')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('inbound_transfer as other')
            .select('other.inbound_id')
            .whereRef('other.organisation_id', '=', 'mine.organisation_id')
            .whereRef('other.sender_address', '=', 'mine.sender_address')
            .whereRef('other.transfer_id', '=', 'mine.transfer_id')
            .where('other.state', '<>', 'receiving'),
        ),
      ),
    )
    .returning('mine.inbound_id')
    .executeTakeFirst();
  if (taken === undefined) await removeInbound(scope, id);
  return taken !== undefined;
}

/** Removes what is left of a package that did not come in whole. */
export async function removeInbound(scope: StoreScope, id: InboundId): Promise<void> {
  await scope.db
    .deleteFrom('inbound_transfer')
    .where('organisation_id', '=', scope.organisationId)
    .where('inbound_id', '=', id)
    .where('state', '=', 'receiving')
    .execute();
}

/** The package that a sender handed over under an id, if it came in whole. */
export async function findInbound(
  scope: StoreScope,
  { address, transferId }: { readonly address: string; readonly transferId: string },
): Promise<InboundTransfer | undefined> {
  const row = await inbound(scope)
    .where('sender_address', '=', address)
    .where('transfer_id', '=', transferId)
    .where('state', '<>', 'receiving')
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function readInbound(scope: StoreScope, id: string): Promise<InboundTransfer | undefined> {
  const row = await inbound(scope)
    .where('inbound_id', '=', id)
    .where('state', '<>', 'receiving')
    .executeTakeFirst();
  return row && fromRow(row);
}

/** What came in, the newest first. */
export async function listInbound(
  scope: StoreScope,
  { states, limit }: { readonly states: readonly InboundState[]; readonly limit: number },
): Promise<readonly InboundTransfer[]> {
  const rows = await inbound(scope)
    .where('state', 'in', states)
    .orderBy('received_at', 'desc')
    .orderBy('inbound_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many packages of senders whom nobody knows lie here, or are coming in. */
export async function countUndecided(scope: StoreScope): Promise<number> {
  const { count } = await scope.db
    .selectFrom('inbound_transfer')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', scope.organisationId)
    .where('state', 'in', ['receiving', 'quarantined'])
    .executeTakeFirstOrThrow();
  return count;
}

/** The manifest of a package, as JSON. @throws GestandError gone when it is no longer kept. */
export async function readInboundManifest(scope: StoreScope, id: InboundId): Promise<string> {
  const row = await inbound(scope).where('inbound_id', '=', id).executeTakeFirst();
  if (row?.manifest == null) throw new GestandError('gone', `What was in ${id} is no longer kept.`);
  return decryptText(scope.keys, row.manifest, manifestBoundTo(id));
}

/**
 * Writes down what an officer, or the clock, decided. What is refused or has expired is removed.
 *
 * @throws GestandError conflict when it was decided before.
 */
export async function decideInbound(
  scope: StoreScope,
  id: InboundId,
  decision: {
    readonly state: Extract<InboundState, 'accepted' | 'refused' | 'expired'>;
    readonly by: string;
    readonly reason: string | null;
    readonly told: boolean;
  },
): Promise<InboundTransfer> {
  const { state, by, reason, told } = decision;
  const row = await scope.db
    .updateTable('inbound_transfer')
    .set({
      state,
      decided_at: nowOf(scope),
      decided_by: by,
      reason,
      ...(told ? { told_at: nowOf(scope) } : {}),
      ...(state === 'accepted' ? {} : { manifest: null }),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('inbound_id', '=', id)
    .where('state', 'in', ['quarantined', 'waiting'])
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new GestandError('conflict', `About ${id} was decided before.`);
  if (state !== 'accepted') await removeContent(scope, id);
  return fromRow(row);
}

/** Removes what is in packages that were accepted before a moment; from whom and when stays. At most `limit`; returns how many. */
export async function removeOldInboundContent(
  scope: StoreScope,
  { acceptedBefore, limit }: { readonly acceptedBefore: string; readonly limit: number },
): Promise<number> {
  const rows = await inbound(scope)
    .where('state', '=', 'accepted')
    .where('manifest', 'is not', null)
    .where('decided_at', '<', acceptedBefore)
    .limit(limit)
    .execute();
  for (const { inbound_id } of rows) {
    await removeContent(scope, inbound_id as InboundId);
    await scope.db
      .updateTable('inbound_transfer')
      .set({ manifest: null })
      .where('organisation_id', '=', scope.organisationId)
      .where('inbound_id', '=', inbound_id)
      .execute();
  }
  return rows.length;
}

/** Packages about which nobody decided before a moment; at most `limit`. */
export async function listUndecidedBefore(
  scope: StoreScope,
  { receivedBefore, limit }: { readonly receivedBefore: string; readonly limit: number },
): Promise<readonly InboundTransfer[]> {
  const rows = await inbound(scope)
    .where('state', 'in', ['quarantined', 'waiting'])
    .where('received_at', '<', receivedBefore)
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Removes what is left of packages that stopped coming in a day ago: their process died. */
export async function removeBrokenInbound(scope: StoreScope): Promise<void> {
  await scope.db
    .deleteFrom('inbound_transfer')
    .where('organisation_id', '=', scope.organisationId)
    .where('state', '=', 'receiving')
    .where('received_at', '<', secondsFromNow(scope, -86_400))
    .execute();
}

async function removeContent(scope: StoreScope, id: InboundId): Promise<void> {
  await scope.db
    .deleteFrom('inbound_chunk')
    .where('organisation_id', '=', scope.organisationId)
    .where('inbound_id', '=', id)
    .execute();
}

function manifestBoundTo(id: InboundId): string {
  return `inbound_transfer.manifest:${id}`;
}

function inbound(scope: StoreScope) {
  return scope.db
    .selectFrom('inbound_transfer')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: Selectable<Database['inbound_transfer']>): InboundTransfer {
  return {
    id: row.inbound_id as InboundId,
    sender: {
      address: row.sender_address,
      name: row.sender_name,
      signingKey: { curve: 'Ed25519', x: row.sender_key, thumbprint: row.sender_thumbprint },
    },
    transferId: row.transfer_id,
    state: row.state,
    digest: row.digest,
    byteCount: row.byte_count,
    packageBytes: row.package_bytes,
    rowCount: row.row_count,
    isKept: row.manifest !== null,
    receivedAt: row.received_at,
    receipt: row.receipt,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    reason: row.reason,
    toldAt: row.told_at,
  };
}

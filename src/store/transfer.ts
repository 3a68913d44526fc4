import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { GestandError } from '../base/error.ts';
import { type CaseId, newId, type RunId, type TransferId } from '../base/ids.ts';
import { piecesOf } from './pieces.ts';
import type { Database } from './schema.ts';
import { nowOf, type StoreScope } from './store.ts';
import type { TransferState } from './transfer-tables.ts';

/** A package on its way to another controller. Whose it is stands in its case; what is in it, only the receiver can read. */
export interface Transfer {
  readonly id: TransferId;
  readonly caseId: CaseId;
  readonly runId: RunId;
  readonly receiver: TransferReceiver;
  readonly state: TransferState;
  /** SHA-256 of the encrypted package, hexadecimal; null while it is being packed. */
  readonly digest: string | null;
  readonly byteCount: number | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** As the receiver signed it. */
  readonly receipt: string | null;
  readonly failure: string | null;
}

export interface TransferReceiver {
  readonly address: string;
  readonly name: string;
  /** The thumbprint of the key that it was encrypted for. */
  readonly key: string;
}

/** Keeps an encrypted package until it is delivered, as it comes; memory does not grow with it. */
export async function packTransfer(
  scope: StoreScope,
  wanted: Pick<Transfer, 'id' | 'caseId' | 'runId' | 'receiver'>,
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly digest: string; readonly byteCount: number }> {
  const { id, caseId, runId, receiver } = wanted;
  await scope.db
    .insertInto('transfer')
    .values({
      organisation_id: scope.organisationId,
      transfer_id: id,
      case_id: caseId,
      run_id: runId,
      receiver_address: receiver.address,
      receiver_name: receiver.name,
      receiver_key: receiver.key,
      state: 'packing',
      created_at: nowOf(scope),
    })
    .execute();
  const hash = createHash('sha256');
  let byteCount = 0;
  for await (const { ordinal, bytes } of piecesOf(content)) {
    hash.update(bytes);
    byteCount += bytes.length;
    await scope.db
      .insertInto('transfer_chunk')
      .values({
        organisation_id: scope.organisationId,
        transfer_id: id,
        ordinal,
        content: Buffer.from(bytes),
      })
      .execute();
  }
  const digest = hash.digest('hex');
  await scope.db
    .updateTable('transfer')
    .set({ state: 'packed', digest, byte_count: byteCount })
    .where('organisation_id', '=', scope.organisationId)
    .where('transfer_id', '=', id)
    .execute();
  return { digest, byteCount };
}

export function newTransferId(scope: StoreScope): TransferId {
  return newId('transfer', scope.clock.now());
}

export async function readTransfer(scope: StoreScope, id: TransferId): Promise<Transfer | undefined> {
  const row = await transfers(scope).where('transfer_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** The bytes of a packed transfer. @throws GestandError gone when they were removed meanwhile. */
export async function* readTransferContent(scope: StoreScope, id: TransferId): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ; ordinal++) {
    const row = await scope.db
      .selectFrom('transfer_chunk')
      .select('content')
      .where('organisation_id', '=', scope.organisationId)
      .where('transfer_id', '=', id)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (row !== undefined) yield row.content;
    else if (ordinal > 0) return;
    else throw new GestandError('gone', `What was packed for transfer ${id} is no longer kept.`);
  }
}

/** The newest first; `states` left out: all. */
export async function listTransfers(
  scope: StoreScope,
  { states, limit }: { readonly states?: readonly TransferState[]; readonly limit: number },
): Promise<readonly Transfer[]> {
  let query = transfers(scope).orderBy('created_at', 'desc').orderBy('transfer_id', 'desc').limit(limit);
  if (states !== undefined) query = query.where('state', 'in', states);
  return (await query.execute()).map(fromRow);
}

/** The transfers of a case, newest first; at most 100. */
export async function listTransfersOfCase(scope: StoreScope, caseId: CaseId): Promise<readonly Transfer[]> {
  const rows = await transfers(scope)
    .where('case_id', '=', caseId)
    .orderBy('created_at', 'desc')
    .orderBy('transfer_id', 'desc')
    .limit(100)
    .execute();
  return rows.map(fromRow);
}

export type TransferEnd =
  | { readonly state: 'delivered'; readonly receipt: string }
  | { readonly state: 'failed'; readonly failure: string };

/** Writes down how a transfer ended; what was packed for it goes. In the transaction of the step that ends it. */
export async function endTransfer(scope: StoreScope, id: TransferId, end: TransferEnd): Promise<void> {
  await scope.db
    .updateTable('transfer')
    .set({
      state: end.state,
      ended_at: nowOf(scope),
      ...(end.state === 'delivered' ? { receipt: end.receipt } : { failure: end.failure }),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('transfer_id', '=', id)
    .execute();
  await scope.db
    .deleteFrom('transfer_chunk')
    .where('organisation_id', '=', scope.organisationId)
    .where('transfer_id', '=', id)
    .execute();
}

/**
 * Removes what was packed for transfers whose run is closed without them: it failed, or made another. Returns how many
 * there were; at most `limit`.
 */
export async function removeAbandonedTransfers(scope: StoreScope, limit: number): Promise<number> {
  const closed = scope.db
    .selectFrom('run')
    .select('run_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('state', 'in', ['completed', 'failed']);
  const rows = await transfers(scope)
    .where('state', 'in', ['packing', 'packed'])
    .where('run_id', 'in', closed)
    .orderBy('created_at')
    .limit(limit)
    .execute();
  for (const row of rows) await removeTransfer(scope, row.transfer_id as TransferId);
  return rows.length;
}

/** Removes a transfer that did not end, with what was packed for it. */
export async function removeTransfer(scope: StoreScope, id: TransferId): Promise<void> {
  await scope.db
    .deleteFrom('transfer')
    .where('organisation_id', '=', scope.organisationId)
    .where('transfer_id', '=', id)
    .where('state', 'in', ['packing', 'packed'])
    .execute();
}

function transfers(scope: StoreScope) {
  return scope.db.selectFrom('transfer').selectAll().where('organisation_id', '=', scope.organisationId);
}

function fromRow(row: Selectable<Database['transfer']>): Transfer {
  return {
    id: row.transfer_id as TransferId,
    caseId: row.case_id as CaseId,
    runId: row.run_id as RunId,
    receiver: { address: row.receiver_address, name: row.receiver_name, key: row.receiver_key },
    state: row.state,
    digest: row.digest,
    byteCount: row.byte_count,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    receipt: row.receipt,
    failure: row.failure,
  };
}

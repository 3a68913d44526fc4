import { GestandError } from '../base/error.ts';
import type { InboundId } from '../base/ids.ts';
import { decrypt, encrypt } from './encryption.ts';
import { pieceBytes, piecesOf } from './pieces.ts';
import type { StoreScope } from './store.ts';

/** Keeps what comes in, encrypted, in pieces, as it comes; memory does not grow with it. */
export async function keepInboundContent(
  scope: StoreScope,
  id: InboundId,
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly chunkCount: number; readonly byteCount: number }> {
  let chunkCount = 0;
  let byteCount = 0;
  for await (const { ordinal, bytes } of piecesOf(content)) {
    await scope.db
      .insertInto('inbound_chunk')
      .values({
        organisation_id: scope.organisationId,
        inbound_id: id,
        ordinal,
        content: encrypt(scope.keys.encryption, bytes, placeOf(id, ordinal)),
      })
      .execute();
    chunkCount++;
    byteCount += bytes.length;
  }
  return { chunkCount, byteCount };
}

/** The bytes from `start` up to `end`, without the others being read. @throws GestandError gone */
export async function* readInboundContent(
  scope: StoreScope,
  id: InboundId,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const ordinal = Math.floor(at / pieceBytes);
    const row = await scope.db
      .selectFrom('inbound_chunk')
      .select('content')
      .where('organisation_id', '=', scope.organisationId)
      .where('inbound_id', '=', id)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (row === undefined) throw new GestandError('gone', `What was in ${id} is no longer kept.`);
    const piece = decrypt(scope.keys.encryption, row.content, placeOf(id, ordinal));
    const from = at - ordinal * pieceBytes;
    const part = piece.subarray(from, Math.min(piece.length, end - ordinal * pieceBytes));
    if (part.length === 0) return;
    yield part;
    at += part.length;
  }
}

// The place is part of what is authenticated: pieces that were swapped do not open.
function placeOf(id: InboundId, ordinal: number): string {
  return `inbound_chunk.content:${id}:${ordinal}`;
}

/** In which long content is kept: memory does not grow with it. */
export const pieceBytes = 1024 * 1024;

export interface Piece {
  readonly ordinal: number;
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** Cuts content that comes in parts of any size into pieces of one size, and says which is the last; of nothing one empty piece. */
export async function* piecesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let ordinal = 0;
  // A piece is given when more comes after it, so that the last one is known to be the last.
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const part of content) {
    for (let from = 0; from < part.length; ) {
      if (heldBytes === pieceBytes) {
        yield { ordinal: ordinal++, bytes: Buffer.concat(held), last: false };
        held = [];
        heldBytes = 0;
      }
      const taken = part.subarray(from, from + pieceBytes - heldBytes);
      held.push(taken);
      heldBytes += taken.length;
      from += taken.length;
    }
  }
  yield { ordinal, bytes: Buffer.concat(held), last: true };
}

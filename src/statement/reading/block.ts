/** A run of characters of a text and where they stand in the file. */
interface Run {
  /** Characters into the text. */
  readonly at: number;
  /** Characters into the file. */
  readonly offset: number;
  /** Whether the file holds something else there, such as a value that was filled in. */
  readonly filledIn: boolean;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly promiseIds: readonly string[];
}

/** Text as it is read that knows where each of its characters stands in the file. */
export interface Piece {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly marks: readonly Mark[];
}

/** What a page is made of, whatever it was written in. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly piece: Piece }
  /** `lead`: its first words are its heading. */
  | { readonly kind: 'paragraph'; readonly piece: Piece; readonly lead: Piece | null }
  | { readonly kind: 'list'; readonly items: readonly Piece[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Piece[])[];
    };

/** Puts a piece together. */
export class PieceBuilder {
  private text = '';
  private readonly runs: Run[] = [];
  private readonly marks: Mark[] = [];

  add(text: string, offset: number, filledIn = false): void {
    if (text === '') return;
    this.runs.push({ at: this.text.length, offset, filledIn });
    this.text += text;
  }

  /** What is added meanwhile is bound to these promises. */
  marked(promiseIds: readonly string[], add: () => void): void {
    const start = this.text.length;
    add();
    this.marks.push({ start, end: this.text.length, promiseIds });
  }

  get isEmpty(): boolean {
    return this.text.trim() === '';
  }

  piece(): Piece {
    return { text: this.text, runs: this.runs, marks: this.marks };
  }
}

/** Characters into the file of a character of the piece. */
export function offsetIn({ runs }: Piece, at: number): number {
  const run = runs.findLast((each) => each.at <= at) ?? runs[0];
  if (run === undefined) return 0;
  return run.filledIn ? run.offset : run.offset + Math.max(0, at - run.at);
}

/** The promises to which a stretch of the piece is bound. */
export function promisesIn(
  { marks }: Piece,
  { start, end }: { readonly start: number; readonly end: number },
): readonly string[] {
  return [
    ...new Set(
      marks.filter((mark) => mark.start < end && start < mark.end).flatMap((mark) => mark.promiseIds),
    ),
  ];
}

/** A part of a piece, as a piece. */
export function slicePiece(piece: Piece, start: number, end = piece.text.length): Piece {
  const inside = piece.runs.filter((run) => run.at > start && run.at < end);
  const first = piece.runs.findLast((run) => run.at <= start);
  return {
    text: piece.text.slice(start, end),
    runs: [
      { at: 0, offset: offsetIn(piece, start), filledIn: first?.filledIn ?? false },
      ...inside.map((run) => ({ ...run, at: run.at - start })),
    ],
    marks: piece.marks.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
  };
}

import { type Block, type Piece, PieceBuilder } from './block.ts';

interface Line {
  readonly text: string;
  readonly offset: number;
}

const bullet = /^\s*(?:[-*•·–—▪●○◦‣]|o(?=\s{1,3}\S)|\(?[a-z]\)|[a-h]\.|[ivx]{1,4}\))\s+/;
/** "4.1 ", "Artikel 3. ", "1) ": what numbers a line. */
const numbered =
  /^\s*(?:(?:artikel|article|art\.|section|hoofdstuk|paragraaf|chapter|part|deel)\s+)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+(?=\S)/i;
const clause = /^\s*\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.):]?\s+(?=\S)/;

/**
 * The blocks of plain text. Headings are told by their looks: a short line without a full stop that opens a block, capitals,
 * or a number and a title; lines that were wrapped are joined again.
 */
export function plainBlocks(source: string): readonly Block[] {
  return paragraphsOf(linesOf(source)).flatMap((lines) => blocksOfParagraph(lines));
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const raw of source.split('\n')) {
    lines.push({ text: raw.replace(/\r$/, ''), offset });
    offset += raw.length + 1;
  }
  return lines;
}

function paragraphsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [[]];
  for (const line of lines) {
    if (!/[\p{L}\p{N}]/u.test(line.text)) {
      if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
    } else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function blocksOfParagraph(lines: readonly Line[]): readonly Block[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  if (isUnderline(rest[0])) return [headingOf(first), ...blocksOfParagraph(rest.slice(1))];
  if (isHeading(first.text, rest.length)) return [headingOf(first), ...bodyOf(rest)];
  const runIn = runInHeading(first.text);
  if (runIn === null) return bodyOf(lines);
  const body = { text: first.text.slice(runIn), offset: first.offset + runIn };
  return [headingOf({ text: first.text.slice(0, runIn), offset: first.offset }), ...bodyOf([body, ...rest])];
}

function isUnderline(line: Line | undefined): boolean {
  return line !== undefined && /^\s*(={3,}|-{3,}|~{3,})\s*$/.test(line.text);
}

/** "Waarvoor wij het gebruiken en waarom dat mag": how the title of a part begins that asks what it answers. */
const asks =
  /^(?:waarvoor|waarom|wat|welke|wie|hoe|hoelang|waar|wanneer|met wie|aan wie|what|which|who|whom|why|how|where|when|with whom)\b/iu;

/** `after`: lines that follow in the paragraph. */
function isHeading(line: string, after: number): boolean {
  const text = line.trim();
  const words = text.split(/\s+/).length;
  if (bullet.test(line) || words > 12 || text.length > 90) return false;
  if (/[.,;:]$/.test(text) && !(words <= 6 && /:$/.test(text) && after > 0)) return false;
  if (isCapitals(text)) return true;
  if (/[.!?]\s+\p{L}/u.test(text.replace(numbered, ''))) return false;
  if (numbered.test(line) && !clause.test(line)) return true;
  return words <= 10 && (after > 0 || /\?$/.test(text) || words <= 6 || asks.test(text));
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}

/** How far a heading reaches into a line that goes on after it: "3. RETENTION. We keep …", "Cookies: we use …". */
function runInHeading(line: string): number | null {
  const number = numbered.exec(line)?.[0].length ?? 0;
  const capitals = /^[\p{Lu}\p{N}][\p{Lu}\p{N} ,&/'’()-]{2,80}[.:–—-]\s+(?=\p{L})/u.exec(line.slice(number));
  return capitals === null ? null : number + capitals[0].length;
}

function headingOf(line: Line): Block {
  const level = clause.test(line.text) ? 3 : 2;
  return { kind: 'heading', level, piece: pieceOf([line]) };
}

/** Items and running text; a line that goes on where the last one was cut belongs to it. */
function bodyOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  let group: Line[] = [];
  let items: Piece[] = [];
  let inItem = false;
  const flush = () => {
    if (group.length > 0 && inItem) items.push(pieceOf(group));
    if (group.length > 0 && !inItem) blocks.push({ kind: 'paragraph', piece: pieceOf(group), lead: null });
    group = [];
  };
  const endList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const [at, line] of lines.entries()) {
    const mark = bullet.exec(line.text) ?? clause.exec(line.text);
    if (mark !== null) {
      flush();
      if (clause.test(line.text)) endList();
      inItem = !clause.test(line.text);
      group = [{ text: line.text.slice(mark[0].length), offset: line.offset + mark[0].length }];
    } else if (inItem && !/^\s/.test(line.text) && endsHere(lines[at - 1]?.text)) {
      flush();
      endList();
      inItem = false;
      group = [line];
    } else group.push(line);
    if (!inItem && endsHere(line.text) && isShort(line.text) && mark === null) flush();
  }
  flush();
  endList();
  return blocks;
}

function endsHere(line: string | undefined): boolean {
  return line !== undefined && /[.!?;:]["'”’)]?\s*$/.test(line);
}

/** The last line of a paragraph that was wrapped, or a paragraph on one line. */
function isShort(line: string): boolean {
  return line.length < 60 || line.length > 100;
}

function pieceOf(lines: readonly Line[]): Piece {
  const builder = new PieceBuilder();
  for (const [at, { text, offset }] of lines.entries()) {
    if (at > 0) builder.add(' ', offset - 1);
    builder.add(text, offset);
  }
  return builder.piece();
}

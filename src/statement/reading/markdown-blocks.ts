import type { List, Nodes, Parents, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Block, type Piece, PieceBuilder, slicePiece } from './block.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The blocks of Markdown that somebody else wrote. A colon in it is a colon. */
export function markdownBlocks(source: string): readonly Block[] {
  return blocksOf(parser.parse(source).children);
}

/** The blocks of nodes; one without a place stands where the one before it ends. */
export function blocksOf(nodes: readonly RootContent[]): readonly Block[] {
  let last = 0;
  return nodes.flatMap((node) => {
    const from = node.position?.start.offset ?? last;
    last = node.position?.end.offset ?? last;
    return blockOf(node, from, []);
  });
}

function blockOf(node: RootContent, from: number, promiseIds: readonly string[]): readonly Block[] {
  const inside = (children: readonly RootContent[], ids = promiseIds) =>
    children.flatMap((child) => blockOf(child, child.position?.start.offset ?? from, ids));
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, piece: pieceOf(node, from, promiseIds) }];
    case 'paragraph':
      return paragraphOf(node.children, pieceOf(node, from, promiseIds));
    case 'blockquote':
      return inside(node.children);
    case 'containerDirective':
      return inside(node.children, [...promiseIds, ...idsOf(node)]);
    case 'list':
      return isOutline(node)
        ? node.children.flatMap((item) => inside(item.children))
        : listOf(node.children.map((item) => pieceOf(item, item.position?.start.offset ?? from, promiseIds)));
    case 'table':
      return [tableOf(node, from, promiseIds)];
    default:
      return [];
  }
}

/** A paragraph that begins in bold has its heading there; one that is all bold is a heading. */
function paragraphOf(children: readonly Nodes[], piece: Piece): readonly Block[] {
  const lettered = letteredItems(piece);
  if (lettered !== null) return lettered;
  const [first] = children;
  const bold = first?.type === 'strong' ? lengthOf(first) : 0;
  const words = piece.text.slice(0, bold).trim();
  if (bold === 0 || words.length > 80) return [{ kind: 'paragraph', piece, lead: null }];
  if (piece.text.slice(bold).trim() === '') return [{ kind: 'heading', level: 8, piece }];
  const ends = /[.:?!]$/.test(words) || /^\s*[.:?!\n]/.test(piece.text.slice(bold));
  if (!ends) return [{ kind: 'paragraph', piece, lead: null }];
  const rest = bold + (/^[\s.:]*/.exec(piece.text.slice(bold))?.[0].length ?? 0);
  return [{ kind: 'paragraph', lead: slicePiece(piece, 0, bold), piece: slicePiece(piece, rest) }];
}

/** Lines of a paragraph that begin "a.", "b)" or "(c)" are a list, which Markdown does not know; what stands before introduces it. */
function letteredItems(piece: Piece): readonly Block[] | null {
  const marks = [...piece.text.matchAll(/(?:^|\n)[ \t]*\(?[a-z][.)][ \t]+(?=\S)/g)];
  const [first] = marks;
  if (first === undefined || marks.length < 2) return null;
  const items = marks.map((mark, at) =>
    slicePiece(piece, mark.index + mark[0].length, marks[at + 1]?.index ?? piece.text.length),
  );
  const before = slicePiece(piece, 0, first.index);
  const introduction: readonly Block[] =
    before.text.trim() === '' ? [] : [{ kind: 'paragraph', piece: before, lead: null }];
  return [...introduction, { kind: 'list', items }];
}

/** A list whose items are sections: they hold lists or tables of their own, or are numbered and begin in bold. */
function isOutline({ ordered, children }: List): boolean {
  const holdsBlocks = children.some((item) =>
    item.children.some(({ type }) => type === 'list' || type === 'table'),
  );
  const titled = children.every(
    ({ children: [first] }) => first?.type === 'paragraph' && first.children[0]?.type === 'strong',
  );
  return holdsBlocks || (ordered === true && titled);
}

function listOf(items: readonly Piece[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function tableOf(table: Table, from: number, promiseIds: readonly string[]): Block {
  const rows = table.children.map((row) =>
    row.children.map((cell) => pieceOf(cell, cell.position?.start.offset ?? from, promiseIds)),
  );
  const [head, ...body] = rows;
  return { kind: 'table', head: head?.map(({ text }) => text.replace(/\s+/g, ' ').trim()) ?? [], rows: body };
}

function pieceOf(node: Parents, from: number, promiseIds: readonly string[]): Piece {
  const builder = new PieceBuilder();
  const add = () => addText(node, from, builder);
  if (promiseIds.length === 0) add();
  else builder.marked(promiseIds, add);
  return builder.piece();
}

function addText(node: Nodes, from: number, builder: PieceBuilder): void {
  const offset = node.position?.start.offset;
  if (node.type === 'text' || node.type === 'inlineCode') {
    builder.add(node.value, (offset ?? from) + (node.type === 'inlineCode' ? 1 : 0), offset === undefined);
  } else if (node.type === 'break') {
    builder.add('\n', offset ?? from);
  } else if ('children' in node) {
    const children = () => {
      for (const child of node.children)
        addText(child, child.position?.start.offset ?? offset ?? from, builder);
    };
    const ids = idsOf(node);
    if (ids.length === 0) children();
    else builder.marked(ids, children);
    // Blocks within an item must not grow together.
    if (node.type === 'paragraph' || node.type === 'listItem') builder.add('\n', offset ?? from, true);
  }
}

function idsOf(node: Nodes): readonly string[] {
  const attributes = 'attributes' in node ? (node.attributes as Record<string, unknown> | null) : null;
  const ids = attributes?.['ids'];
  return typeof ids === 'string' ? ids.split(/[\s,]+/).filter((id) => id !== '') : [];
}

function lengthOf(node: Nodes): number {
  if ('value' in node) return node.value.length;
  if ('children' in node) return node.children.reduce((sum, child) => sum + lengthOf(child), 0);
  return node.type === 'break' ? 1 : 0;
}

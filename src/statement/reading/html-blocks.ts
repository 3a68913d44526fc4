import type { ChildNode, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { type Block, type Piece, PieceBuilder } from './block.ts';

/** The blocks of a page: what is read of it, without menus, cookie banners and what else surrounds a text. */
export function htmlBlocks(source: string): readonly Block[] {
  const root = parseDocument(source, { withStartIndices: true, withEndIndices: true });
  const walk = new PageWalk();
  walk.visit(root.children, false);
  return walk.finish();
}

const silent = new Set([
  'head',
  'title',
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'svg',
  'button',
  'select',
  'textarea',
  'iframe',
  'dialog',
]);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary']);
const inline = new Set(
  `a abbr acronym address-line b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike
  strong sub sup time tt u var wbr`.split(/\s+/),
);

/** Names that pages give to what stands around their text. */
const chromeName =
  /cookie[-_ ]?(banner|bar|consent|notice|popup|melding|wall|dialog|modal)|consent[-_ ]?(banner|bar|popup|manager|dialog|modal)|\b(breadcrumbs?|skip-?link|site-?menu|main-?menu|navbar|navigation|share-buttons)\b/i;

class PageWalk {
  private readonly blocks: Block[] = [];
  private current = new PieceBuilder();
  private items: Piece[] | null = null;

  visit(nodes: readonly ChildNode[], inFooter: boolean): void {
    for (const node of nodes) {
      if (node.type === 'text') this.current.add(node.data, node.startIndex ?? 0);
      else if ('tagName' in node) this.element(node, inFooter);
    }
  }

  finish(): readonly Block[] {
    this.flush();
    return this.blocks;
  }

  private element(element: Element, inFooter: boolean): void {
    const { name } = element;
    if (silent.has(name) || isChrome(element)) return;
    if (inFooter && name === 'a') return;
    if (name === 'br') {
      this.current.add('\n', element.startIndex ?? 0);
    } else if (inline.has(name)) {
      this.visit(element.children, inFooter);
    } else if (headings.has(name)) {
      this.flush();
      this.visit(element.children, inFooter);
      const level = name === 'summary' ? 7 : Number(name.slice(1));
      this.take((piece) => this.blocks.push({ kind: 'heading', level, piece }));
    } else if (name === 'table') {
      this.flush();
      this.table(element);
    } else if (name === 'ul' || name === 'ol') {
      this.list(element, inFooter);
    } else {
      this.flush();
      this.visit(element.children, inFooter || name === 'footer');
      this.flushParagraph(boldLead(element));
    }
  }

  private list(element: Element, inFooter: boolean): void {
    // A list in an item: its items are items too, after the words that introduce them.
    const outer = this.items;
    this.flush();
    this.items = outer ?? [];
    for (const child of element.children) {
      if (!('tagName' in child)) continue;
      this.visit(child.children, inFooter);
      this.take((piece) => this.items?.push(piece));
    }
    const items = this.items;
    this.items = outer;
    if (outer === null && items.length > 0) this.blocks.push({ kind: 'list', items });
  }

  private table(element: Element): void {
    const rows = descendants(element, 'tr').map((row) => row.children.filter(isCell));
    const headed = rows[0]?.every((cell) => cell.name === 'th') ?? false;
    const pieces = rows.map((cells) => cells.map((cell) => pieceOf(cell)));
    const head = headed ? (pieces[0] ?? []).map(({ text }) => text.replace(/\s+/g, ' ').trim()) : [];
    const body = headed ? pieces.slice(1) : pieces;
    if (body.length > 0) this.blocks.push({ kind: 'table', head, rows: body });
  }

  private flush(): void {
    this.flushParagraph(null);
  }

  private flushParagraph(lead: Piece | null): void {
    this.take((piece) => {
      if (this.items !== null) this.items.push(piece);
      else if (lead !== null && lead.text.trim() === piece.text.trim())
        this.blocks.push({ kind: 'heading', level: 8, piece });
      else this.blocks.push({ kind: 'paragraph', piece, lead: null });
    });
  }

  private take(put: (piece: Piece) => void): void {
    const { current } = this;
    this.current = new PieceBuilder();
    if (!current.isEmpty) put(current.piece());
  }
}

function isChrome({ attribs }: Element): boolean {
  if (attribs['hidden'] !== undefined || attribs['aria-hidden'] === 'true') return true;
  if (/^(dialog|alertdialog|navigation|menu|menubar|search)$/.test(attribs['role'] ?? '')) return true;
  return chromeName.test(`${attribs['id'] ?? ''} ${attribs['class'] ?? ''} ${attribs['aria-label'] ?? ''}`);
}

/** The bold words of a paragraph that holds nothing else: a heading that was not called one. */
function boldLead({ name, children }: Element): Piece | null {
  const filled = children.filter((child) => child.type !== 'text' || child.data.trim() !== '');
  const [only, second] = filled;
  if (name !== 'p' || second !== undefined || only === undefined || !('tagName' in only)) return null;
  if (only.name !== 'strong' && only.name !== 'b') return null;
  const piece = pieceOf(only);
  return piece.text.trim().length > 80 ? null : piece;
}

function isCell(node: ChildNode): node is Element {
  return 'tagName' in node && (node.name === 'td' || node.name === 'th');
}

function descendants(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => {
    if (!('tagName' in child)) return [];
    return child.name === name ? [child] : descendants(child, name);
  });
}

function pieceOf(element: Element): Piece {
  const builder = new PieceBuilder();
  const add = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') builder.add(node.data, node.startIndex ?? 0);
      else if ('tagName' in node && !silent.has(node.name)) {
        add(node.children);
        if (!inline.has(node.name)) builder.add('\n', node.endIndex ?? 0);
      }
    }
  };
  add(element.children);
  return builder.piece();
}

import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const processor = unified().use(remarkRehype).use(accessibleTables).use(rehypeStringify).freeze();

/** Markdown nodes as an HTML fragment. Raw HTML never passes: the renderer drops what resolving refused. */
export function toHtml(nodes: readonly RootContent[]): string {
  const tree = processor.runSync({ type: 'root', children: [...nodes] });
  return processor.stringify(tree as HtmlRoot);
}

/** Escapes text for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function accessibleTables(): (tree: HtmlRoot) => void {
  return (tree) => {
    for (const child of tree.children) if (child.type === 'element') markTables(child);
  };
}

function markTables(element: Element): void {
  if (element.tagName === 'table') markTable(element);
  for (const child of elementsOf(element)) markTables(child);
}

/**
 * The roles say in words what the elements are: on a phone the stylesheet lays a row out as a card, and a
 * browser takes `display: block` for "not a table" and tells a screen reader so. `data-label` repeats the
 * heading inside the card.
 */
function markTable(table: Element): void {
  table.properties['role'] = 'table';
  const rows = elementsOf(table).flatMap((group) => {
    group.properties['role'] = 'rowgroup';
    return elementsOf(group);
  });
  const labels = elementsOf(rows[0] ?? table).map(labelOf);
  for (const row of rows) {
    row.properties['role'] = 'row';
    for (const [index, cell] of elementsOf(row).entries()) {
      const head = cell.tagName === 'th';
      cell.properties['role'] = head ? 'columnheader' : 'cell';
      if (head) cell.properties['scope'] = 'col';
      else cell.properties['dataLabel'] = labels[index] ?? '';
    }
  }
}

function elementsOf(element: Element): readonly Element[] {
  return element.children.filter((child): child is Element => child.type === 'element');
}

function labelOf(element: ElementContent): string {
  return textOf(element);
}

import type { ListItem, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Where a line of plain text ends: fits a mail program and a printed page. */
const lineWidth = 78;

/** Markdown nodes as plain text: blocks with an empty line between them, wrapped at 78 columns. */
export function toText(nodes: readonly RootContent[]): string {
  return blocksOf(nodes, lineWidth).join('\n\n');
}

/** Lines of at most `width` characters; a longer word has a line of its own. */
export function wrap(text: string, width: number = lineWidth): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

function blocksOf(nodes: readonly RootContent[], width: number): readonly string[] {
  return nodes.flatMap((node) => blockOf(node, width)).filter((block) => block !== '');
}

function blockOf(node: RootContent, width: number): readonly string[] {
  switch (node.type) {
    case 'heading':
      return [underlined(inline(node), node.depth <= 2 ? '-' : '.')];
    case 'list':
      return [listText(node.children, node.ordered === true ? (node.start ?? 1) : null, width)];
    case 'table':
      return tableBlocks(node, width);
    case 'blockquote':
      return [indent(blocksOf(node.children, width - 2).join('\n\n'), '  ', '  ')];
    case 'containerDirective':
      return blocksOf(node.children, width);
    case 'thematicBreak':
      return ['* * *'];
    default:
      return [wrap(inline(node), width)];
  }
}

/** A title with a line under it. */
export function underlined(title: string, line: string): string {
  return `${title}\n${line.repeat(title.length)}`;
}

function listText(items: readonly ListItem[], first: number | null, width: number): string {
  return items
    .map((item, index) => {
      const mark = first === null ? '- ' : `${first + index}. `;
      const text = blocksOf(item.children, width - mark.length).join('\n');
      return indent(text, mark, ' '.repeat(mark.length));
    })
    .join('\n');
}

/** A row is a small block that names each cell: columns of plain text do not survive a narrow window. */
function tableBlocks(table: Table, width: number): readonly string[] {
  const [head, ...rows] = table.children.map((row) => row.children.map(inline));
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const text = wrap(`${head?.[index] ?? ''}: ${cell}`, width - 2);
        return indent(text, index === 0 ? '- ' : '  ', index === 0 ? '  ' : '    ');
      })
      .join('\n'),
  );
}

/** A link shows its address when its text does not. */
function inline(node: RootContent): string {
  if (node.type === 'link') {
    const text = textOf(node);
    const address = node.url.replace(/^(?:mailto:|tel:|https?:\/\/)/, '');
    const plain = node.url.startsWith('#') || node.url.startsWith('/') || node.url.startsWith('tel:');
    return plain || text === address || text === node.url ? text : `${text} (${node.url})`;
  }
  if (node.type === 'break') return ' ';
  if ('children' in node) return (node.children as RootContent[]).map(inline).join('');
  return textOf(node);
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? '' : rest) + line)
    .join('\n');
}

import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export const formats = ['md', 'txt', 'html'] as const;
export type Format = (typeof formats)[number];

const toPlain: Readonly<Record<Format, (source: string) => string>> = {
  txt: (source) => source,
  md: markdownText,
  html: htmlText,
};

/** What a reader sees, every run of white space one space. */
export function plainText(source: string, format: Format): string {
  return onOneLine(toPlain[format](source));
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

type MarkdownNode = ReturnType<typeof parseMarkdown> | ReturnType<typeof parseMarkdown>['children'][number];

function markdownText(source: string): string {
  return blocksOf(parseMarkdown(source)).join('\n');
}

function parseMarkdown(source: string) {
  return unified().use(remarkParse).use(remarkGfm).parse(source);
}

/** Down to what holds running text, so that neighbouring cells and items do not grow together. */
function blocksOf(node: MarkdownNode): readonly string[] {
  const holdsBlocks = 'children' in node && node.type !== 'paragraph' && node.type !== 'heading';
  if (!holdsBlocks) return [textOf(node)];
  return node.children.flatMap((child) =>
    child.type === 'tableCell' ? [textOf(child)] : blocksOf(child as MarkdownNode),
  );
}

/** Enough for the pages of this folder: every block ends with a line end, and `&amp;` is the only entity. */
function htmlText(source: string): string {
  return source
    .replace(/<!--[\s\S]*?-->|<(script|style|head)\b[\s\S]*?<\/\1>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
}

import type { Root } from 'mdast';
// Adds the directives' node kinds to mdast's own.
import type {} from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Markdown with tables and directives, as a tree in which every node knows its place. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

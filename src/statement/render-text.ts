import type { Statement } from './statement.ts';
import { underlined } from './to-text.ts';

/** The whole statement as plain text, wrapped at 78 columns, ending in a newline. */
export function renderText({ title, sections }: Pick<Statement, 'title' | 'sections'>): string {
  const blocks = sections.map((section) =>
    section.title === null ? section.text : `${underlined(section.title, '-')}\n\n${section.text}`,
  );
  return `${[underlined(title, '='), ...blocks].join('\n\n')}\n`;
}

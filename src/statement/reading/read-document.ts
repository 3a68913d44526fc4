import type { Block } from './block.ts';
import { buildDocument } from './build-document.ts';
import { languageOf } from './detect-language.ts';
import type { DocumentFormat, StatementDocument } from './document.ts';
import { htmlBlocks } from './html-blocks.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { plainBlocks } from './plain-blocks.ts';

const blocksFrom: Readonly<Record<DocumentFormat, (source: string) => readonly Block[]>> = {
  md: markdownBlocks,
  txt: plainBlocks,
  html: htmlBlocks,
};

/** Markdown, plain text or a web page as sections and sentences with their places. */
export function readDocument(
  written: { readonly file: string; readonly source: string },
  format: DocumentFormat,
): StatementDocument {
  return buildDocument(written, blocksFrom[format](written.source));
}

/** What a file is written in, by its name, else by how it begins. */
export function formatOf(file: string, source: string): DocumentFormat {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (extension === 'md' || extension === 'markdown') return 'md';
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') return 'html';
  if (extension === 'txt' || extension === 'text') return 'txt';
  if (/^\s*<(!doctype|html|body|head|main|article|div|p|h1)\b/i.test(source)) return 'html';
  return /^#{1,6} \S/m.test(source) ? 'md' : 'txt';
}

export type Unreadable = 'empty' | 'no-statement' | 'other-language';

/** Why a document cannot be judged; null when it can. */
export function unreadableBecause({ sentences }: StatementDocument): Unreadable | null {
  const text = sentences.map((sentence) => sentence.text).join('\n');
  if (text.trim() === '') return 'empty';
  const { counts } = languageOf(text);
  const ours = counts.nl + counts.en;
  if (counts.other > ours || (ours < 5 && counts.other > 2)) return 'other-language';
  return isAboutPrivacy(text) ? null : 'no-statement';
}

/** A statement about privacy speaks of data or privacy, and more than in passing. */
function isAboutPrivacy(text: string): boolean {
  const subject =
    /persoonsgegevens|(?:uw|je|jouw|jullie|uw) gegevens|gegevens|privacy|personal (?:data|information)|your (?:data|details|information)|data protection|gdpr|\bavg\b|information about you|know about you/gi;
  const found = text.slice(0, 1_000_000).match(subject)?.length ?? 0;
  const words = text.split(/\s+/).length;
  return found >= 2 && found / words > 0.002;
}

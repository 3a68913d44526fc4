import type { Language } from '../../domain/language.ts';
import type { PromiseId } from '../../law/promises.ts';
import type { ControllerFacts } from '../../statement/facts/facts.ts';
import type { ReadStatement } from '../../statement/promised/read-statement.ts';
import type { Sentence } from '../../statement/reading/document.ts';

const titles: Readonly<Record<Language, string>> = { nl: 'Privacyverklaring', en: 'Privacy statement' };

/** Below this a person looks first, and marks the sentence. */
const surelyPromised = 0.6;

/**
 * The same words as a statement of ours: each sentence that makes promises is marked with them, and what the policy knows is taken
 * from there.
 */
export function draftStatement({ document, promises, facts }: ReadStatement): string {
  const marks = new Map<number, PromiseId[]>();
  for (const { id, sentence, confidence } of promises)
    if (confidence >= surelyPromised) marks.set(sentence.at, [...(marks.get(sentence.at) ?? []), id]);
  const write = (sentence: Sentence) => marked(sentence, marks.get(sentence.at) ?? [], facts.controller);
  const [first] = document.sentences;
  const titled = first?.kind === 'heading' ? first : undefined;
  const title = titled === undefined ? titles[document.language] : escaped(titled.text);
  const blocks = blocksOf(document.sentences.filter((sentence) => sentence !== titled));
  return [`# ${title}`, '::version', ...blocks.map((block) => blockText(block, write))]
    .join('\n\n')
    .concat('\n');
}

/** Sentences that stand together. */
function blocksOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const blocks: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = blocks.at(-1);
    const [known] = last ?? [];
    const together = known !== undefined && known.block === sentence.block && known.kind === sentence.kind;
    if (together) last?.push(sentence);
    else blocks.push([sentence]);
  }
  return blocks;
}

function blockText(block: readonly Sentence[], write: (sentence: Sentence) => string): string {
  const [first] = block;
  switch (first?.kind) {
    case 'heading':
    case 'lead':
      return block.map(({ text }) => `## ${escaped(text.replace(/[.:]$/, ''))}`).join('\n\n');
    case 'item':
      return itemLines(block, write).join('\n');
    case 'row':
      return tableText(block);
    default:
      return block.map(write).join(' ');
  }
}

/** Sentences of one item stand on one line of the file, or one after the other. */
function itemLines(block: readonly Sentence[], write: (sentence: Sentence) => string): readonly string[] {
  const lines: string[] = [];
  for (const [at, sentence] of block.entries()) {
    const before = block[at - 1];
    const goesOn =
      before !== undefined &&
      before.place.line === sentence.place.line &&
      before.place.column < sentence.place.column;
    if (goesOn) lines.push(`${lines.pop()} ${write(sentence)}`);
    else lines.push(`- ${write(sentence)}`);
  }
  return lines;
}

/** A table cannot be marked cell by cell: a row's promises stand in the policy's own tables. */
function tableText(rows: readonly Sentence[]): string {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const head = rows[0]?.introduction.split(' · ') ?? [];
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => escaped(cells[at] ?? '')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rows.map(({ cells }) => line(cells))].join('\n');
}

function marked({ text }: Sentence, ids: readonly PromiseId[], controller: ControllerFacts): string {
  const written = withValues(text, controller);
  return ids.length === 0 ? written : `:promise[${written}]{ids="${ids.join(' ')}"}`;
}

const fromPolicy = ['email', 'phone', 'website'] as const;

function withValues(text: string, controller: ControllerFacts): string {
  const known = fromPolicy.flatMap((field) => {
    const value = controller[field]?.value;
    return value === undefined || !text.includes(value) ? [] : [{ field, value }];
  });
  const [first] = known;
  if (first === undefined) return linked(text);
  const at = text.indexOf(first.value);
  return `${withValues(text.slice(0, at), controller)}:value[controller.${first.field}]${withValues(text.slice(at + first.value.length), controller)}`;
}

/** Addresses of the web as whole links: a bare one would be read as an insecure one. */
function linked(text: string): string {
  const pattern =
    /(?:https?:\/\/|www\.)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}(?:\/[\p{L}\p{N}._~-]{1,60}){0,6}/gu;
  let written = '';
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const address = match[0].replace(/\.$/, '');
    written += `${escaped(text.slice(from, match.index))}[${escaped(address.replace(/^https?:\/\//, ''))}](https://${address.replace(/^https?:\/\//, '')})`;
    from = match.index + address.length;
  }
  return written + escaped(text.slice(from));
}

/** What would mean something in Markdown means itself. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]{}<>|~#:]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1');
}

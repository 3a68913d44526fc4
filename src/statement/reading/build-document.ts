import type { Place } from '../../base/diagnostic.ts';
import type { Language } from '../../domain/language.ts';
import { type Block, offsetIn, type Piece, promisesIn } from './block.ts';
import { languageOf } from './detect-language.ts';
import type { Section, Sentence, SentenceKind, StatementDocument } from './document.ts';
import { sentencesOf } from './sentences.ts';

/** The sections and sentences of a page of blocks, each with its line and column in the file. */
export function buildDocument(
  { file, source }: { readonly file: string; readonly source: string },
  blocks: readonly Block[],
): StatementDocument {
  const language = languageOf(blocks.flatMap(textsOf).join('\n')).language;
  const builder = new DocumentBuilder(placesIn(file, source), language);
  for (const block of blocks) builder.add(block);
  return { file, language, ...builder.finish() };
}

interface Extra {
  readonly introduction?: string;
  readonly cells?: readonly string[];
}

class DocumentBuilder {
  private readonly sentences: Sentence[] = [];
  private readonly sections: { titles: readonly string[]; sentences: Sentence[] }[] = [
    { titles: [], sentences: [] },
  ];
  private headings: { readonly level: number; readonly text: string }[] = [];
  private block = 0;
  private last: Block['kind'] | null = null;
  private blockLanguage: Language;
  private readonly place: (offset: number) => Place;
  private readonly language: Language;

  constructor(place: (offset: number) => Place, language: Language) {
    this.place = place;
    this.language = language;
    this.blockLanguage = language;
  }

  add(block: Block): void {
    this.block++;
    this.blockLanguage = languageOfBlock(block, this.language);
    switch (block.kind) {
      case 'heading':
        this.open(block.piece, block.level);
        this.addAll(block.piece, 'heading');
        break;
      case 'paragraph':
        if (block.lead !== null) {
          this.open(block.lead, leadLevel);
          this.addAll(block.lead, 'lead');
        }
        this.addAll(block.piece, 'sentence');
        break;
      case 'list': {
        const introduction = this.introduction();
        for (const item of block.items) this.addAll(item, 'item', { introduction });
        break;
      }
      case 'table':
        for (const cells of block.rows) this.addRow(cells, block.head.join(' · '));
        break;
    }
    this.last = block.kind;
  }

  finish(): { readonly sections: readonly Section[]; readonly sentences: readonly Sentence[] } {
    return { sections: this.sections, sentences: this.sentences };
  }

  private open(piece: Piece, level: number): void {
    const text = oneLine(piece.text);
    this.headings = [...this.headings.filter((heading) => heading.level < level), { level, text }];
    this.sections.push({ titles: this.headings.map((heading) => heading.text), sentences: [] });
  }

  /** A list without words of its own before it is introduced by the heading, which every sentence knows. */
  private introduction(): string {
    const before = this.sentences.at(-1);
    return this.last === 'paragraph' &&
      before !== undefined &&
      (!/[.!]["'”’)]?$/.test(before.text) || announcesList.test(before.text))
      ? before.text
      : '';
  }

  private addAll(piece: Piece, kind: SentenceKind, extra: Extra = {}): void {
    for (const [at, { text, start }] of sentencesOf(piece.text).entries()) {
      this.push({ kind, text, start, end: start + text.length, first: at === 0 }, piece, extra);
    }
  }

  private addRow(cells: readonly Piece[], introduction: string): void {
    const texts = cells.map(({ text }) => oneLine(text));
    const filled = cells.find(({ text }) => text.trim() !== '');
    if (filled === undefined) return;
    const start = filled.text.length - filled.text.trimStart().length;
    const text = texts.filter((each) => each !== '').join(' · ');
    this.push({ kind: 'row', text, start, end: filled.text.length, first: true }, filled, {
      introduction,
      cells: texts,
    });
  }

  private push(
    said: {
      readonly kind: SentenceKind;
      readonly text: string;
      readonly start: number;
      readonly end: number;
      readonly first: boolean;
    },
    piece: Piece,
    { introduction = '', cells = [] }: Extra,
  ): void {
    const { kind, text } = said;
    const sentence: Sentence = {
      kind,
      text,
      place: this.place(offsetIn(piece, said.start)),
      placeAt: (character) =>
        this.place(offsetIn(piece, said.start + charactersTo(piece.text.slice(said.start), character))),
      at: this.sentences.length,
      section: this.sections.length - 1,
      block: this.block,
      first: said.first,
      introduction,
      cells,
      language: this.blockLanguage,
      promiseIds: promisesIn(piece, said),
    };
    this.sentences.push(sentence);
    this.sections.at(-1)?.sentences.push(sentence);
  }
}

/** Under every real heading. */
const leadLevel = 9;

/** Characters of the text as it stands in the file that make so many once its white space is one space each. */
function charactersTo(raw: string, character: number): number {
  let [at, read] = [0, 0];
  while (read < character && at < raw.length) {
    const space = /^\s+/.exec(raw.slice(at, at + 200))?.[0].length ?? 0;
    at += Math.max(1, space);
    read++;
  }
  return at;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.piece.text];
    case 'paragraph':
      return [block.lead?.text ?? '', block.piece.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'table':
      return block.rows.flat().map(({ text }) => text);
  }
}

/** A block in the other language is read in that one: a page often holds both. */
function languageOfBlock(block: Block, language: Language): Language {
  const { counts, language: likelier } = languageOf(textsOf(block).join('\n'));
  const other: Language = language === 'nl' ? 'en' : 'nl';
  return likelier === other && counts[other] >= 4 && counts[other] > 3 * counts[language] ? other : language;
}

function placesIn(file: string, source: string): (offset: number) => Place {
  const lineStarts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, lineStarts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
}

/** A sentence that ends but is completed by the list after it: "You have the following rights." */
const announcesList = /\b(?:volgende|hieronder|onderstaande|following|below)\b/iu;

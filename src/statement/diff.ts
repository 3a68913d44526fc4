import type { Language } from '../domain/language.ts';
import type { Statement } from './statement.ts';

/** A sentence that came or went, in the order of the text. `section` is the title, or null for the lead. */
export interface StatementChange {
  readonly kind: 'added' | 'removed';
  readonly section: string | null;
  readonly text: string;
}

type Comparable = Pick<Statement, 'language' | 'sections'>;

interface Sentence {
  readonly section: string | null;
  readonly text: string;
}

/**
 * What changed between two versions, sentence by sentence. Where sentences were changed, what went stands
 * before what came. A sentence that moved to another section is gone from one and new in the other.
 */
export function diffStatements(before: Comparable, after: Comparable): readonly StatementChange[] {
  const old = sentencesOf(before);
  const fresh = sentencesOf(after);
  const lengths = commonLengths(old, fresh);
  const changes: StatementChange[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const left = old[i];
    const right = fresh[j];
    if (left !== undefined && right !== undefined && same(left, right)) {
      i += 1;
      j += 1;
    } else if (
      left !== undefined &&
      (right === undefined || lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      changes.push({ kind: 'removed', ...left });
      i += 1;
    } else if (right !== undefined) {
      changes.push({ kind: 'added', ...right });
      j += 1;
    }
  }
  return changes;
}

function sentencesOf({ language, sections }: Comparable): readonly Sentence[] {
  return sections.flatMap(({ title, text }) =>
    sentences(text, language).map((sentence) => ({ section: title, text: sentence })),
  );
}

/** A block is at least one sentence; the line breaks inside it are only there for the width. */
function sentences(text: string, language: Language): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return text
    .split(/\n\n|\n(?=- )/)
    .flatMap((block) => [...segmenter.segment(block.replace(/\s+/g, ' '))])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '');
}

/** Row i, column j: how many sentences the rests of both texts from there have in common, in order. */
function commonLengths(old: readonly Sentence[], fresh: readonly Sentence[]): readonly (readonly number[])[] {
  let below: readonly number[] = new Array<number>(fresh.length + 1).fill(0);
  const rows = [below];
  for (const left of [...old].reverse()) {
    const row = new Array<number>(fresh.length + 1).fill(0);
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const right = fresh[j];
      row[j] =
        right !== undefined && same(left, right)
          ? (below[j + 1] ?? 0) + 1
          : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
    rows.unshift(row);
    below = row;
  }
  return rows;
}

function lengthAt(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function same(left: Sentence, right: Sentence): boolean {
  return left.section === right.section && left.text === right.text;
}

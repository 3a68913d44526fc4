import { languages } from '../../src/domain/language.ts';
import { type Part, parts } from './labels.ts';
import { type Outcome, precision, recall, type Tally, tallyOf } from './scores.ts';

const subjects: readonly (readonly [Outcome['subject'], string])[] = [
  ['rules', 'rules'],
  ['promises', 'promises'],
  ['places', 'place of a promise'],
  ['figures', 'figure of a promise'],
  ['controller', 'controller'],
  ['categories', 'kinds of data'],
  ['purposes', 'purposes with basis'],
  ['recipients', 'recipients'],
  ['retention', 'terms'],
  ['transfers', 'transfers'],
];

/** The scores as Markdown: by subject, part and language; then each rule and promise with what went wrong. */
export function scoreTable(outcomes: readonly Outcome[]): string {
  return [
    'Precision / recall, in per cent:',
    summaryTable(outcomes),
    'By rule, where a statement was judged wrongly or the rule fires at all (found, wrong, missed):',
    byId('rule', outcomes, 'rules'),
    'By promise:',
    byId('promise', outcomes, 'promises'),
  ].join('\n\n');
}

/** Precision and recall by subject, part and language. */
export function summaryTable(outcomes: readonly Outcome[]): string {
  const columns = columnsOf(outcomes);
  return markdown([
    ['', ...columns.map(({ part, language }) => `${part} ${language}`)],
    ...subjects.flatMap(([subject, name]) => {
      const mine = outcomes.filter((each) => each.subject === subject);
      return mine.length === 0 ? [] : [[name, ...columns.map((column) => cell(within(mine, column)))]];
    }),
  ]);
}

interface Column {
  readonly part: Part;
  readonly language: Outcome['language'];
}

function columnsOf(outcomes: readonly Outcome[]): readonly Column[] {
  return parts
    .filter((part) => outcomes.some((each) => each.part === part))
    .flatMap((part) => languages.map((language) => ({ part, language })));
}

function within(outcomes: readonly Outcome[], { part, language }: Column): Tally | null {
  const mine = outcomes.filter((each) => each.part === part && each.language === language);
  return mine.length === 0 ? null : tallyOf(mine);
}

function byId(head: string, outcomes: readonly Outcome[], subject: Outcome['subject']): string {
  const columns = columnsOf(outcomes);
  const mine = outcomes.filter((each) => each.subject === subject);
  const ids = [...new Set(mine.map(({ id }) => id))].sort();
  return markdown([
    [head, ...columns.map(({ part, language }) => `${part} ${language}`)],
    ...ids.map((id) => [
      id,
      ...columns.map((column) =>
        counts(
          within(
            mine.filter((each) => each.id === id),
            column,
          ),
        ),
      ),
    ]),
  ]);
}

export function cell(tally: Tally | null): string {
  return tally === null ? '' : `${percent(precision(tally))} / ${percent(recall(tally))}`;
}

function counts(tally: Tally | null): string {
  if (tally === null) return '';
  const { found, wrong, missed } = tally;
  return found + wrong + missed === 0 ? '' : `${found}, ${wrong}, ${missed}`;
}

export function percent(share: number): string {
  // Down: what is shown as a hundred has no exception.
  return String(Math.floor(share * 100));
}

export function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}

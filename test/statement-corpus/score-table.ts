import { languages } from '../../src/domain/language.ts';
import { parts } from './labels.ts';
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

/** The scores as Markdown: by subject, part and language; then of each rule and promise, over all parts. */
export function scoreTable(outcomes: readonly Outcome[]): string {
  return [
    'Precision / recall, in per cent:',
    summaryTable(outcomes),
    'By rule, over all of these, where a statement was judged wrongly or the rule fires at all (found, wrong, missed; precision / recall):',
    byId('rule', outcomes, 'rules'),
    'By promise:',
    byId('promise', outcomes, 'promises'),
  ].join('\n\n');
}

/** Precision and recall by part, subject and language. */
export function summaryTable(outcomes: readonly Outcome[]): string {
  const columns = subjects
    .filter(([subject]) => outcomes.some((each) => each.subject === subject))
    .flatMap(([subject, name]) => languages.map((language) => ({ subject, name, language })));
  const row = (name: string, its: readonly Outcome[]) => [
    name,
    ...columns.map(({ subject, language }) =>
      cell(tallied(its.filter((each) => each.subject === subject && each.language === language))),
    ),
  ];
  return markdown([
    ['', ...columns.map(({ name, language }) => `${name} ${language}`)],
    ...parts
      .filter((part) => outcomes.some((each) => each.part === part))
      .map((part) =>
        row(
          part,
          outcomes.filter((each) => each.part === part),
        ),
      ),
    row('all', outcomes),
  ]);
}

function tallied(outcomes: readonly Outcome[]): Tally | null {
  return outcomes.length === 0 ? null : tallyOf(outcomes);
}

function byId(head: string, outcomes: readonly Outcome[], subject: Outcome['subject']): string {
  const mine = Map.groupBy(
    outcomes.filter((each) => each.subject === subject),
    ({ id }) => id,
  );
  return markdown([
    [head, ...languages.flatMap((language) => [language, `${language}, in per cent`])],
    ...[...mine.keys()].sort().map((id) => [
      id,
      ...languages.flatMap((language) => {
        const tally = tallied((mine.get(id) ?? []).filter((each) => each.language === language));
        return [counts(tally), cell(tally)];
      }),
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

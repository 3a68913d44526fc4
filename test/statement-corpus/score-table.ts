import { type Outcome, precision, recall, type Tally, tallyOf } from './scores.ts';

const measured = ['development', 'blind'] as const;
const languages = ['nl', 'en'] as const;
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
  const columns = measured.flatMap((part) => languages.map((language) => ({ part, language })));
  const head = ['', ...columns.map(({ part, language }) => `${part} ${language}`)];
  const rows = subjects.map(([subject, name]) => [
    name,
    ...columns.map(({ part, language }) =>
      cell(
        tallyOf(
          outcomes.filter(
            (each) => each.subject === subject && each.part === part && each.language === language,
          ),
        ),
      ),
    ),
  ]);
  return [
    'Precision / recall, in per cent:',
    markdown([head, ...rows]),
    'By rule, where a statement was judged wrongly or the rule fires at all (found, wrong, missed):',
    markdown([
      ['rule', ...measured.flatMap((part) => languages.map((language) => `${part} ${language}`))],
      ...byId(outcomes, 'rules'),
    ]),
    'By promise:',
    markdown([
      ['promise', ...measured.flatMap((part) => languages.map((language) => `${part} ${language}`))],
      ...byId(outcomes, 'promises'),
    ]),
  ].join('\n\n');
}

function byId(outcomes: readonly Outcome[], subject: Outcome['subject']): readonly (readonly string[])[] {
  const mine = outcomes.filter((each) => each.subject === subject);
  const ids = [...new Set(mine.map(({ id }) => id))].sort();
  return ids.map((id) => [
    id,
    ...measured.flatMap((part) =>
      languages.map((language) =>
        counts(
          tallyOf(mine.filter((each) => each.id === id && each.part === part && each.language === language)),
        ),
      ),
    ),
  ]);
}

function cell(tally: Tally): string {
  return `${percent(precision(tally))} / ${percent(recall(tally))}`;
}

function counts({ found, wrong, missed }: Tally): string {
  return found + wrong + missed === 0 ? '' : `${found}, ${wrong}, ${missed}`;
}

export function percent(share: number): string {
  // Down: what is shown as a hundred has no exception.
  return String(Math.floor(share * 100));
}

function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}

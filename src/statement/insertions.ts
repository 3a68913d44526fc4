import type { List, Paragraph, Table, TableCell } from 'mdast';
import type { Language } from '../domain/language.ts';
import { grounds } from '../law/grounds.ts';
import { categoriesOf } from '../policy/column-categories.ts';
import { durationText } from '../policy/describe.ts';
import type { Policy, PolicyTable } from '../policy/policy.ts';
import { countryText, dateText } from './date-text.ts';
import type { StatementVersion } from './statement.ts';
import { statementWords } from './words.ts';

export interface InsertionContext {
  readonly policy: Policy;
  readonly language: Language;
  readonly version: StatementVersion;
}

type Insertion = (context: InsertionContext) => List | Table | Paragraph;

/** What a directive on a line of its own stands for, by what is written: `list[categories]`, `version`. */
export const insertions: ReadonlyMap<string, Insertion> = new Map<string, Insertion>([
  ['list[categories]', categoryList],
  ['list[origins]', originList],
  ['table[purposes]', purposeTable],
  ['table[retention]', retentionTable],
  ['table[recipients]', recipientTable],
  ['table[transfers]', transferTable],
  ['version', versionLine],
]);

function categoryList({ policy, language }: InsertionContext): List {
  const words = statementWords[language];
  return list(
    [...policy.categories.values()].map(({ name, special }) =>
      special ? `${name[language]} (${words.special})` : name[language],
    ),
  );
}

function originList({ policy, language }: InsertionContext): List {
  return list(
    [...policy.subjects.values()].map(({ name, origin }) => `${name[language]}: ${origin[language]}`),
  );
}

/** GDPR art. 13(1)(c), and the categories of art. 30(1)(c) beside it. */
function purposeTable({ policy, language }: InsertionContext): Table {
  const { columns, basis, tables } = statementWords[language];
  return table(
    tables.purposes,
    [columns.purpose, columns.basis, columns.ground, columns.data],
    [...policy.purposes.values()].map((purpose) => [
      purpose.name[language],
      basis[purpose.basis],
      purpose.ground[language],
      categoriesFor(purpose.id, policy)
        .map((id) => policy.categories.get(id)?.name[language] ?? id)
        // Names have commas of their own.
        .join('; '),
    ]),
  );
}

/** GDPR art. 13(2)(a). */
function retentionTable({ policy, language }: InsertionContext): Table {
  const { columns, tables, retentionStart, noLongerNeeded } = statementWords[language];
  return table(
    tables.retention,
    [columns.data, columns.period, columns.start, columns.reason],
    [...policy.retention.values()].map((rule) => [
      rule.name[language],
      durationText(rule.period, language),
      retentionStart[rule.from](rule.event[language]),
      grounds.find((ground) => ground.id === rule.ground)?.article ?? noLongerNeeded,
    ]),
  );
}

/** GDPR art. 13(1)(e). */
function recipientTable({ policy, language }: InsertionContext): Table {
  const { columns, tables, role } = statementWords[language];
  return table(
    tables.recipients,
    [columns.recipient, columns.role, columns.task, columns.country],
    [...policy.recipients.values()].map((recipient) => [
      recipient.name,
      role[recipient.role],
      recipient.task[language],
      countryText(recipient.country, language),
    ]),
  );
}

/** GDPR art. 13(1)(f). */
function transferTable({ policy, language }: InsertionContext): Table | Paragraph {
  const { columns, tables, noTransfers } = statementWords[language];
  const rows = [...policy.recipients.values()].flatMap(({ name, country, transfer }) =>
    transfer === null
      ? []
      : [
          [
            name,
            countryText(country, language),
            transfer.mechanism,
            dateText(Temporal.PlainDate.from(transfer.checkedOn), language),
          ],
        ],
  );
  if (rows.length === 0) return paragraph(noTransfers);
  return table(
    tables.transfers,
    [columns.recipient, columns.country, columns.mechanism, columns.checkedOn],
    rows,
  );
}

function versionLine({ version, language }: InsertionContext): Paragraph {
  const date = dateText(Temporal.PlainDate.from(version.date), language);
  return paragraph(statementWords[language].version(version.number, date));
}

/** The categories that some column holds for a purpose; a column without purposes of its own has its table's. */
function categoriesFor(purpose: string, policy: Policy): readonly string[] {
  const used = new Set(
    policy.sources.flatMap(({ tables }) => tables.flatMap((each) => usedIn(each, purpose))),
  );
  return [...policy.categories.keys()].filter((id) => used.has(id));
}

function usedIn({ columns, purposes }: PolicyTable, purpose: string): readonly string[] {
  return columns.flatMap((column) => {
    if (column.kind === 'not-personal') return [];
    const ownOrTables = column.purposes.length > 0 ? column.purposes : purposes;
    return ownOrTables.includes(purpose) ? categoriesOf(column) : [];
  });
}

function list(items: readonly string[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(item)] })),
  };
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: text }] };
}

function table(name: string, head: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    data: { hProperties: { ariaLabel: name } },
    children: [head, ...rows].map((row) => ({ type: 'tableRow', children: row.map(cell) })),
  };
}

function cell(text: string): TableCell {
  return { type: 'tableCell', children: [{ type: 'text', value: text }] };
}

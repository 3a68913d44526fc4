import type { DataMap, MappedColumn, MappedTable } from '../../catalog/data-map.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../policy/policy.ts';
import { byteOrderMark, csvLine } from '../package/csv.ts';

const words = {
  nl: {
    columns: [
      'bron',
      'tabel',
      'gebruik van de tabel',
      'rijen zijn',
      'kolom',
      'type',
      'mag leeg zijn',
      'sleutel',
      'categorie',
      'naam van de categorie',
      'DPV-term',
      'bijzonder',
      'doelen',
      'herkomst',
      'bij inzage',
      'bij verwijdering',
      'gaat over',
      'verwijst naar',
      'bewaartermijn',
      'bewaarplicht',
      'in de JSON',
    ],
    yes: 'ja',
    no: 'nee',
    notPersonal: 'niet persoonlijk',
    context: 'context',
  },
  en: {
    columns: [
      'source',
      'table',
      'use of the table',
      'rows are',
      'column',
      'type',
      'may be empty',
      'key',
      'category',
      'name of the category',
      'DPV term',
      'special',
      'purposes',
      'origin',
      'on access',
      'on erasure',
      'about',
      'refers to',
      'retention',
      'hold',
      'inside the JSON',
    ],
    yes: 'yes',
    no: 'no',
    notPersonal: 'not personal',
    context: 'context',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** For a spreadsheet: a line for each column of each table. RFC 4180, formulas made harmless. */
export function dataMapCsv(policy: Policy, maps: readonly DataMap[], language: Language): string {
  const lines = maps.flatMap((map) =>
    [...map.tables.values()].flatMap((table) =>
      table.columns.map((column) => csvLine(cellsOf(map.source, { table, column, policy, language }), '')),
    ),
  );
  return `${byteOrderMark}${csvLine(words[language].columns, '')}${lines.join('')}`;
}

interface Cell {
  readonly table: MappedTable;
  readonly column: MappedColumn;
  readonly policy: Policy;
  readonly language: Language;
}

function cellsOf(source: string, { table, column, policy, language }: Cell): readonly (string | null)[] {
  const { yes, no } = words[language];
  const { personal } = column;
  const category = personal === null ? undefined : policy.categories.get(personal.category);
  const group = table.subject === null ? undefined : policy.subjects.get(table.subject.group);
  const { retention, hold } = table;
  return [
    source,
    table.id,
    table.use,
    group?.name[language] ?? null,
    column.name,
    column.type,
    column.nullable ? yes : no,
    table.key.includes(column.name) ? yes : no,
    category?.id ?? null,
    category?.name[language] ?? null,
    category?.dpv ?? null,
    category === undefined ? null : category.special ? yes : no,
    personal === null ? null : personal.purposes.join('; '),
    personal?.origin ?? null,
    personal?.onAccess ?? null,
    personal?.onErasure ?? null,
    personal?.about ?? null,
    linksOf(table, column.name) || null,
    retention !== null && [retention.column, retention.orColumn].includes(column.name)
      ? retention.rule
      : null,
    hold !== null && hold.kind === 'from' && hold.column === column.name ? hold.rule : null,
    personal?.paths?.map((each) => `${each.path}: ${each.category}`).join('; ') ?? null,
  ];
}

/** `owned-by customers` for a column that refers to the row's owner. */
function linksOf({ links }: MappedTable, column: string): string {
  return links
    .filter(({ reference, rowColumns }) => reference === 'row' && rowColumns.includes(column))
    .map(({ kind, table }) => `${kind} ${table}`)
    .join('; ');
}

/** To read: a line for each table with whose it is, and under it its personal columns. */
export function dataMapText(policy: Policy, maps: readonly DataMap[], language: Language): readonly string[] {
  const say = words[language];
  return maps.flatMap((map) => [
    `${map.source} (${map.kind})`,
    ...[...map.tables.values()].flatMap((table) => {
      if (table.use === 'not-personal') return [`  ${table.id}: ${say.notPersonal}`];
      if (table.use === 'context') return [`  ${table.id}: ${say.context}`];
      const group = table.subject === null ? undefined : policy.subjects.get(table.subject.group);
      const whose = [
        ...(group === undefined ? [] : [group.name[language]]),
        ...table.links.map(({ kind, table: other, name }) => `${kind} ${other} (${name})`),
      ];
      return [
        `  ${table.id}: ${whose.join('; ')}`,
        ...table.columns
          .filter(({ personal }) => personal !== null)
          .map(({ name, personal }) => {
            const category = personal === null ? '' : holds(personal, policy, language);
            return `    ${name}: ${category} [${(personal?.purposes ?? []).join(', ')}]`;
          }),
      ];
    }),
    '',
  ]);
}

/** `Free text (contacts[].email: Contact details)` */
function holds(
  { category, paths = [] }: NonNullable<MappedColumn['personal']>,
  { categories }: Policy,
  language: Language,
): string {
  const nameOf = (id: string) => categories.get(id)?.name[language] ?? id;
  const inside = paths.map((each) => `${each.path}: ${nameOf(each.category)}`);
  return `${nameOf(category)}${inside.length === 0 ? '' : ` (${inside.join('; ')})`}`;
}

/** For a program: the map as the plans are made from it. */
export function dataMapJson(maps: readonly DataMap[]): object {
  return {
    sources: maps.map(({ source, kind, catalogHash, tables }) => ({
      source,
      kind,
      catalogHash,
      tables: [...tables.values()].map((table) => ({ ...table, uniqueColumns: [...table.uniqueColumns] })),
    })),
  };
}

import type { World, WorldReference, WorldRow, WorldTable } from './world.ts';
import { keyColumns, referenceColumns } from './world-map.ts';

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** `create table` of one table; foreign keys inside it (SQLite) or added when the rows are there (PostgreSQL). */
export function createTable(
  world: World,
  table: WorldTable,
  options: { schema: string; inlineKeys: boolean; text?: string },
): string {
  const { text = 'text' } = options;
  const columns = [
    'number integer not null',
    ...(table.key === 'composite' ? [`part ${text} not null`] : []),
    `soft ${text}`,
    `hard ${text} not null`,
    `about_value ${text}`,
    'since date',
    ...table.references.flatMap((reference) =>
      referenceColumns(target(world, reference), reference.name).map(
        (name, i) => `${quote(name)} ${i === 0 ? 'integer' : text}${reference.nullable ? '' : ' not null'}`,
      ),
    ),
    ...(table.key === 'none' ? [] : [`primary key (${keyColumns(table).map(quote).join(', ')})`]),
    ...(options.inlineKeys
      ? table.references.filter((r) => r.enforced).map((r) => foreignKey(world, r, ''))
      : []),
  ];
  return `create table ${options.schema}${quote(table.name)} (${columns.join(', ')})`;
}

export function addForeignKeys(world: World, table: WorldTable, schema: string): readonly string[] {
  return table.references
    .filter((reference) => reference.enforced)
    .map(
      (reference) => `alter table ${schema}${quote(table.name)} add ${foreignKey(world, reference, schema)}`,
    );
}

function foreignKey(world: World, reference: WorldReference, schema: string): string {
  const to = target(world, reference);
  const columns = referenceColumns(to, reference.name).map(quote).join(', ');
  return `foreign key (${columns}) references ${schema}${quote(to.name)} (${keyColumns(to).map(quote).join(', ')}) on delete ${reference.onDelete}`;
}

/** One statement for all rows of a table; null when it has none. */
export function insertRows(
  world: World,
  table: WorldTable,
  placeholder: (index: number) => string,
): { readonly sql: string; readonly values: readonly (string | number | null)[] } | null {
  const rows = (world.rows.get(table.name) ?? []).map((row) => cellsOf(world, table, row));
  const [first] = rows;
  if (first === undefined) return null;
  const tuples = rows.map(
    (cells, i) => `(${cells.map((_, j) => placeholder(i * cells.length + j + 1)).join(', ')})`,
  );
  return {
    sql: `insert into ${quote(table.name)} (${first.map(([name]) => quote(name)).join(', ')}) values ${tuples.join(', ')}`,
    values: rows.flatMap((cells) => cells.map(([, value]) => value)),
  };
}

type Cell = readonly [column: string, value: string | number | null];

function cellsOf(world: World, table: WorldTable, row: WorldRow): readonly Cell[] {
  return [
    ['number', row.number],
    ...(table.key === 'composite' ? [['part', partOf(row.number)] as const] : []),
    ['soft', row.soft],
    ['hard', row.hard],
    ['about_value', row.aboutValue],
    ['since', row.since],
    ...table.references.flatMap((reference): readonly Cell[] => {
      const number = row.refers[reference.name] ?? null;
      return referenceColumns(target(world, reference), reference.name).map((name, i) => [
        name,
        i === 0 || number === null ? number : partOf(number),
      ]);
    }),
  ];
}

/** The table's rows as {@link readRow} takes them: dates as ISO text. */
export function selectRows(world: World, table: WorldTable, isoDate: (column: string) => string): string {
  const columns = [
    ...keyColumns(table),
    ...(table.key === 'none' ? ['number'] : []),
    'soft',
    'hard',
    'about_value',
    ...table.references.flatMap((reference) => referenceColumns(target(world, reference), reference.name)),
  ];
  return `select ${columns.map(quote).join(', ')}, ${isoDate('since')} as since from ${quote(table.name)}`;
}

/** The second part of a composite key, from the first. */
export function partOf(number: number): string {
  return `p${number}`;
}

/** A row as the database gives it, back in the world's terms; the reference is NULL as soon as a part of it is. */
export function readRow(world: World, table: WorldTable, cells: Readonly<Record<string, unknown>>): WorldRow {
  const refers: Record<string, number | null> = {};
  for (const reference of table.references) {
    const columns = referenceColumns(target(world, reference), reference.name);
    refers[reference.name] = columns.some((name) => cells[name] === null)
      ? null
      : Number(cells[columns[0] ?? '']);
  }
  const text = (name: string) =>
    cells[name] === null || cells[name] === undefined ? null : String(cells[name]);
  return {
    number: Number(cells['number']),
    refers,
    soft: text('soft'),
    hard: text('hard') ?? '',
    aboutValue: text('about_value'),
    since: text('since'),
  };
}

function target(world: World, reference: WorldReference): WorldTable {
  const found = world.tables.find((table) => table.name === reference.to);
  if (found === undefined) throw new Error(`no table ${reference.to}`);
  return found;
}

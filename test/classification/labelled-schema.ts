import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog, CatalogColumn, CatalogTable, DatabaseKind } from '../../src/catalog/catalog.ts';
import { type ClassifiedCategory, categories } from '../../src/catalog/classification/category.ts';
import { typeFamily } from '../../src/catalog/type-family.ts';
import { type LinkKind, linkKinds } from '../../src/domain/ownership.ts';

/** A real schema with what a person says each of its columns holds, written down before anything was classified. */
export interface LabelledSchema {
  readonly name: string;
  /** Package, version and file. */
  readonly source: string;
  readonly flavour: 'postgresql' | 'mysql' | 'sqlite';
  /** `second`: columns and links were labelled by somebody who had not seen what is proposed, nor how. */
  readonly half: 'development' | 'hold-out' | 'fresh' | 'example' | 'second-development' | 'second-hold-out';
  readonly part: string;
  readonly tables: readonly CatalogTable[];
  /** By `table.column`. */
  readonly labels: ReadonlyMap<string, Label>;
  /** Tables whose rows are people. */
  readonly people: ReadonlySet<string>;
  readonly links: readonly LabelledLink[];
  /** By `table.column`: where a careful person cannot say. Neither its label nor a link along it is scored. */
  readonly unsure: ReadonlySet<string>;
}

/** Whose the rows of a table are, or what explains them, whether or not a foreign key says so. */
export interface LabelledLink {
  readonly kind: LinkKind;
  readonly table: string;
  /** The table at the other end. */
  readonly to: string;
  /** Who refers: `row`, the table itself, or `other`, the table at the other end. */
  readonly reference: 'row' | 'other';
  /** The referring columns, and what they hold: unless written down as a declared key says, else the primary key. */
  readonly columns: readonly string[];
  readonly toColumns: readonly string[];
}

export type Label = ClassifiedCategory | 'not-personal';

const folder = join(import.meta.dirname, 'schemas');

export function labelledSchemas(): readonly LabelledSchema[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseSchema(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')));
}

/**
 * Lines of `# key: value`; then, for each table, `table NAME`, its keys, what is labelled of its rows, and a line
 * `name | type | label` a column. Of rows can be said `people`, `link KIND (columns) -> TABLE` where they refer,
 * `link KIND (columns) <- TABLE` where TABLE refers to them, and `unsure (columns)`. Columns that are referred to stand
 * after TABLE where they are not its primary key.
 *
 * @throws Error at a line it does not understand: a label that is not a category, a link to an unknown table or column.
 */
export function parseSchema(name: string, text: string): LabelledSchema {
  const header = new Map<string, string>();
  const tables: Draft[] = [];
  for (const line of text.split('\n')) {
    const current = tables.at(-1);
    const [, key, value] = /^# (\w+): (.*)$/.exec(line) ?? [];
    const [, table] = /^table (.+)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) header.set(key, value);
    else if (table !== undefined) tables.push(emptyDraft(table));
    else if (line.trim() !== '' && !(current !== undefined && readLine(current, line)))
      throw new Error(`${name}: not understood: ${line}`);
  }
  const flavour = header.get('flavour') as LabelledSchema['flavour'];
  return {
    name,
    source: header.get('source') ?? '',
    flavour,
    half: header.get('half') as LabelledSchema['half'],
    part: header.get('part') ?? '',
    tables: tables.map((draft) => toTable(draft, flavour)),
    labels: new Map(
      tables.flatMap((draft) => draft.columns.map(({ name: column, label }) => [at(draft, column), label])),
    ),
    people: new Set(tables.filter((draft) => draft.people).map((draft) => draft.name)),
    links: tables.flatMap((draft) => draft.links.map((line) => toLink(name, { draft, line, tables }))),
    unsure: new Set(tables.flatMap((draft) => unsureOf(name, draft))),
  };
}

interface Draft {
  readonly name: string;
  primary: readonly string[];
  readonly unique: (readonly string[])[];
  readonly foreign: {
    readonly columns: readonly string[];
    readonly to: string;
    readonly toColumns: readonly string[];
  }[];
  people: boolean;
  readonly links: LinkLine[];
  readonly unsure: string[];
  readonly columns: { readonly name: string; readonly type: string; readonly label: Label }[];
}

interface KeyLine {
  readonly kind: string;
  readonly columns: readonly string[];
  readonly to: string | undefined;
  readonly toColumns: readonly string[];
}

interface LinkLine {
  readonly kind: LinkKind;
  readonly columns: readonly string[];
  readonly arrow: '->' | '<-';
  readonly other: string;
  readonly toColumns: readonly string[];
}

function emptyDraft(name: string): Draft {
  return { name, primary: [], unique: [], foreign: [], people: false, links: [], unsure: [], columns: [] };
}

/** Whether the line was understood. */
function readLine(draft: Draft, line: string): boolean {
  const [, keyKind, keyColumns, to, toColumns] =
    /^ {2}(primary|unique|foreign) \(([^)]*)\)(?: -> (\S+) \(([^)]*)\))?$/.exec(line) ?? [];
  const [, kind, columns, arrow, other, otherColumns] =
    /^ {2}link (\S+) \(([^)]*)\) (->|<-) (\S+)(?: \(([^)]*)\))?$/.exec(line) ?? [];
  const [, unsure] = /^ {2}unsure \(([^)]*)\)$/.exec(line) ?? [];
  const [, column, type, label] = /^ {2}(\S+) \| (.+) \| (\S+)$/.exec(line) ?? [];
  if (keyKind !== undefined && keyColumns !== undefined)
    addKey(draft, { kind: keyKind, columns: list(keyColumns), to, toColumns: list(toColumns ?? '') });
  else if (isLinkKind(kind) && columns !== undefined && isArrow(arrow) && other !== undefined)
    draft.links.push({ kind, columns: list(columns), arrow, other, toColumns: list(otherColumns ?? '') });
  else if (unsure !== undefined) draft.unsure.push(...list(unsure));
  else if (column !== undefined && type !== undefined && isLabel(label))
    draft.columns.push({ name: column, type, label });
  else if (line === '  people') draft.people = true;
  else return false;
  return true;
}

function addKey(draft: Draft, { kind, columns, to, toColumns }: KeyLine): void {
  if (kind === 'primary') draft.primary = columns;
  else if (kind === 'unique') draft.unique.push(columns);
  else draft.foreign.push({ columns, to: to ?? '', toColumns });
}

function toLink(
  schema: string,
  {
    draft,
    line,
    tables,
  }: { readonly draft: Draft; readonly line: LinkLine; readonly tables: readonly Draft[] },
): LabelledLink {
  const other = tables.find((table) => table.name === line.other);
  if (other === undefined) throw new Error(`${schema}: ${draft.name}: link to unknown table ${line.other}`);
  const [from, to] = line.arrow === '->' ? [draft, other] : [other, draft];
  const declared = from.foreign.find(
    (key) => key.to === to.name && key.columns.join() === line.columns.join(),
  );
  const toColumns = line.toColumns.length > 0 ? line.toColumns : (declared?.toColumns ?? to.primary);
  mustHave(schema, from, line.columns);
  mustHave(schema, to, toColumns);
  if (line.columns.length !== toColumns.length)
    throw new Error(`${schema}: ${draft.name}: say which columns of ${to.name} (${line.columns}) holds`);
  return {
    kind: line.kind,
    table: draft.name,
    to: other.name,
    reference: line.arrow === '->' ? 'row' : 'other',
    columns: line.columns,
    toColumns,
  };
}

function unsureOf(schema: string, draft: Draft): readonly string[] {
  mustHave(schema, draft, draft.unsure);
  return draft.unsure.map((column) => at(draft, column));
}

function mustHave(schema: string, draft: Draft, columns: readonly string[]): void {
  const missing = columns.find((column) => !draft.columns.some(({ name }) => name === column));
  if (missing !== undefined) throw new Error(`${schema}: unknown column ${at(draft, missing)}`);
}

function at(draft: Draft, column: string): string {
  return `${draft.name}.${column}`;
}

function toTable(draft: Draft, flavour: LabelledSchema['flavour']): CatalogTable {
  return {
    id: draft.name,
    schema: 'public',
    name: draft.name,
    kind: 'table',
    columns: draft.columns.map((column) => toColumn(column, flavour)),
    primaryKey: draft.primary,
    uniqueKeys: draft.unique,
    foreignKeys: draft.foreign.map((key, at) => ({ ...key, name: `key_${at}`, onDelete: 'no-action' })),
    indexes: [],
    estimatedRows: 0,
  };
}

/** As a database that has these tables gives it back: without keys that lead to a table that was not taken. */
export function catalogOfSchema({ name, flavour, tables }: LabelledSchema): Catalog {
  const taken = new Set(tables.map(({ id }) => id));
  const made = tables.map((table) => ({
    ...table,
    foreignKeys: table.foreignKeys.filter(({ to }) => taken.has(to)),
  }));
  return { source: name.replaceAll('.', '-'), kind: kinds[flavour], tables: made };
}

const kinds: Readonly<Record<LabelledSchema['flavour'], DatabaseKind>> = {
  postgresql: 'postgresql',
  mysql: 'mariadb',
  sqlite: 'sqlite',
};

function toColumn(
  { name, type }: { readonly name: string; readonly type: string },
  flavour: LabelledSchema['flavour'],
): CatalogColumn {
  const bare = type.replace(/ null$/, '');
  const length = /^(?:var)?char(?:acter(?: varying)?)?\((\d+)\)/.exec(bare);
  return {
    name,
    type: bare,
    // What a server understands and never prints itself.
    family: typeFamily(
      kinds[flavour],
      bare.replace(/^(small|big)?serial$/, 'integer').replace(/^bool$/, 'boolean'),
    ),
    nullable: type.endsWith(' null'),
    generated: false,
    maxLength: length?.[1] === undefined ? null : Number(length[1]),
  };
}

function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isLinkKind(text: string | undefined): text is LinkKind {
  return linkKinds.some((kind) => kind === text);
}

function isArrow(text: string | undefined): text is LinkLine['arrow'] {
  return text === '->' || text === '<-';
}

function isLabel(text: string | undefined): text is Label {
  return text !== undefined && (text === 'not-personal' || text in categories);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogColumn, CatalogTable, TypeFamily } from '../../src/catalog/catalog.ts';
import { type ClassifiedCategory, categories } from '../../src/catalog/classification/category.ts';
import { typeFamily } from '../../src/catalog/type-family.ts';
import { type LinkKind, linkKinds } from '../../src/domain/ownership.ts';

/** A real schema with what a person says each of its columns holds, written down before anything was classified. */
export interface LabelledSchema {
  readonly name: string;
  /** Package, version and file. */
  readonly source: string;
  readonly flavour: 'postgresql' | 'mysql' | 'sqlite';
  readonly half: 'development' | 'hold-out' | 'fresh' | 'blind' | 'example';
  readonly part: string;
  readonly tables: readonly CatalogTable[];
  /** By `table.column`. */
  readonly labels: ReadonlyMap<string, Label>;
  /** The tables whose rows are people. */
  readonly people: ReadonlySet<string>;
  readonly links: readonly LabelledLink[];
  /** References, as `table.column`, of which even by hand it could not be said what they mean, or that may be left out. */
  readonly unsure: ReadonlySet<string>;
}

/** Whose a row is, or what explains it. */
export interface LabelledLink {
  readonly kind: LinkKind;
  /** The table whose rows the link is about. */
  readonly table: string;
  readonly to: string;
  /** Which end refers: this table's row, or the other's. */
  readonly reference: 'row' | 'other';
  /** The columns that refer, of the end that does. */
  readonly columns: readonly string[];
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
 * Lines of `# key: value`; then, for each table, `table NAME`; its keys; whose its rows are; and a line
 * `name | type | label` a column. Whose they are is said by `people`, `link KIND (column) -> other`,
 * `link KIND (column of the other) <- other`, and `unsure (column)`.
 *
 * @throws Error at a line it does not understand: a label that is not a category, a link of an unknown kind.
 */
export function parseSchema(name: string, text: string): LabelledSchema {
  const header = new Map<string, string>();
  const labels = new Map<string, Label>();
  const tables: Draft[] = [];
  const ownership = { people: new Set<string>(), links: [] as LabelledLink[], unsure: new Set<string>() };
  for (const line of text.split('\n')) {
    const current = tables.at(-1);
    const [, key, value] = /^# (\w+): (.*)$/.exec(line) ?? [];
    const [, table] = /^table (.+)$/.exec(line) ?? [];
    const [, kind, columns, to, toColumns] =
      /^ {2}(primary|unique|foreign) \(([^)]*)\)(?: -> (\S+) \(([^)]*)\))?$/.exec(line) ?? [];
    const [, column, type, label] = /^ {2}(\S+) \| (.+) \| (\S+)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) header.set(key, value);
    else if (table !== undefined)
      tables.push({ name: table, primary: [], unique: [], foreign: [], columns: [] });
    else if (current !== undefined && kind !== undefined && columns !== undefined)
      addKey(current, { kind, columns: list(columns), to, toColumns: list(toColumns ?? '') });
    else if (current !== undefined && column !== undefined && type !== undefined && isLabel(label)) {
      current.columns.push({ name: column, type });
      labels.set(`${current.name}.${column}`, label);
    } else if (current !== undefined && addOwnership(ownership, current.name, line)) continue;
    else if (line.trim() !== '') throw new Error(`${name}: not understood: ${line}`);
  }
  const flavour = header.get('flavour') as LabelledSchema['flavour'];
  return {
    name,
    source: header.get('source') ?? '',
    flavour,
    half: header.get('half') as LabelledSchema['half'],
    part: header.get('part') ?? '',
    tables: tables.map((draft) => toTable(draft, flavour)),
    labels,
    ...ownership,
  };
}

interface Ownership {
  readonly people: Set<string>;
  readonly links: LabelledLink[];
  readonly unsure: Set<string>;
}

/** Whether the line says whose the rows of the table are. */
function addOwnership({ people, links, unsure }: Ownership, table: string, line: string): boolean {
  const [, said, columns, direction, to] = /^ {2}link (\S+) \(([^)]*)\) (->|<-) (\S+)$/.exec(line) ?? [];
  const [, doubted] = /^ {2}unsure \((\S+)\)$/.exec(line) ?? [];
  const kind = linkKinds.find((known) => known === said);
  if (kind !== undefined && columns !== undefined && to !== undefined)
    links.push({ kind, table, to, reference: direction === '->' ? 'row' : 'other', columns: list(columns) });
  else if (doubted !== undefined) unsure.add(`${table}.${doubted}`);
  else if (line === '  people') people.add(table);
  else return false;
  return true;
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
  readonly columns: { readonly name: string; readonly type: string }[];
}

interface KeyLine {
  readonly kind: string;
  readonly columns: readonly string[];
  readonly to: string | undefined;
  readonly toColumns: readonly string[];
}

function addKey(draft: Draft, { kind, columns, to, toColumns }: KeyLine): void {
  if (kind === 'primary') draft.primary = columns;
  else if (kind === 'unique') draft.unique.push(columns);
  else draft.foreign.push({ columns, to: to ?? '', toColumns });
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

function toColumn(
  { name, type }: { readonly name: string; readonly type: string },
  flavour: LabelledSchema['flavour'],
): CatalogColumn {
  const bare = type.replace(/ null$/, '');
  const length = /^(?:var)?char(?:acter(?: varying)?)?\((\d+)\)/.exec(bare);
  return {
    name,
    type: bare,
    family:
      flavour === 'mysql'
        ? mysqlFamily(bare)
        : typeFamily(flavour, bare.replace(/^(small|big)?serial$/, 'integer')),
    nullable: type.endsWith(' null'),
    generated: false,
    maxLength: length?.[1] === undefined ? null : Number(length[1]),
  };
}

const mysqlFamilies: readonly (readonly [RegExp, TypeFamily])[] = [
  [/^tinyint\(1\)/, 'boolean'],
  [/int/, 'integer'],
  [/^(decimal|numeric|float|double)/, 'decimal'],
  [/^(datetime|timestamp)/, 'timestamp'],
  [/^date$/, 'date'],
  [/^json/, 'json'],
  [/(char|text)/, 'text'],
  [/(blob|binary)/, 'binary'],
];

function mysqlFamily(type: string): TypeFamily {
  return mysqlFamilies.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}

function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isLabel(text: string | undefined): text is Label {
  return text !== undefined && (text === 'not-personal' || text in categories);
}

import type { Catalog, CatalogColumn, CatalogTable, TableId } from '../catalog.ts';
import { find, headSense, type NameSense, senseOfName, wholeSense } from './name-sense.ts';

/** A column that points at another row, declared or not: what it holds is that row's key, not data of its own. */
export interface ColumnReference {
  readonly column: string;
  readonly declared: boolean;
  /** The table it leads to; null when the name says that it leads to a person and no table of that name is here. */
  readonly to: TableId | null;
  /** Whether the row belongs to what it leads to, or was only touched by it: `created_by`. */
  readonly role: 'owner' | 'agent' | 'parent';
  readonly because: 'foreign' | 'same-name' | 'reference';
}

/** The names of a catalog's tables and keys, looked up once. */
export interface NameIndex {
  readonly tables: ReadonlyMap<TableId, CatalogTable>;
  /** The words of a table's name without its prefix, joined: `order item`. */
  readonly byWords: ReadonlyMap<string, TableId>;
  /** Single-column primary keys whose name is not just `id`. */
  readonly byKey: ReadonlyMap<string, TableId>;
  /** The types of text that serve as keys here: where ids are `varchar(24)`, a `created_by` of that type is one. */
  readonly keyTypes: ReadonlySet<string>;
  /** The words that most tables start with: `wp`, `zs`. */
  readonly prefix: string | null;
}

export function nameIndex(catalog: Pick<Catalog, 'tables'>): NameIndex {
  const prefix = sharedPrefix(catalog.tables.map(({ name }) => name));
  const byWords = new Map<string, TableId>();
  const byKey = new Map<string, TableId>();
  const keyTypes = new Set<string>();
  for (const table of catalog.tables) {
    const words = tableWords(table.name, prefix);
    const key = words.join(' ');
    if (!byWords.has(key)) byWords.set(key, table.id);
    const [only, ...more] = table.primaryKey;
    const keyColumn = table.columns.find(({ name }) => name === only);
    if (
      keyColumn?.family === 'text' &&
      keyColumn.maxLength !== null &&
      wholeSense(senseOfName(keyColumn.name), 'identifier')
    )
      keyTypes.add(keyColumn.type);
    // `id` and `name` are the keys of many tables, and so say of none that it is meant.
    if (only !== undefined && more.length === 0 && senseOfName(only).words.length > 1 && !byKey.has(only))
      byKey.set(only, table.id);
  }
  return {
    tables: new Map(catalog.tables.map((table) => [table.id, table])),
    byWords,
    byKey,
    keyTypes,
    prefix,
  };
}

export function tableWords(name: string, prefix: string | null): readonly string[] {
  const words = senseOfName(name).words;
  return prefix !== null && words.length > 1 && words[0] === prefix ? words.slice(1) : words;
}

export function tableSense(name: string, prefix: string | null): NameSense {
  return senseOfName(tableWords(name, prefix).join('_'));
}

const prefixShare = 0.6;
const prefixTables = 4;

function sharedPrefix(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) {
    const [first, second] = senseOfName(name).words;
    if (first !== undefined && second !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [word, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count >= prefixTables && count / names.length >= prefixShare ? word : null;
}

/** The references of a table. An `*_id` that leads nowhere known still is one, with `to` null. */
export function referencesOf(table: CatalogTable, index: NameIndex): readonly ColumnReference[] {
  return table.columns.flatMap((column) => referenceOf(table, column, index) ?? []);
}

export function referenceOf(
  table: CatalogTable,
  column: CatalogColumn,
  index: NameIndex,
): ColumnReference | null {
  const sense = senseOfName(column.name);
  const role = roleOf(sense);
  const foreign = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
  if (foreign !== undefined)
    return { column: column.name, declared: true, to: foreign.to, role, because: 'foreign' };
  if (!canBeKey(column)) return null;
  const said = tableSaid(table, sense, index);
  if (isOwnKey(table, column) && !isSomebodyElses(table, sense, said)) return null;

  const sameName = index.byKey.get(column.name);
  const target = sameName === undefined ? null : index.tables.get(sameName);
  if (target !== null && target !== undefined && target.id !== table.id && sameFamily(target, column))
    return { column: column.name, declared: false, to: target.id, role, because: 'same-name' };

  const reference = { column: column.name, declared: false, to: said, role, because: 'reference' as const };
  const keyLike = column.family === 'integer' || column.family === 'uuid' || index.keyTypes.has(column.type);
  const ends = headSense(sense, 'identifier');
  if (ends !== null && pointing.test(ends.phrase)) {
    if (said !== null) return reference;
    const person = find(sense, 'people', 'owner', 'agent') !== null;
    const plain = plainPointing.test(ends.phrase);
    if (plain && keyLike && (sense.words.length > 1 || ends.phrase !== 'id')) return reference;
    if (plain && person && sense.words.length > 1) return reference;
  }
  const whole = said !== null && index.byWords.has(sense.words.join(' '));
  return keyLike && (whole || wholeSense(sense, 'agent', 'owner') !== null) ? reference : null;
}

const pointing =
  /^(id|ids|fk|oid|uid|uuid|guid|ref|no|nr|number|nummer|numero|parent|reference|reply to|identifiant|kennung)$/;
/** Endings that are never a number people use themselves. */
const plainPointing = /^(id|ids|fk|oid|uid|parent|reference|reply to|antwort auf|antwoord op|reponse a)$/;

/** The key of a row that extends another: `user_id` is the key of `user_preferences`, and whose they are. */
function isSomebodyElses(table: CatalogTable, sense: NameSense, said: TableId | null): boolean {
  const own = senseOfName(table.name).words;
  const ends = headSense(sense, 'identifier');
  if (ends === null || ends.start === 0) return false;
  const stem = sense.words.slice(0, ends.start);
  const isOwn = stem.every((word) => own.includes(word)) && own.at(-1) === stem.at(-1);
  return !isOwn && (said !== null || find(sense, 'people', 'owner') !== null);
}

/** An agent only touched the row; an owner, or a word for people, says whose it is; the rest are parents. */
function roleOf(sense: NameSense): ColumnReference['role'] {
  const agent = find(sense, 'agent');
  const owner = find(sense, 'owner');
  const people = find(sense, 'people');
  if (agent !== null && (owner === null || length(agent) > length(owner))) return 'agent';
  return owner !== null || people !== null ? 'owner' : 'parent';
}

function length({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}

/** The table that the words before `_id` name: the whole of them first, then fewer from the left. */
function tableSaid(table: CatalogTable, sense: NameSense, index: NameIndex): TableId | null {
  const ends = headSense(sense, 'identifier');
  const stem = ends === null ? sense.words : sense.words.slice(0, ends.start);
  for (let start = 0; start < stem.length; start += 1) {
    const to = index.byWords.get(stem.slice(start).join(' '));
    if (to !== undefined && to !== table.id) return to;
  }
  return null;
}

function isOwnKey(table: CatalogTable, column: CatalogColumn): boolean {
  return table.primaryKey.length === 1 && table.primaryKey[0] === column.name;
}

/** Long enough for a UUID or an opaque id of another service, too short for prose. */
const longestKey = 64;

function canBeKey(column: CatalogColumn): boolean {
  if (column.family === 'integer' || column.family === 'uuid') return true;
  return column.family === 'text' && (column.maxLength === null || column.maxLength <= longestKey);
}

function sameFamily(target: CatalogTable, column: CatalogColumn): boolean {
  const key = target.columns.find(({ name }) => name === target.primaryKey[0]);
  return key !== undefined && key.family === column.family && key.family !== 'text';
}

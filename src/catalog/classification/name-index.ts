import type { Catalog, CatalogColumn, CatalogTable, TableId } from '../catalog.ts';
import { columnSense } from './column-sense.ts';
import { headSense, type NameSense, senseOfName, wholeSense } from './name-sense.ts';

/** The names of a catalog's tables and keys, looked up once. */
export interface NameIndex {
  readonly tables: ReadonlyMap<TableId, CatalogTable>;
  /** The words of a table's name without its prefix, joined: `order item`; singular and plural both. */
  readonly byWords: ReadonlyMap<string, TableId>;
  /** Single-column primary keys whose name says more than `id`, and whose they are. */
  readonly byKey: ReadonlyMap<string, TableId>;
  /** The types of text that serve as keys here: where ids are `varchar(24)`, a `created_by` of that type is one. */
  readonly keyTypes: ReadonlySet<string>;
  /** The words that most tables start with: `wp`, `zs`. */
  readonly prefix: string | null;
  /** The table of those who log in: an `owner` or a `created_by` that names no table leads there. */
  readonly accounts: TableId | null;
  /** A table of persons as such, whether they log in or not. */
  readonly persons: TableId | null;
}

export function nameIndex(catalog: Pick<Catalog, 'tables'>): NameIndex {
  const prefix = sharedPrefix(catalog.tables.map(({ name }) => name));
  const byWords = new Map<string, TableId>();
  const keyTypes = new Set<string>();
  for (const table of catalog.tables) {
    for (const form of formsOf(tableWords(table.name, prefix).join(' ')))
      if (!byWords.has(form)) byWords.set(form, table.id);
    const key = keyColumn(table);
    if (key?.family === 'text' && wholeSense(senseOfName(key.name), 'identifier')) keyTypes.add(key.type);
  }
  // A name that is a table's own is that table's, whatever other table it could be the plural of.
  for (const table of catalog.tables) byWords.set(tableWords(table.name, prefix).join(' '), table.id);
  return {
    tables: new Map(catalog.tables.map((table) => [table.id, table])),
    byWords,
    byKey: keysOf(catalog.tables, prefix),
    keyTypes,
    prefix,
    accounts: accountsOf(catalog.tables, prefix),
    persons: catalog.tables.find(({ name }) => isPersons(tableSense(name, prefix)))?.id ?? null,
  };
}

export function tableWords(name: string, prefix: string | null): readonly string[] {
  const words = senseOfName(name).words;
  return prefix !== null && words.length > 1 && words[0] === prefix ? words.slice(1) : words;
}

export function tableSense(name: string, prefix: string | null): NameSense {
  return senseOfName(tableWords(name, prefix).join('_'));
}

/** The table that these words are the name of, in the singular or the plural; with or without spaces between them. */
export function tableCalled(words: readonly string[], { byWords }: NameIndex): TableId | null {
  const name = words.join(' ');
  for (const form of formsOf(name)) {
    const table = byWords.get(form);
    if (table !== undefined) return table;
  }
  return null;
}

/** Whether a table is called so, in the singular or the plural, with or without words before it. */
export function endsIn(table: readonly string[], words: readonly string[]): boolean {
  const [last = '', ownLast = ''] = [words.at(-1), table.at(-1)];
  const same = formsOf(last).some((form) => formsOf(ownLast).includes(form));
  return same && words.slice(0, -1).every((word) => table.includes(word));
}

/** Words that no lexicon knows have a plural too: `course_id` leads to `courses`. */
function formsOf(name: string): readonly string[] {
  const forms = [name];
  if (/[^aeiou]ies$/.test(name)) forms.push(name.replace(/ies$/, 'y'));
  if (/(s|x|z|ch|sh)es$/.test(name)) forms.push(name.slice(0, -2));
  if (/[^su]s$/.test(name)) forms.push(name.slice(0, -1));
  return forms;
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

function keyColumn(table: CatalogTable): CatalogColumn | undefined {
  const [only, ...more] = table.primaryKey;
  return more.length > 0 ? undefined : table.columns.find(({ name }) => name === only);
}

/** `uid`, `nid`: short, and still the key of one kind of row. */
const shortKey = /^[a-z]{1,3}id$/i;
const anyKey = /^(id|rid|guid|uuid|pid|rowid)$/i;

/**
 * Where several tables have a key of the same name, it is that of the table which is called so: `user_id` of `users`, though it
 * is the key of `user_preferences` too. Where none is, the name says nothing.
 */
function keysOf(tables: readonly CatalogTable[], prefix: string | null): ReadonlyMap<string, TableId> {
  const having = new Map<string, CatalogTable[]>();
  for (const table of tables) {
    const key = keyColumn(table);
    if (key === undefined || !saysMore(key, table, prefix)) continue;
    having.set(key.name, [...(having.get(key.name) ?? []), table]);
  }
  const keys = new Map<string, TableId>();
  for (const [name, some] of having) {
    const own = some.filter((table) => isNamedAfter(name, table, prefix));
    const [only, ...more] = own.length > 0 ? own : some;
    if (only !== undefined && more.length === 0) keys.set(name, only.id);
  }
  return keys;
}

function saysMore(key: CatalogColumn, table: CatalogTable, prefix: string | null): boolean {
  if (anyKey.test(key.name)) return false;
  if (table.foreignKeys.some(({ columns }) => columns.includes(key.name))) return false;
  const sense = senseOfName(key.name);
  // A text is the same as another that is called so only where it is made to tell rows apart: not an address on a network.
  if (key.family === 'text' && headSense(sense, 'identifier', 'bare-name') === null)
    return isNamedAfter(key.name, table, prefix);
  if (sense.words.length > 1) return true;
  return key.family !== 'text' && shortKey.test(key.name);
}

function isNamedAfter(key: string, { name }: CatalogTable, prefix: string | null): boolean {
  const table = tableWords(name, prefix).join(' ');
  const words = senseOfName(key).words;
  const ends = headSense(senseOfName(key), 'identifier');
  const stem = words.slice(0, ends === null || ends.start === 0 ? words.length : ends.start).join(' ');
  return formsOf(table).some((form) => form === stem);
}

function isPersons(sense: NameSense): boolean {
  const word = wholeSense(sense, 'people');
  return word !== null && /^(person|people|persons|persoon|personen|personne)$/.test(word.phrase);
}

/** People who log in, by a word for them and a column to do it with. Several such tables: none is meant more than another. */
function accountsOf(tables: readonly CatalogTable[], prefix: string | null): TableId | null {
  const accounts = tables.flatMap((table) => {
    const sense = tableSense(table.name, prefix);
    const word = headSense(sense, 'account-table');
    const logsIn = table.columns.some((column) =>
      columnSense(column.name, sense).categories.some(
        ({ concept }) => concept === 'credential' || concept === 'username' || concept === 'email',
      ),
    );
    return word !== null && logsIn ? [{ id: table.id, whole: word.start === 0 }] : [];
  });
  const named = accounts.filter(({ whole }) => whole);
  const [only, ...more] = named.length > 0 ? named : accounts;
  return only === undefined || more.length > 0 ? null : only.id;
}

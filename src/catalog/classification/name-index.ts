import type { Catalog, CatalogColumn, CatalogTable, TableId } from '../catalog.ts';
import { columnPrefix } from './column-prefix.ts';
import { columnSense, type TableSense } from './column-sense.ts';
import { isWord } from './lexicon/word-index.ts';
import { headSense, type NameSense, senseOfName, wholeSense } from './name-sense.ts';

/** The names of a catalog's tables and keys, looked up once. */
export interface NameIndex {
  readonly tables: ReadonlyMap<TableId, CatalogTable>;
  readonly senses: ReadonlyMap<TableId, TableSense>;
  /** The words of a table's name without its prefix, joined: `order item`; singular and plural both. */
  readonly byWords: ReadonlyMap<string, ReadonlySet<TableId>>;
  /** Single-column primary keys whose name says more than `id`, and whose they can be. */
  readonly byKey: ReadonlyMap<string, readonly TableId[]>;
  /** The types of text that serve as keys here: where ids are `varchar(24)`, a `created_by` of that type is one. */
  readonly keyTypes: ReadonlySet<string>;
  /** Tables that others refer to by the name of their key: `actionid`. A bare `action` is then none. */
  readonly knownByKey: ReadonlySet<TableId>;
  /** Declared keys have the bare name of what they lead to, `party` and `company`: so have others. */
  readonly bareKeys: boolean;
  /** The words that tables start with and that say nothing: `wp`, `zs`; of several programs together, each its own. */
  readonly prefixes: ReadonlySet<string>;
  /** The table of those who log in: an `owner` or a `created_by` that names no table leads there. */
  readonly accounts: TableId | null;
  /** A table of persons as such, whether they log in or not. */
  readonly persons: TableId | null;
}

export function nameIndex(catalog: Pick<Catalog, 'tables'>): NameIndex {
  const prefixes = sharedPrefixes(catalog.tables.map(({ name }) => name));
  const byWords = new Map<string, Set<TableId>>();
  const keyTypes = new Set<string>();
  const add = (form: string, id: TableId) => {
    const known = byWords.get(form);
    if (known === undefined) byWords.set(form, new Set([id]));
    else known.add(id);
  };
  // A name that is a table's own is that table's, whatever other table it could be the plural of.
  for (const table of catalog.tables) add(tableWords(table.name, prefixes).join(' '), table.id);
  const own = new Set(byWords.keys());
  const senses = new Map<TableId, TableSense>();
  for (const table of catalog.tables) {
    for (const form of formsOf(tableWords(table.name, prefixes).join(' ')))
      if (!own.has(form)) add(form, table.id);
    const key = keyColumn(table);
    if (key?.family === 'text' && wholeSense(senseOfName(key.name), 'identifier')) keyTypes.add(key.type);
    senses.set(table.id, tableSense(table, prefixes));
  }
  return {
    tables: new Map(catalog.tables.map((table) => [table.id, table])),
    senses,
    byWords,
    byKey: keysOf(catalog.tables, prefixes),
    keyTypes,
    knownByKey: knownByKey(catalog.tables, prefixes),
    prefixes,
    bareKeys: areBare(catalog.tables),
    accounts: accountsOf(catalog.tables, senses),
    persons: catalog.tables.find(({ id }) => isPersons(senses.get(id)))?.id ?? null,
  };
}

export function tableWords(name: string, prefixes: ReadonlySet<string>): readonly string[] {
  const words = senseOfName(name).words;
  return words.length > 1 && prefixes.has(words[0] ?? '') ? words.slice(1) : words;
}

function tableSense(table: CatalogTable, prefixes: ReadonlySet<string>): TableSense {
  const sense = senseOfName(tableWords(table.name, prefixes).join('_'));
  return { ...sense, columnPrefix: columnPrefix(table, sense) };
}

/**
 * The table that these words are the name of, in the singular or the plural; with or without spaces between them. Of several
 * programs' tables of one name, the one of the same program, else that of those who log in.
 */
export function tableCalled(words: readonly string[], from: CatalogTable, index: NameIndex): TableId | null {
  const name = words.join(' ');
  for (const form of formsOf(name)) {
    const some = index.byWords.get(form);
    if (some === undefined) continue;
    const [first = null] = some;
    if (index.prefixes.size === 0 || some.size === 1) return first;
    return some.values().find((id) => isOfSameProgram(id, from, index)) ?? first;
  }
  return null;
}

function isOfSameProgram(id: TableId, { name }: CatalogTable, { tables, prefixes }: NameIndex): boolean {
  const [own] = senseOfName(name).words;
  const [other] = senseOfName(tables.get(id)?.name ?? '').words;
  return own !== undefined && own === other && prefixes.has(own);
}

/** Whether the table's name begins with the word of one program, and the other's with that of another. */
export function isOfAnotherProgram(id: TableId, { name }: CatalogTable, index: NameIndex): boolean {
  const [own, other] = [name, index.tables.get(id)?.name ?? ''].map(
    (each) => senseOfName(each).words[0] ?? '',
  );
  return own !== other && index.prefixes.has(own ?? '') && index.prefixes.has(other ?? '');
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
const programTables = 3;

/** What most names begin with; and words that no lexicon knows and several names begin with: one database, many programs. */
function sharedPrefixes(names: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const whole = new Set<string>();
  for (const name of names) {
    const [first, second] = senseOfName(name).words;
    if (first !== undefined && second !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
    else if (first !== undefined) for (const form of formsOf(first)) whole.add(form);
  }
  return new Set(
    [...counts]
      .filter(([word, count]) => {
        const unknown = !isWord(word) && !whole.has(word);
        return (
          (count >= prefixTables && count / names.length >= prefixShare) ||
          (unknown && count >= programTables)
        );
      })
      .map(([word]) => word),
  );
}

const enoughKeys = 20;
const mostKeys = 0.9;

function areBare(tables: readonly CatalogTable[]): boolean {
  const names = tables.flatMap(({ foreignKeys }) => foreignKeys.flatMap(({ columns }) => columns));
  const bare = names.filter((name) => headSense(senseOfName(name), 'identifier') === null);
  return names.length >= enoughKeys && bare.length / names.length >= mostKeys;
}

/** Tables whose key is found elsewhere under its own name. */
function knownByKey(tables: readonly CatalogTable[], prefixes: ReadonlySet<string>): ReadonlySet<TableId> {
  const named = Map.groupBy(
    tables.flatMap(({ columns }) => columns),
    ({ name }) => name,
  );
  return new Set(
    tables
      .filter((table) => {
        const key = keyColumn(table);
        return key !== undefined && saysMore(key, table, prefixes) && (named.get(key.name)?.length ?? 0) > 1;
      })
      .map(({ id }) => id),
  );
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
 * is the key of `user_preferences` too.
 */
function keysOf(
  tables: readonly CatalogTable[],
  prefixes: ReadonlySet<string>,
): ReadonlyMap<string, readonly TableId[]> {
  const having = new Map<string, CatalogTable[]>();
  for (const table of tables) {
    const key = keyColumn(table);
    if (key === undefined || !saysMore(key, table, prefixes)) continue;
    having.set(key.name, [...(having.get(key.name) ?? []), table]);
  }
  return new Map(
    [...having].map(([name, some]) => {
      const own = some.filter((table) => isNamedAfter(name, table, prefixes));
      return [name, (own.length > 0 ? own : some).map(({ id }) => id)];
    }),
  );
}

function saysMore(key: CatalogColumn, table: CatalogTable, prefixes: ReadonlySet<string>): boolean {
  if (anyKey.test(key.name)) return false;
  if (table.foreignKeys.some(({ columns }) => columns.includes(key.name))) return false;
  const sense = senseOfName(key.name);
  // A text is the same as another that is called so only where it is made to tell rows apart: not an address on a network.
  if (key.family === 'text' && headSense(sense, 'identifier', 'bare-name') === null)
    return isNamedAfter(key.name, table, prefixes);
  if (sense.words.length > 1) return true;
  return key.family !== 'text' && shortKey.test(key.name);
}

function isNamedAfter(key: string, { name }: CatalogTable, prefixes: ReadonlySet<string>): boolean {
  const table = tableWords(name, prefixes).join(' ');
  const words = senseOfName(key).words;
  const ends = headSense(senseOfName(key), 'identifier');
  const stem = words.slice(0, ends === null || ends.start === 0 ? words.length : ends.start).join(' ');
  return formsOf(table).some((form) => form === stem);
}

/** The table whose key has this name: the only one, or the one whose name this table's begins with. */
export function tableKeyed(name: string, from: CatalogTable, { byKey, tables }: NameIndex): TableId | null {
  const some = byKey.get(name) ?? [];
  const [only, ...more] = some.filter((id) => id !== from.id);
  if (only === undefined || (more.length > 0 && some.includes(from.id))) return null;
  if (more.length === 0) return some.length === 1 ? only : null;
  const wholes = [only, ...more].filter((id) => from.name.startsWith(`${tables.get(id)?.name}_`));
  return wholes.length === 1 ? (wholes[0] ?? null) : null;
}

function isPersons(sense: NameSense | undefined): boolean {
  const word = sense === undefined ? null : wholeSense(sense, 'people');
  return word !== null && /^(person|people|persons|persoon|personen|personne)$/.test(word.phrase);
}

/**
 * People who log in, by a word for them and a column to do it with; those with a password before others. Several such tables:
 * none is meant more than another.
 */
function accountsOf(
  tables: readonly CatalogTable[],
  senses: ReadonlyMap<TableId, TableSense>,
): TableId | null {
  const accounts = tables.flatMap((table) => {
    const sense = senses.get(table.id);
    const word = sense === undefined ? null : headSense(sense, 'account-table');
    if (sense === undefined || word === null) return [];
    const concepts = new Set(
      table.columns.flatMap(({ name }) =>
        columnSense(name, sense).categories.map(({ concept }): string => concept),
      ),
    );
    const logsIn = ['credential', 'username', 'email'].some((concept) => concepts.has(concept));
    return logsIn ? [{ id: table.id, whole: word.start === 0, secret: concepts.has('credential') }] : [];
  });
  const named = accounts.filter(({ whole }) => whole);
  const some = named.length > 0 ? named : accounts;
  const secret = some.filter((each) => each.secret);
  const [only, ...more] = secret.length > 0 ? secret : some;
  return only === undefined || more.length > 0 ? null : only.id;
}

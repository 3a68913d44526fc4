import type { CatalogColumn, CatalogTable, TableId } from '../catalog.ts';
import { withoutColumnPrefix } from './column-prefix.ts';
import { columnSense, type TableSense } from './column-sense.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { endsIn, isOfAnotherProgram, type NameIndex, tableCalled, tableKeyed } from './name-index.ts';
import { find, headSense, type NameSense, senseOfName, wholeSense } from './name-sense.ts';
import { acting, anybody, bareOwner, managing, type ReferenceRole, roleOf } from './reference-role.ts';

/** A column that points at another row, declared or not: what it holds is that row's key, not data of its own. */
export interface ColumnReference {
  readonly column: string;
  readonly declared: boolean;
  /** The table it leads to; null when the name says that it leads to a person and no table of that name is here. */
  readonly to: TableId | null;
  readonly role: ReferenceRole;
  readonly because: 'foreign' | 'same-name' | 'reference' | 'values';
  /** What it refers to there, where that is not the primary key. */
  readonly toColumn?: string;
  /** How many of the values looked at stand there. */
  readonly values?: { readonly matched: number; readonly of: number };
  /** The table that the name says and the values do not. */
  readonly notTo?: TableId;
}

/** The references of a table. An `*_id` that leads nowhere known still is one, with `to` null. */
export function referencesOf(table: CatalogTable, index: NameIndex): readonly ColumnReference[] {
  const found = table.columns.flatMap((column) => referenceOf(table, column, index) ?? []);
  const sense = index.senses.get(table.id);
  const references = isShared(table, found, sense) ? found.map(asMaker) : found;
  return find(senseOfName(table.name), 'message-table') === null ? references : asTickets(references);
}

/**
 * What has a name that nothing else of its kind in the whole system has, or that everybody here looks at, is nobody's in
 * particular: who is named in it put it there or looks after it.
 */
function isShared(
  table: CatalogTable,
  references: readonly ColumnReference[],
  sense: TableSense | undefined,
): boolean {
  if (sense === undefined || find(sense, 'people') !== null) return false;
  const head = headSense(sense, 'thing');
  if (head !== null && everybodys.test(head.phrase)) return true;
  const referring = new Set(references.map(({ column }) => column));
  return [table.primaryKey, ...table.uniqueKeys].some(
    (key) =>
      !key.some((name) => referring.has(name) && isPersons(references, name)) &&
      key.some((name) => called.test(columnSense(name, sense).words.at(-1) ?? '')),
  );
}

function isPersons(references: readonly ColumnReference[], name: string): boolean {
  return references.some(({ column, role }) => column === name && role !== 'parent');
}

const everybodys =
  /^(dashboard|chart|panel|screen|diagram|flow|workflow|pipeline|trigger|environment|menu|page|webhook|integration)s?$/;
const called = /^(name|title|titel|naam|bezeichnung|nom|titre|slug)$/;

function asMaker(reference: ColumnReference): ColumnReference {
  const owner = find(senseOfName(reference.column), 'owner');
  const anyone = owner === null || anybody.test(owner.phrase);
  return reference.role === 'owner' && anyone ? { ...reference, role: 'author' } : reference;
}

/** Who owns a ticket has to answer it, where somebody else is said to have asked. */
function asTickets(references: readonly ColumnReference[]): readonly ColumnReference[] {
  const owns = ({ column }: ColumnReference) =>
    bareOwner.test(headSense(senseOfName(column), 'owner')?.phrase ?? '');
  const asked = references.find((each) => !owns(each) && (each.role === 'author' || each.role === 'owner'));
  const owner = references.find(owns);
  if (asked === undefined || owner === undefined) return references;
  return references.map((each) => {
    if (each === owner) return { ...each, role: 'agent' };
    return each === asked ? { ...each, role: 'owner' } : each;
  });
}

export function referenceOf(
  table: CatalogTable,
  column: CatalogColumn,
  index: NameIndex,
): ColumnReference | null {
  const ofTable = index.senses.get(table.id) ?? null;
  if (ofTable === null) throw new Error(`table ${table.id} is not in its catalog`);
  const bare = withoutColumnPrefix(column.name, ofTable.columnPrefix);
  const sense = senseOfName(bare);
  const role = roleOf(columnSense(column.name, ofTable), ofTable);
  const foreign = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
  if (foreign !== undefined)
    return { column: column.name, declared: true, to: foreign.to, role, because: 'foreign' };
  const keyed = keyOfAnother(table, column, { bare, index });
  const named = keyed !== null && keyed === index.accounts;
  const said = tableSaid(table, sense, index);
  const told = said?.whole === true && sameKind(index.tables.get(said.table), column);
  if (!canBeKey(column) && !named && !told && !isAccountsType(column, index)) return null;
  // `owner_type` says of which table an `owner_id` is the key: of none that can be known beforehand.
  if (isPolymorphic(table, column.name))
    return { column: column.name, declared: false, to: null, role: 'parent', because: 'reference' };
  if (isOwnKey(table, column, said) && keyed === null && !isSomebodyElses(table, sense, said)) return null;
  const byName = { column: column.name, declared: false, role: managing(role, sense, ofTable) };
  const other =
    said?.whole === true && said.table !== keyed && sameFamily(index.tables.get(said.table), column);
  if (keyed !== null && !other) return { ...byName, to: keyed, because: 'same-name' };
  if (!isPointing(column, sense, { table, index, said }) || isName(column, sense, index)) return null;
  // `user_id` may be the key of a table of people that has another name.
  const account = isOwnKey(table, column, said) ? null : someAccount(column, sense, index);
  const to = said?.table ?? null;
  const fits = to !== null && (account === null || sameFamily(index.tables.get(to), column));
  return { ...byName, to: fits ? to : account, because: 'reference' };
}

/** One of several tables, which the column beside it names; a comment's own `comment_type` says what it is itself. */
export function isPolymorphic({ name: table, primaryKey, columns }: CatalogTable, name: string): boolean {
  const stem = stemOf(name, 'id');
  if (stem === null || primaryKey.join() === name || table.toLowerCase().includes(stem)) return false;
  return columns.some((each) => stemOf(each.name, 'type') === stem);
}

/** The column that says what an `*_id` of the same name is of: `object_type` beside `object_id`. */
export function saysOfWhichTable(table: CatalogTable, name: string): boolean {
  const stem = stemOf(name, 'type');
  if (stem === null) return false;
  return table.columns.some((each) => stemOf(each.name, 'id') === stem && isPolymorphic(table, each.name));
}

function stemOf(name: string, ending: 'id' | 'type'): string | null {
  const [, snake, camel] =
    (ending === 'id' ? /^(?:(.+)_id|(.*[a-z])Id)$/ : /^(?:(.+)_type|(.*[a-z])Type)$/).exec(name) ?? [];
  return (snake ?? camel)?.toLowerCase() ?? null;
}

/** What the words before `_id` name: all of them, or those at their end. */
interface TableSaid {
  readonly table: TableId;
  readonly whole: boolean;
}

interface Named {
  /** Without the letters that the table's columns begin with. */
  readonly bare: string;
  readonly index: NameIndex;
}

/** The table whose key this is by its name: `member_id`, and `ls_member_id` in a table whose columns begin with `ls`. */
function keyOfAnother(table: CatalogTable, column: CatalogColumn, { bare, index }: Named): TableId | null {
  for (const name of new Set([column.name, bare])) {
    const id = tableKeyed(name, table, index);
    if (id !== null && sameFamily(index.tables.get(id), column)) return id;
  }
  // `feature_name` where features are told apart by their `name`.
  const { words } = senseOfName(bare);
  const id = words.length > 1 ? tableCalled(words.slice(0, -1), table, index) : null;
  const target = id === null || id === table.id ? undefined : index.tables.get(id);
  const [key, ...more] = target?.primaryKey ?? [];
  if (target !== undefined && more.length === 0 && key === words.at(-1) && sameFamily(target, column))
    return id;
  return null;
}

/** Where those who log in are known by a name in letters, a column of that type may hold one. */
function isAccountsType(
  column: CatalogColumn,
  { accounts, tables }: Pick<NameIndex, 'accounts' | 'tables'>,
): boolean {
  const target = accounts === null ? undefined : tables.get(accounts);
  return column.family === 'text' && target !== undefined && sameKind(target, column);
}

/** Where those who log in have a number, a `created_by` in letters is the name of somebody. */
function isName({ family }: CatalogColumn, sense: NameSense, { accounts, tables }: NameIndex): boolean {
  const key = accounts === null ? undefined : keyOf(tables.get(accounts));
  if (family !== 'text' || key === undefined || key.family === 'text') return false;
  return headSense(sense, 'agent', 'author', 'owner') !== null && headSense(sense, 'identifier') === null;
}

/** Who owns, asked for or made it, where that is told by a name to log in with: `share_owner`, `user_id_requester`. */
function namesAccount(column: CatalogColumn, sense: NameSense, around: Around): boolean {
  if (!isAccountsType(column, around.index)) return false;
  const person = headSense(sense, 'owner', 'author', 'agent');
  if (person !== null && naming.test(person.phrase)) return true;
  // What people prefer is kept under their own key, however it is called.
  const keyed = around.table.primaryKey.length > 1 && around.table.primaryKey.includes(column.name);
  const prefers = find(senseOfName(around.table.name), 'preference-table') !== null;
  return keyed && prefers && wholeSense(sense, 'identifier')?.phrase === 'uid';
}

const naming =
  /^(owner|user|eigenaar|besitzer|proprietaire|requestor|requester|submitter|reporter|poster|who|creator|author|auteur|autor|.* (by|door|von|par))$/;

interface Around {
  readonly table: CatalogTable;
  readonly index: NameIndex;
  readonly said: TableSaid | null;
}

function isPointing(column: CatalogColumn, sense: NameSense, { table, index, said }: Around): boolean {
  const number = column.family === 'integer' || column.family === 'uuid';
  if (namesAccount(column, sense, { table, index, said })) return true;
  if (index.bareKeys && column.family === 'integer' && saysNoNumber(sense)) return true;
  const keyLike = number || index.keyTypes.has(column.type);
  const ends = headSense(sense, 'identifier');
  if (ends !== null && pointing.test(ends.phrase)) {
    if (said !== null) return true;
    const person = find(sense, 'people', 'owner', 'agent', 'author') !== null;
    const plain = plainPointing.test(ends.phrase);
    if (plain && keyLike && (sense.words.length > 1 || ends.phrase !== 'id')) return true;
    if (plain && person && sense.words.length > 1) return true;
  }
  if (startsAsKey(sense) && (number || said !== null)) return true;
  // In a database whose keys are texts without a limit, an `author` of that type may be a name; a `created_by` is a key.
  const bounded = number || (keyLike && (column.maxLength !== null || sense.words.length > 1));
  const target = said?.whole === true ? index.tables.get(said.table) : undefined;
  const textual = target?.primaryKey.length === 1 && column.family === 'text' && sameFamily(target, column);
  if (!(bounded || textual) || countsSomething(column)) return false;
  const bare = said?.whole === true && (ends === null || ends.start === 0);
  const called = bare && !index.knownByKey.has(said.table) && !isOfAnotherProgram(said.table, table, index);
  if (called || wholeSense(sense, 'agent', 'author', 'owner') !== null) return true;
  return number && (acting.test(sense.words.at(-1) ?? '') || endsInPerson(sense, table));
}

const pointing =
  /^(id|ids|fk|oid|uid|uuid|guid|ref|no|nr|number|nummer|numero|parent|reference|reply to|identifiant|kennung)$/;
/** Endings that are never a number people use themselves. */
const plainPointing = /^(id|ids|fk|oid|uid|parent|reference|reply to|antwort auf|antwoord op|reponse a)$/;

/** Nothing in the name is counted, chosen or dated. */
function saysNoNumber({ senses, words }: NameSense): boolean {
  return !senses.some(({ concept, end }) => end === words.length && !forThings.has(concept));
}

const forThings: ReadonlySet<Concept> = new Set<Concept>([
  'thing',
  'organisation',
  'people',
  'owner',
  'agent',
  'author',
  'account-table',
  'log-table',
  'billing-table',
  'message-table',
  'note-table',
  'file-table',
  'address-table',
]);

/** A number in the plural is how many there are: `users` beside `pages`. */
function countsSomething({ name, family }: CatalogColumn): boolean {
  const last = name.split(/[^a-zA-Z]+|(?=[A-Z])/).at(-1) ?? '';
  return family === 'integer' && /[^sui]s$/i.test(last);
}

/** `id_customer`, `fk_user`. */
function startsAsKey({ words }: NameSense): boolean {
  return words.length > 1 && (words[0] === 'id' || words[0] === 'fk');
}

/** `rc_user`, `topic_poster`: the table begins the names of its columns with letters of its own, or with its name. */
function endsInPerson(sense: NameSense, table: CatalogTable): boolean {
  const [first = '', ...more] = sense.words;
  const own = first.length <= longestLetters || endsIn(senseOfName(table.name).words, [first]);
  return own && more.length === 1 && headSense(sense, 'people', 'owner') !== null;
}

const longestLetters = 4;

/**
 * An owner, a buyer or a creator who is of no table by name is one of those who log in; where there is a table of persons
 * besides, whoever did not act in the software (`created_by`) is one of them.
 */
function someAccount(
  column: CatalogColumn,
  sense: NameSense,
  { accounts, persons, tables }: NameIndex,
): TableId | null {
  const ends = headSense(sense, 'identifier');
  const last = ends === null || ends.start === 0 ? sense.words.length : ends.start;
  const role = sense.senses
    .filter(({ concept, end }) => (end === last || end === sense.words.length) && roles.includes(concept))
    .sort((a, b) => roles.indexOf(a.concept) - roles.indexOf(b.concept) || a.start - b.start)[0];
  const own = wholeSense(sense, 'identifier')?.phrase === 'uid';
  if (role === undefined) return own && isAccountsType(column, { accounts, tables }) ? accounts : null;
  const acted =
    (role.concept === 'owner' && !took.test(role.phrase)) ||
    /\b(by|door|von|par)$|^creator$/.test(role.phrase);
  for (const id of acted ? [accounts] : [persons, accounts]) {
    const target = id === null ? undefined : tables.get(id);
    if (target === undefined || !sameKind(target, column)) continue;
    // Where keys are opaque texts, a `customer_id` without customers is as likely the key of another system.
    if (role.concept === 'people' && role.start > 0) continue;
    if (role.concept === 'people' && column.family === 'text') continue;
    return target.id;
  }
  return null;
}

/** Whoever took a photo need not log in. */
const took = /^(photographer|fotograaf|fotograf|photographe)$/;

const roles: readonly Concept[] = ['agent', 'author', 'owner', 'people'];

/** The key of a row that extends another: `user_id` is the key of `user_preferences`, and whose they are. */
function isSomebodyElses(table: CatalogTable, sense: NameSense, said: TableSaid | null): boolean {
  if (letters(sense.words.join('')) === `${letters(table.name)}id`) return false;
  const ends = headSense(sense, 'identifier');
  if (ends === null || ends.start === 0) return false;
  const isOwn = endsIn(senseOfName(table.name).words, sense.words.slice(0, ends.start));
  return !isOwn && (said !== null || find(sense, 'people', 'owner') !== null);
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The table that the words before `_id`, or after `id_`, name: the whole of them first, then fewer from the left. */
function tableSaid(table: CatalogTable, sense: NameSense, index: NameIndex): TableSaid | null {
  const ends = headSense(sense, 'identifier');
  const from = startsAsKey(sense) ? 1 : 0;
  const stem = sense.words.slice(from, ends === null || ends.start === 0 ? undefined : ends.start);
  const own = index.senses.get(table.id)?.words ?? [];
  for (let start = 0; start < stem.length; start += 1) {
    const words = stem.slice(start);
    // A cart's `shipping_address_id` leads to `cart_address`, where there is one: what is called after the table is its part.
    for (const called of [[...own, ...words], words]) {
      const to = tableCalled(called, table, index);
      if (to !== null && to !== table.id) return { table: to, whole: start === 0 };
    }
  }
  const glued = /^(.{3,})id$/.exec(sense.words.join(''))?.[1];
  const to = glued === undefined ? null : tableCalled([glued], table, index);
  if (to !== null && to !== table.id) return { table: to, whole: true };
  return ends === null ? null : compoundSaid(stem.at(-1) ?? '', table, index);
}

/** Long enough not to end a word by chance. */
const shortestPart = 4;

/** In Dutch and German the last part of a word is what it is: `huisarts_id` leads to `artsen`. */
function compoundSaid(word: string, table: CatalogTable, index: NameIndex): TableSaid | null {
  for (let start = 3; word.length - start >= shortestPart; start += 1) {
    const to = tableCalled([word.slice(start)], table, index);
    if (to !== null && to !== table.id) return { table: to, whole: false };
  }
  return null;
}

/** The primary key, or a second number of the row's own; a unique key that names another table extends its row. */
function isOwnKey(table: CatalogTable, column: CatalogColumn, said: TableSaid | null): boolean {
  const is = (key: readonly string[]) => key.length === 1 && key[0] === column.name;
  return is(table.primaryKey) || (said === null && table.uniqueKeys.some(is));
}

/** Long enough for a UUID or an opaque id of another service, too short for prose. */
const longestKey = 64;

function canBeKey(column: CatalogColumn): boolean {
  if (column.family === 'integer' || column.family === 'uuid') return true;
  return column.family === 'text' && (column.maxLength === null || column.maxLength <= longestKey);
}

function keyOf(target: CatalogTable | undefined): CatalogColumn | undefined {
  return target?.columns.find(({ name }) => name === target.primaryKey[0]);
}

function sameFamily(target: CatalogTable | undefined, column: CatalogColumn): boolean {
  const key = keyOf(target);
  return key !== undefined && key.family === column.family;
}

/** Opaque ids in text are told by their type. */
function sameKind(target: CatalogTable | undefined, column: CatalogColumn): boolean {
  const key = keyOf(target);
  return (
    key !== undefined && key.family === column.family && (key.family !== 'text' || key.type === column.type)
  );
}

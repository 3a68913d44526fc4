import type { CatalogColumn, CatalogTable, TableId } from '../catalog.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { endsIn, type NameIndex, tableCalled, tableSense, tableWords } from './name-index.ts';
import { find, headSense, type NameSense, senseOfName, wholeSense } from './name-sense.ts';

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

/**
 * Whether the row belongs to what it leads to, was made by them, was only touched by them (`approved_by`), or is a part of
 * what it leads to.
 */
export type ReferenceRole = 'owner' | 'author' | 'agent' | 'parent';

/** Who made or touched a row. That alone does not make it theirs. */
export function hasTouched(role: ReferenceRole): boolean {
  return role === 'author' || role === 'agent';
}

/** The references of a table. An `*_id` that leads nowhere known still is one, with `to` null. */
export function referencesOf(table: CatalogTable, index: NameIndex): readonly ColumnReference[] {
  const references = table.columns.flatMap((column) => referenceOf(table, column, index) ?? []);
  return find(senseOfName(table.name), 'message-table') === null ? references : asTickets(references);
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
  const sense = senseOfName(column.name);
  const ofTable = tableSense(table.name, index.prefix);
  const role = roleOf(sense, ofTable);
  const foreign = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
  if (foreign !== undefined)
    return { column: column.name, declared: true, to: foreign.to, role, because: 'foreign' };
  if (!canBeKey(column)) return null;
  // `owner_type` says of which table an `owner_id` is the key: of none that can be known beforehand.
  if (isPolymorphic(table, column.name))
    return { column: column.name, declared: false, to: null, role: 'parent', because: 'reference' };
  const said = tableSaid(table, sense, index);
  if (isOwnKey(table, column, said) && !isSomebodyElses(table, sense, said)) return null;
  const byName = { column: column.name, declared: false, role: managing(role, sense, ofTable) };
  const sameName = sameKey(table, column, index);
  if (sameName !== null && said?.whole !== true) return { ...byName, to: sameName, because: 'same-name' };
  const to = said?.table ?? null;
  if (!isPointing(column, sense, { table, index, said })) return null;
  // `user_id` may be the key of a table of people that has another name.
  const account = isOwnKey(table, column, said) ? null : someAccount(column, sense, index);
  return { ...byName, to: to ?? account, because: 'reference' };
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

function sameKey(table: CatalogTable, column: CatalogColumn, { byKey, tables }: NameIndex): TableId | null {
  const id = byKey.get(column.name);
  const target = id === undefined ? undefined : tables.get(id);
  if (target === undefined || target.id === table.id) return null;
  return sameFamily(target, column) ? target.id : null;
}

interface Around {
  readonly table: CatalogTable;
  readonly index: NameIndex;
  readonly said: TableSaid | null;
}

function isPointing(column: CatalogColumn, sense: NameSense, { table, index, said }: Around): boolean {
  const number = column.family === 'integer' || column.family === 'uuid';
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
  if (!bounded) return false;
  const called = said?.whole === true && (ends === null || ends.start === 0);
  if (called || wholeSense(sense, 'agent', 'author', 'owner') !== null) return true;
  return number && (acting.test(sense.words.at(-1) ?? '') || endsInPerson(sense, table));
}

const pointing =
  /^(id|ids|fk|oid|uid|uuid|guid|ref|no|nr|number|nummer|numero|parent|reference|reply to|identifiant|kennung)$/;
/** Endings that are never a number people use themselves. */
const plainPointing = /^(id|ids|fk|oid|uid|parent|reference|reply to|antwort auf|antwoord op|reponse a)$/;

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
    .filter(({ concept, end }) => end === last && roles.includes(concept))
    .sort((a, b) => roles.indexOf(a.concept) - roles.indexOf(b.concept) || a.start - b.start)[0];
  if (role === undefined) return null;
  const acted = role.concept === 'owner' || /\b(by|door|von|par)$|^creator$/.test(role.phrase);
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

const roles: readonly Concept[] = ['agent', 'author', 'owner', 'people'];

/** The key of a row that extends another: `user_id` is the key of `user_preferences`, and whose they are. */
function isSomebodyElses(table: CatalogTable, sense: NameSense, said: TableSaid | null): boolean {
  const ends = headSense(sense, 'identifier');
  if (ends === null || ends.start === 0) return false;
  const isOwn = endsIn(senseOfName(table.name).words, sense.words.slice(0, ends.start));
  return !isOwn && (said !== null || find(sense, 'people', 'owner') !== null);
}

/**
 * An agent only touched the row; an owner, or a word for people, says whose it is; the rest are parents. An employee who is
 * elsewhere whoever handled the row is whose it is in a table about employment.
 */
export function roleOf(sense: NameSense, table: NameSense): ReferenceRole {
  const touched = longest(sense, 'author', 'agent');
  const owner = find(sense, 'owner');
  const people = find(sense, 'people');
  const employed = find(table, 'employment-table') !== null;
  if (owner !== null && bareOwner.test(owner.phrase) && isLookedAfter(table)) return 'agent';
  // The last to write in a forum and the one who is asked first are not whose it is.
  if (sense.words.some((word) => passing.test(word)) && (owner ?? people ?? touched) !== null) return 'agent';
  if (owner === null && touched === null && acting.test(sense.words.at(-1) ?? '')) return 'agent';
  if (employed && touched?.concept === 'agent' && people?.start === touched.start && owner === null)
    return 'owner';
  if (touched !== null && (owner === null || length(touched) > length(owner)))
    return touched.concept === 'author' ? 'author' : 'agent';
  return owner !== null || people !== null ? 'owner' : 'parent';
}

/** The `owner` of a product is no more than who put it there; a key that the database declares is taken at its word. */
function managing(role: ReferenceRole, sense: NameSense, table: NameSense): ReferenceRole {
  const owns = bareOwner.test(find(sense, 'owner')?.phrase ?? '');
  return role === 'owner' && owns && headSense(table, 'thing') !== null ? 'author' : role;
}

/** Nobody owns a customer or a company: their `owner` is whoever looks after them. */
function isLookedAfter(table: NameSense): boolean {
  const head = headSense(table, 'people', 'organisation');
  return head !== null && (head.concept === 'organisation' || lookedAfter.test(head.phrase));
}

const lookedAfter =
  /^(contact|contact person|contactpersoon|kontakt|ansprechpartner|interlocuteur|lead|prospect|interessent|customer|client|klant|kunde|cliente)$/;

const bareOwner = /^(owner|eigenaar|besitzer|eigentuemer|proprietaire)$/;
const passing = /^(last|latest|default|initial|laatste|letzter|letzte|dernier)$/;
/** `locked_by`: whatever they did, they acted on the row. */
const acting = /^(by|door|von|par)$/;

function longest(sense: NameSense, ...concepts: readonly ('author' | 'agent')[]) {
  return (
    sense.senses
      .filter(({ concept }) => concepts.some((known) => known === concept))
      .toSorted((a, b) => length(b) - length(a))[0] ?? null
  );
}

function length({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}

/** The table that the words before `_id`, or after `id_`, name: the whole of them first, then fewer from the left. */
function tableSaid(table: CatalogTable, sense: NameSense, index: NameIndex): TableSaid | null {
  const ends = headSense(sense, 'identifier');
  const from = startsAsKey(sense) ? 1 : 0;
  const stem = sense.words.slice(from, ends === null || ends.start === 0 ? undefined : ends.start);
  const own = tableWords(table.name, index.prefix);
  for (let start = 0; start < stem.length; start += 1) {
    const words = stem.slice(start);
    // A cart's `shipping_address_id` leads to `cart_address`, where there is one: what is called after the table is its part.
    for (const called of [[...own, ...words], words]) {
      const to = tableCalled(called, index);
      if (to !== null && to !== table.id) return { table: to, whole: start === 0 };
    }
  }
  const glued = /^(.{3,})id$/.exec(sense.words.join(''))?.[1];
  const to = glued === undefined ? null : tableCalled([glued], index);
  if (to !== null && to !== table.id) return { table: to, whole: true };
  return ends === null ? null : compoundSaid(stem.at(-1) ?? '', table, index);
}

/** Long enough not to end a word by chance. */
const shortestPart = 4;

/** In Dutch and German the last part of a word is what it is: `huisarts_id` leads to `artsen`. */
function compoundSaid(word: string, table: CatalogTable, index: NameIndex): TableSaid | null {
  for (let start = 3; word.length - start >= shortestPart; start += 1) {
    const to = tableCalled([word.slice(start)], index);
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

function keyOf(target: CatalogTable): CatalogColumn | undefined {
  return target.columns.find(({ name }) => name === target.primaryKey[0]);
}

function sameFamily(target: CatalogTable, column: CatalogColumn): boolean {
  const key = keyOf(target);
  return key !== undefined && key.family === column.family;
}

/** Opaque ids in text are told by their type. */
function sameKind(target: CatalogTable, column: CatalogColumn): boolean {
  const key = keyOf(target);
  return (
    key !== undefined && key.family === column.family && (key.family !== 'text' || key.type === column.type)
  );
}

import type { Catalog, CatalogTable, TableId } from '../catalog.ts';
import { type ColumnReference, referencesOf } from './column-reference.ts';
import { columnSense, isTime, type TableSense } from './column-sense.ts';
import { contactColumns } from './contact-person.ts';
import type { FoundSense } from './lexicon/word-index.ts';
import { endsIn, type NameIndex, nameIndex } from './name-index.ts';
import { find, headSense, type NameSense, senseOfName, wholeSense } from './name-sense.ts';
import type { TableBecause, TableHolds } from './proposal.ts';
import { hasTouched } from './reference-role.ts';
import { type TableTheme, tableTheme, themes } from './table-theme.ts';
import {
  accountColumn,
  addressColumn,
  authorColumn,
  identifyingColumn,
  payloadColumn,
  personColumn,
  trackColumn,
} from './telling-column.ts';

/** What the rows of a table are about, found out once for a whole catalog. */
export interface TableSubject {
  readonly holds: TableHolds;
  readonly because: TableBecause;
  /** The column or the word of the lexicon that says so. */
  readonly of: string;
  readonly theme: TableTheme | null;
  readonly organisation: boolean;
  readonly thing: boolean;
  readonly sense: TableSense;
  readonly references: ReadonlyMap<string, ColumnReference>;
  /** The columns about a contact person, in a table about something else; what is left of their names. */
  readonly contacts: ReadonlyMap<string, NameSense>;
}

/** How many links a row may be away from a person: an order line's note is three. */
const farthest = 6;

/** What is known of references besides their names, by table: what values bear out, take back or show. */
export type ReferencesByValue = ReadonlyMap<TableId, readonly ColumnReference[]>;

export function tableSubjects(
  catalog: Pick<Catalog, 'tables'>,
  byValue: ReferencesByValue = new Map(),
): ReadonlyMap<TableId, TableSubject> {
  const index = nameIndex(catalog);
  const subjects = new Map(
    catalog.tables.map((table) => {
      const known = [...referencesOf(table, index), ...(byValue.get(table.id) ?? [])];
      const references = new Map(known.map((reference) => [reference.column, reference]));
      return [table.id, byItself(table, index, references)];
    }),
  );
  for (const table of catalog.tables) widenToParties(table, subjects);
  for (const table of catalog.tables) recogniseByColumns(table, subjects);
  for (const table of catalog.tables) leaveToWhole(table, subjects);
  for (const [id, subject] of subjects) subjects.set(id, withoutFirsts(id, subject, subjects));
  for (let round = 0; round < farthest; round += 1) {
    let changed = false;
    for (const [id, subject] of subjects) {
      // An address by itself may be a place's; that of a row that belongs to somebody is theirs.
      if (subject.holds !== 'nobody' && subject.because !== 'address') continue;
      const reference = owningReference(subject, subjects);
      if (reference === null) continue;
      if (subject.because === 'address' && reference.role !== 'owner' && !reference.declared) continue;
      subjects.set(id, { ...subject, holds: 'about-people', because: 'reference', of: reference.column });
      changed = true;
    }
    changed = catalog.tables.some((table) => joinToOwned(table, subjects)) || changed;
    if (!changed) break;
  }
  return subjects;
}

/**
 * Where the key of `persons` or `employees` is that of a row of `parties`, those rows are people too, though the word for them
 * is one for anybody.
 */
function widenToParties(table: CatalogTable, subjects: Map<TableId, TableSubject>): void {
  if (subjects.get(table.id)?.holds !== 'people') return;
  const nullable = new Set(table.columns.filter((column) => column.nullable).map(({ name }) => name));
  for (const { columns, to } of table.foreignKeys) {
    const [column, ...more] = columns;
    const party = subjects.get(to);
    if (column === undefined || more.length > 0 || nullable.has(column) || to === table.id) continue;
    const extended = [table.primaryKey, ...table.uniqueKeys].some(
      (key) => key.length === 1 && key[0] === column,
    );
    if (extended && party?.because === 'nothing-found')
      subjects.set(to, { ...party, holds: 'people', because: 'extended', of: table.id });
  }
}

/**
 * A row that continues another under the same key, which is nobody's, and may have no person: who is named there later did
 * something with it.
 */
function leaveToWhole(table: CatalogTable, subjects: Map<TableId, TableSubject>): void {
  const subject = subjects.get(table.id);
  const whole = table.foreignKeys.find(
    ({ columns, to }) => columns.join() === table.primaryKey.join() && to !== table.id,
  );
  const of = whole === undefined ? undefined : subjects.get(whole.to);
  if (subject === undefined || of?.holds !== 'nobody') return;
  if ([...of.references.values()].some(({ role }) => role === 'owner')) return;
  const nullable = new Set(table.columns.filter((column) => column.nullable).map(({ name }) => name));
  const references = [...subject.references].map(([name, each]): [string, ColumnReference] => [
    name,
    each.role === 'owner' && nullable.has(name) ? { ...each, role: 'agent' } : each,
  ]);
  subjects.set(table.id, { ...subject, references: new Map(references) });
}

const oneOfMany =
  /^(starting|start|first|last|latest|current|default|main|primary|root|eerste|laatste|erste|letzte|dernier|premier)$/;

/** A thread has a first message, and is no part of it: the message refers to the thread too. */
function withoutFirsts(
  id: TableId,
  subject: TableSubject,
  subjects: ReadonlyMap<TableId, TableSubject>,
): TableSubject {
  const references = [...subject.references].map(([name, each]): [string, ColumnReference] => {
    const back = each.to === null ? undefined : subjects.get(each.to)?.references.values();
    const mutual = [...(back ?? [])].some(({ to }) => to === id);
    const one = senseOfName(name).words.some((word) => oneOfMany.test(word));
    return [name, each.role === 'parent' && mutual && one ? { ...each, role: 'agent' } : each];
  });
  return { ...subject, references: new Map(references) };
}

/** What has to do with money and is joined to a row about somebody, the delivery to the order, is about them too. */
function joinToOwned(table: CatalogTable, subjects: Map<TableId, TableSubject>): boolean {
  const join = subjects.get(table.id);
  const keyed = table.primaryKey.length > 1 && table.primaryKey.every((name) => join?.references.has(name));
  if (join?.holds !== 'about-people' || !keyed) return false;
  let changed = false;
  for (const { to, role } of join.references.values()) {
    const joined = to === null ? undefined : subjects.get(to);
    if (to === null || joined?.because !== 'nothing-found' || joined.theme !== 'billing' || hasTouched(role))
      continue;
    subjects.set(to, { ...joined, holds: 'about-people', because: 'reference', of: table.id });
    changed = true;
  }
  return changed;
}

/** Themes of rows that repeat who they are for: an order has a first and a last name too. */
const repeating = new Set<TableTheme | null>(['billing', 'message', 'visit', 'address', 'consent', 'note']);

/** A first and a last name, or a name to log in with and a password: rows that belong to nobody else are people. */
function recogniseByColumns(table: CatalogTable, subjects: Map<TableId, TableSubject>): void {
  const subject = subjects.get(table.id);
  if (subject?.because !== 'identifying-column' || subject.thing) return;
  if (headSense(subject.sense, 'credential') !== null) return;
  const owned = [...subject.references.values()].some(
    ({ role, declared, to }) =>
      role === 'owner' ||
      (role === 'parent' && declared && to !== null && subjects.get(to)?.holds !== 'nobody'),
  );
  if (owned) return;
  const whole = new Set(
    table.columns
      .flatMap(({ name }) => {
        const sense = columnSense(name, subject.sense);
        return sense.categories.filter(({ start, end }) => start === 0 && end === sense.words.length);
      })
      .map(({ concept }) => concept),
  );
  const named = whole.has('first-name') && whole.has('last-name') && !repeating.has(subject.theme);
  const logsIn = whole.has('username') && whole.has('credential');
  if (named || logsIn) subjects.set(table.id, { ...subject, holds: 'people' });
}

function byItself(
  table: CatalogTable,
  index: NameIndex,
  references: ReadonlyMap<string, ColumnReference>,
): TableSubject {
  const sense = index.senses.get(table.id);
  if (sense === undefined) throw new Error(`table ${table.id} is not in its catalog`);
  const kind = headKind(sense);
  const relates = isRelation(table, references, index);
  const common = {
    theme: tableTheme(table, sense),
    organisation: kind === 'organisation' && !relates,
    thing: kind === 'thing' && !relates,
    sense,
    references,
    contacts: none,
  };
  const identifying =
    identifyingColumn(table, references, sense) ??
    trackColumn(table, sense) ??
    authorColumn(table, common.theme, sense) ??
    (kind === 'people' ? personColumn(table, references) : null);
  if (kind === 'people' && !relates && describesThem(table, references, sense)) {
    const word = headSense(sense, 'people') ?? find(sense, 'people');
    return { ...common, holds: 'people', because: 'name', of: word?.phrase ?? '' };
  }
  const secrets = headSense(sense, 'credential');
  const owned = [...references.values()].some(({ role }) => role === 'owner');
  if (secrets !== null && isOfThing(secrets, sense) && !owned)
    return { ...common, holds: 'nobody', because: 'thing', of: secrets.phrase };
  const called = accountColumn(table, references, sense);
  if (kind === 'thing' && called !== null)
    return { ...common, holds: 'about-people', because: 'identifying-column', of: called };
  if (kind !== null && kind !== 'people' && !relates) {
    const contacts = contactColumns(table, sense);
    const [contact] = contacts.keys();
    if (contact !== undefined)
      return { ...common, contacts, holds: 'about-people', because: 'contact', of: contact };
    const word = headSense(sense, kind) ?? find(sense, kind);
    return { ...common, holds: 'nobody', because: 'thing', of: word?.phrase ?? '' };
  }
  if (identifying !== null)
    return { ...common, holds: 'about-people', because: 'identifying-column', of: identifying };
  const credential = headSense(sense, 'credential');
  // A secret that says what it is for, and not who, is a thing's: of a project, of a role.
  const aimed = !owned && [...references.values()].some(({ role, to }) => role === 'parent' && to !== null);
  if (credential !== null && !aimed && !isOfThing(credential, sense))
    return { ...common, holds: 'about-people', because: 'name', of: credential.phrase };
  const paying = kind === null ? headSense(sense, 'bank-account', 'payment-card') : null;
  if (paying !== null && headSense(sense, 'organisation') === null)
    return { ...common, holds: 'about-people', because: 'name', of: paying.phrase };
  const kept = common.theme === 'log' && !relates ? payloadColumn(table, sense) : null;
  if (kept !== null) return { ...common, holds: 'about-people', because: 'log', of: kept };
  const address = addressColumn(table, references, sense);
  if (address !== null) return { ...common, holds: 'about-people', because: 'address', of: address };
  return { ...common, holds: 'nobody', because: 'nothing-found', of: '' };
}

const none: ReadonlyMap<string, NameSense> = new Map();

/** More than keys, and more than how many there were on what day. */
function describesThem(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  sense: TableSense,
): boolean {
  const told = table.columns.filter(
    ({ name, family }) =>
      !references.has(name) &&
      (family === 'text' || !table.primaryKey.includes(name) || table.primaryKey.length > 1),
  );
  const counts = told.filter(({ name }) => wholeSense(columnSense(name, sense), 'measure') !== null);
  const days = told.filter((column) => isTime(column, columnSense(column.name, sense)));
  return told.length > 0 && (counts.length === 0 || counts.length + days.length < told.length);
}

/** `application_secrets` and `api_keys` are the software's own. */
function isOfThing({ start, phrase }: FoundSense, { senses }: NameSense): boolean {
  return phrase.startsWith('api ') || senses.some(({ concept, end }) => concept === 'thing' && end === start);
}

/** `person_to_company` is neither of the two, but what is between them; so is a row whose key is made of references. */
function isRelation(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  { tables }: NameIndex,
): boolean {
  if (relation.test(table.name) || joinsNames(table.name, tables)) return true;
  return table.primaryKey.length > 1 && table.primaryKey.every((column) => references.has(column));
}

/** `user-company` where there is a `user`. */
function joinsNames(name: string, tables: ReadonlyMap<TableId, CatalogTable>): boolean {
  const [first, second, ...more] = name.split('-');
  return first !== undefined && second !== undefined && more.length === 0 && tables.has(first);
}

const relation = /[a-z](_to_|_has_|_x_|To(?=[A-Z])|Has(?=[A-Z]))[A-Za-z]/;

/** The last word decides: a customer group is a group. French puts it first; there, what is found first. */
function headKind(sense: NameSense): 'people' | 'organisation' | 'thing' | null {
  const concepts = ['people', 'organisation', 'thing'] as const;
  const themed = headSense(sense, ...themes.map((theme) => `${theme}-table` as const));
  const head = headSense(sense, ...concepts);
  const secret = headSense(sense, 'credential');
  if (secret !== null && head !== null && secret.start < head.start) return null;
  if (head !== null && (themed === null || head.start < themed.start || head.concept === 'people'))
    return concepts.find((concept) => concept === head.concept) ?? null;
  return null;
}

/** The product on an order is a row of the order's: `order_product` begins with its name. */
function isPartOf({ sense }: TableSubject, whole: TableSubject | null): boolean {
  const words = whole?.sense.words ?? [];
  return words.length > 0 && endsIn(sense.words.slice(0, words.length), words);
}

/**
 * An address or a bank account is what something has, and no whole that it is a part of: a warehouse has an address. What is
 * called after it is its part: `bank_account_numbers`.
 */
export function isBelonging(target: TableSubject, part: TableSubject): boolean {
  const placed = target.theme === 'address' && headSense(target.sense, 'email') === null;
  const belongs = placed || account.test(headSense(target.sense, 'bank-account')?.phrase ?? '');
  return belongs && !isPartOf(part, target);
}

const account = /account|rekening|konto|compte/;

/** Whether whoever wrote the row is whose it is: a comment is its author's, a product is not. */
export function isAuthored({ thing, theme }: TableSubject): boolean {
  return !thing && authored.has(theme);
}

const authored = new Set<TableTheme | null>(['message', 'note', 'billing', 'log']);

function owningReference(
  subject: TableSubject,
  subjects: ReadonlyMap<TableId, TableSubject>,
): ColumnReference | null {
  if (subject.organisation) return null;
  for (const reference of subject.references.values()) {
    const target = reference.to === null ? null : (subjects.get(reference.to) ?? null);
    const toPerson = target === null ? reference.to === null : target.holds === 'people';
    // Who is called about a machine does not own what is noted of it.
    if (target?.because === 'contact') continue;
    switch (reference.role) {
      case 'owner':
        if (toPerson || (target !== null && target.holds === 'about-people')) return reference;
        break;
      case 'agent':
        break;
      case 'author':
        if (toPerson && isAuthored(subject)) return reference;
        break;
      case 'parent':
        // A declared key counts even where the table's name is a word for things: `collections` are also of debts.
        if (target === null || isBelonging(target, subject)) break;
        if ((!subject.thing || reference.declared || isPartOf(subject, target)) && target.holds !== 'nobody')
          return reference;
        break;
    }
  }
  return null;
}

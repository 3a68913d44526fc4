import type { Catalog, CatalogTable, TableId } from '../catalog.ts';
import { categories } from './category.ts';
import { type ColumnReference, referencesOf } from './column-reference.ts';
import { columnSense, directCategory, isTime } from './column-sense.ts';
import { type NameIndex, nameIndex, tableSense } from './name-index.ts';
import { find, headSense, type NameSense, senseOfName, wholeSense } from './name-sense.ts';
import type { TableBecause, TableHolds } from './proposal.ts';

/** What the rows of a table are about, found out once for a whole catalog. */
export interface TableSubject {
  readonly holds: TableHolds;
  readonly because: TableBecause;
  /** The column or the word of the lexicon that says so. */
  readonly of: string;
  readonly theme: TableTheme | null;
  readonly organisation: boolean;
  readonly thing: boolean;
  readonly sense: NameSense;
  readonly references: ReadonlyMap<string, ColumnReference>;
}

/** What a table is for: it decides what a column means whose name says little. */
export type TableTheme =
  | 'address'
  | 'message'
  | 'note'
  | 'billing'
  | 'visit'
  | 'consent'
  | 'preference'
  | 'employment'
  | 'vehicle'
  | 'file';

const themes = [
  'consent',
  'visit',
  'billing',
  'employment',
  'vehicle',
  'message',
  'note',
  'file',
  'preference',
  'address',
] as const satisfies readonly TableTheme[];

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

/** Themes of rows that repeat who they are for: an order has a first and a last name too. */
const repeating = new Set<TableTheme | null>(['billing', 'message', 'visit', 'address', 'consent', 'note']);

/** A first and a last name, or a name to log in with and a password: rows that belong to nobody else are people. */
function recogniseByColumns(table: CatalogTable, subjects: Map<TableId, TableSubject>): void {
  const subject = subjects.get(table.id);
  if (subject?.because !== 'identifying-column' || subject.thing) return;
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
  const sense = tableSense(table.name, index.prefix);
  const kind = headKind(sense);
  const relates = isRelation(table, references);
  const common = {
    theme: themeOf(sense) ?? themeOfColumns(table, sense),
    organisation: kind === 'organisation' && !relates,
    thing: kind === 'thing' && !relates,
    sense,
    references,
  };
  const identifying =
    identifyingColumn(table, references, sense) ??
    trackColumn(table, sense) ??
    authorColumn(table, common.theme, sense) ??
    (kind === 'people' ? personColumn(table, references) : null);
  if (kind === 'people' && !relates && table.columns.length > references.size + 1) {
    const word = headSense(sense, 'people') ?? find(sense, 'people');
    return { ...common, holds: 'people', because: 'name', of: word?.phrase ?? '' };
  }
  const called = accountColumn(table, references, sense);
  if (kind === 'thing' && called !== null)
    return { ...common, holds: 'about-people', because: 'identifying-column', of: called };
  if (kind !== null && kind !== 'people' && !relates) {
    const word = headSense(sense, kind) ?? find(sense, kind);
    return { ...common, holds: 'nobody', because: 'thing', of: word?.phrase ?? '' };
  }
  if (identifying !== null)
    return { ...common, holds: 'about-people', because: 'identifying-column', of: identifying };
  const credential = headSense(sense, 'credential');
  if (credential !== null)
    return { ...common, holds: 'about-people', because: 'name', of: credential.phrase };
  const address = addressColumn(table, references, sense);
  if (address !== null) return { ...common, holds: 'about-people', because: 'address', of: address };
  return { ...common, holds: 'nobody', because: 'nothing-found', of: '' };
}

/** `person_to_company` is neither of the two, but what is between them; so is a row whose key is made of references. */
function isRelation(table: CatalogTable, references: ReadonlyMap<string, ColumnReference>): boolean {
  if (relation.test(table.name)) return true;
  return table.primaryKey.length > 1 && table.primaryKey.every((column) => references.has(column));
}

const relation = /[a-z](_to_|_has_|_x_|To(?=[A-Z])|Has(?=[A-Z]))[A-Za-z]/;

/** The last word decides: a customer group is a group. French puts it first; there, what is found first. */
function headKind(sense: NameSense): 'people' | 'organisation' | 'thing' | null {
  const concepts = ['people', 'organisation', 'thing'] as const;
  const themed = headSense(sense, ...themes.map((theme) => `${theme}-table` as const));
  const head = headSense(sense, ...concepts);
  if (head !== null && (themed === null || head.start < themed.start || head.concept === 'people'))
    return concepts.find((concept) => concept === head.concept) ?? null;
  return null;
}

function themeOf(sense: NameSense): TableTheme | null {
  return (
    themes.find((theme) => headSense(sense, `${theme}-table`) !== null) ??
    themes.find((theme) => find(sense, `${theme}-table`) !== null) ??
    null
  );
}

const fewestAmounts = 4;

/** What has amounts in many columns is about money, whatever it is called. */
function themeOfColumns(table: CatalogTable, sense: NameSense): TableTheme | null {
  const amounts = table.columns.filter(
    (column) => columnSense(column.name, sense).categories[0]?.concept === 'transaction',
  );
  return amounts.length >= fewestAmounts ? 'billing' : null;
}

function identifyingColumn(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  sense: NameSense,
): string | null {
  const [only, ...more] = table.primaryKey;
  for (const column of table.columns) {
    const isKey = more.length === 0 && only === column.name;
    if (references.has(column.name) || (isKey && column.family !== 'text' && column.family !== 'inet'))
      continue;
    if (isKey && wholeSense(sense, 'cookie-id') !== null) return column.name;
    const direct = directCategory(column, columnSense(column.name, sense));
    if (direct === null || direct.concept === 'credential') continue;
    if (categories[direct.concept].standing !== 'contextual') return column.name;
  }
  return null;
}

/**
 * A user name in a table of things says whose they are: in `groups`, who is in them. Not where something else tells the things
 * apart: there it says who made one.
 */
function accountColumn(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  sense: NameSense,
): string | null {
  const found = table.columns.find((column) => {
    if (references.has(column.name)) return false;
    const direct = directCategory(column, columnSense(column.name, sense));
    const apart = [table.primaryKey, ...table.uniqueKeys].some(
      (key) => key.length > 1 && !key.includes(column.name),
    );
    if (apart || direct?.start !== 0) return false;
    return direct?.concept === 'username' || direct?.concept === 'customer-number';
  });
  return found?.name ?? null;
}

/** Where somebody was and when: a latitude, a longitude and a moment. */
function trackColumn(table: CatalogTable, sense: NameSense): string | null {
  const places = table.columns.filter(
    (column) =>
      column.family !== 'text' && columnSense(column.name, sense).categories[0]?.concept === 'coordinates',
  );
  const timed = table.columns.some((column) => isTime(column, columnSense(column.name, sense)));
  return places.length >= 2 && timed ? (places[0]?.name ?? null) : null;
}

/** A note with the name of whoever wrote it, in letters and not by key. */
function authorColumn(table: CatalogTable, theme: TableTheme | null, sense: NameSense): string | null {
  if (theme !== 'note' && theme !== 'message') return null;
  const author = table.columns.find(
    (column) =>
      column.family === 'text' && headSense(columnSense(column.name, sense), 'agent', 'author') !== null,
  );
  return author?.name ?? null;
}

/** In a table of owners, the `owner` in letters. */
function personColumn(table: CatalogTable, references: ReadonlyMap<string, ColumnReference>): string | null {
  const found = table.columns.find(
    ({ name, family }) =>
      family === 'text' && !references.has(name) && wholeSense(senseOfName(name), 'people', 'owner') !== null,
  );
  return found?.name ?? null;
}

const addressParts = new Set(['address', 'street', 'house-number', 'postcode', 'city']);

function addressColumn(
  table: CatalogTable,
  references: ReadonlyMap<string, ColumnReference>,
  sense: NameSense,
): string | null {
  const parts = new Map<string, string>();
  for (const column of table.columns) {
    if (references.has(column.name)) continue;
    const [likeliest] = columnSense(column.name, sense).categories;
    if (likeliest !== undefined && addressParts.has(likeliest.concept))
      parts.set(likeliest.concept, column.name);
  }
  const line = parts.get('street') ?? parts.get('address');
  return line !== undefined && parts.size >= 2 ? line : null;
}

/** The product on an order is a row of the order's: `order_product` begins with its name. */
function isPartOf({ sense }: TableSubject, whole: TableSubject | null): boolean {
  const words = whole?.sense.words ?? [];
  return words.length > 0 && words.every((word, at) => sense.words[at] === word);
}

/** Whether whoever wrote the row is whose it is: a comment is its author's, a product is not. */
export function isAuthored({ thing, theme }: TableSubject): boolean {
  return !thing && authored.has(theme);
}

const authored = new Set<TableTheme | null>(['message', 'note', 'billing', 'file']);

function owningReference(
  subject: TableSubject,
  subjects: ReadonlyMap<TableId, TableSubject>,
): ColumnReference | null {
  if (subject.organisation) return null;
  for (const reference of subject.references.values()) {
    const target = reference.to === null ? null : (subjects.get(reference.to) ?? null);
    const toPerson = target === null ? reference.to === null : target.holds === 'people';
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
        if (
          (!subject.thing || reference.declared || isPartOf(subject, target)) &&
          target !== null &&
          target.holds !== 'nobody'
        )
          return reference;
        break;
    }
  }
  return null;
}

import type { Catalog, CatalogTable, SourceKind, TableId, TypeFamily } from '../catalog.ts';
import type { ClassifiedTable } from '../classification/classify-catalog.ts';
import type { ColumnReference } from '../classification/column-reference.ts';
import { senseOfName } from '../classification/name-sense.ts';
import type { ReferenceRole } from '../classification/reference-role.ts';
import { sameMembers } from '../column-list.ts';
import type { LinkReason } from './map-proposal.ts';

/** A way from a row of one table to a row of another that can be written as a link. */
export interface TableReference {
  readonly table: TableId;
  readonly columns: readonly string[];
  readonly to: TableId;
  readonly toColumns: readonly string[];
  readonly declared: boolean;
  readonly role: ReferenceRole;
  readonly because: LinkReason;
  /** How many of the values looked at stand there; null when none were. */
  readonly values: { readonly matched: number; readonly of: number } | null;
  /** A row may refer to nothing. */
  readonly nullable: boolean;
  /** At most one row refers to the same. */
  readonly unique: boolean;
}

/** What refers to what, from both ends. */
export interface ReferenceGraph {
  readonly from: (table: TableId) => readonly TableReference[];
  readonly to: (table: TableId) => readonly TableReference[];
}

export function referenceGraph(
  catalog: Catalog,
  classified: ReadonlyMap<TableId, ClassifiedTable>,
): ReferenceGraph {
  const tables = new Map(catalog.tables.map((table) => [table.id, table]));
  const keys = naturalKeys(catalog, classified);
  const around: Surroundings = { catalog, classified, tables, naturalKeys: keys };
  const all = catalog.tables.flatMap((table) => referencesOf(table, around));
  const [from, to] = [Map.groupBy(all, ({ table }) => table), Map.groupBy(all, (reference) => reference.to)];
  return { from: (table) => from.get(table) ?? [], to: (table) => to.get(table) ?? [] };
}

interface Surroundings {
  readonly catalog: Catalog;
  readonly classified: ReadonlyMap<TableId, ClassifiedTable>;
  readonly tables: ReadonlyMap<TableId, CatalogTable>;
  readonly naturalKeys: readonly NaturalKey[];
}

function referencesOf(table: CatalogTable, around: Surroundings): readonly TableReference[] {
  if (table.kind === 'view') return [];
  const named = around.classified.get(table.id)?.subject.references ?? new Map<string, ColumnReference>();
  const found = new Map<string, TableReference>();
  const add = (reference: Omit<TableReference, 'table' | 'nullable' | 'unique'>): void => {
    const { columns, to, toColumns } = reference;
    const target = around.tables.get(to);
    // A row that refers to its own kind says where it stands among them, and not whose it is.
    if (target === undefined || target.kind === 'view' || to === table.id || found.has(columns.join()))
      return;
    if (!endsFit(around.catalog.kind, { table, columns }, { table: target, columns: toColumns })) return;
    found.set(columns.join(), {
      ...reference,
      table: table.id,
      nullable: columns.some((name) => isNullable(table, name)),
      unique: [table.primaryKey, ...table.uniqueKeys].some((key) => sameMembers(key, columns)),
    });
  };
  for (const key of table.foreignKeys) {
    const [first = ''] = key.columns;
    const role = named.get(first)?.role ?? 'parent';
    const { columns, to, toColumns } = key;
    add({ columns, to, toColumns, declared: true, role, because: 'foreign-key', values: null });
  }
  for (const reference of named.values()) {
    const { column, to, toColumn, role, declared, because, values = null } = reference;
    if (declared || to === null) continue;
    const toColumns = toColumn === undefined ? (around.tables.get(to)?.primaryKey ?? []) : [toColumn];
    add({ columns: [column], to, toColumns, declared: false, role, because: reasons[because], values });
  }
  const known = naturalKeyOf(table, around.naturalKeys);
  if (known !== undefined)
    add({
      ...known,
      toColumns: known.columns,
      declared: false,
      role: 'owner',
      because: 'same-name',
      values: null,
    });
  const place = new Map(table.columns.map(({ name }, at) => [name, at]));
  const at = ({ columns: [first = ''] }: TableReference) => place.get(first) ?? 0;
  // As they stand in the table: in what order a database lists its keys says nothing.
  return withoutRepeats([...found.values()].toSorted((a, b) => at(a) - at(b)));
}

const reasons: Readonly<Record<ColumnReference['because'], LinkReason>> = {
  foreign: 'foreign-key',
  'same-name': 'same-name',
  reference: 'reference-name',
  values: 'same-values',
};

/** What is in the primary key is never empty, whatever the column says of itself. */
function isNullable({ columns, primaryKey }: CatalogTable, name: string): boolean {
  return !primaryKey.includes(name) && columns.find((column) => column.name === name)?.nullable === true;
}

interface NaturalKey {
  readonly to: TableId;
  readonly columns: readonly string[];
}

/** By what people are known who are known by several columns together: `username` and `domain`. `users` before `guest_users`. */
function naturalKeys({ tables }: Catalog, classified: Surroundings['classified']): readonly NaturalKey[] {
  const known = tables.flatMap((people) => {
    const about = classified.get(people.id);
    if (about?.subject.holds !== 'people') return [];
    const columns = [people.primaryKey, ...people.uniqueKeys].find(
      (key) =>
        key.length > 1 &&
        key.some((name) => about.columns.get(name)?.suggestion) &&
        !key.some((name) => about.subject.references.has(name)),
    );
    return columns === undefined ? [] : [{ to: people.id, columns, words: about.subject.sense.words.length }];
  });
  return known.toSorted((a, b) => a.words - b.words || a.columns.length - b.columns.length);
}

/** The same columns elsewhere refer to them. */
function naturalKeyOf(table: CatalogTable, keys: readonly NaturalKey[]): NaturalKey | undefined {
  const names = new Set(table.columns.map(({ name }) => name));
  const key = keys.find(({ to, columns }) => to !== table.id && columns.every((name) => names.has(name)));
  const declared = key?.columns.some((name) =>
    table.foreignKeys.some(({ columns }) => columns.includes(name)),
  );
  return declared === true ? undefined : key;
}

/** `member_uuid` beside `member_id` says the same once more. */
function withoutRepeats(references: readonly TableReference[]): readonly TableReference[] {
  const stem = ({ columns }: TableReference) => senseOfName(columns.join('_')).words.slice(0, -1).join(' ');
  const within = (each: TableReference, other: TableReference) =>
    other !== each && other.to === each.to && other.columns.every((name) => each.columns.includes(name));
  return references.filter(
    (each) =>
      // `tenant_id` and `user_id` beside `user_id` alone lead to the same row.
      !references.some((other) => within(each, other)) &&
      (each.declared ||
        !/(uuid|guid|ref|key|no|nr|number)$/i.test(each.columns.join()) ||
        !references.some((other) => other !== each && other.to === each.to && stem(other) === stem(each))),
  );
}

interface End {
  readonly table: CatalogTable;
  readonly columns: readonly string[];
}

function endsFit(kind: SourceKind, child: End, parent: End): boolean {
  if (child.columns.length === 0 || child.columns.length !== parent.columns.length) return false;
  return child.columns.every((name, at) => {
    const from = child.table.columns.find((column) => column.name === name)?.family;
    const to = parent.table.columns.find((column) => column.name === parent.columns[at])?.family;
    return from !== undefined && to !== undefined && comparable(kind, from, to);
  });
}

const numbers: ReadonlySet<TypeFamily> = new Set(['integer', 'decimal']);

function comparable(kind: SourceKind, a: TypeFamily, b: TypeFamily): boolean {
  return kind === 'sqlite' || a === b || (numbers.has(a) && numbers.has(b));
}

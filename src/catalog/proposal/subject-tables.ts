import type { IdentityKind } from '../../domain/identity.ts';
import type { CatalogTable, TableId } from '../catalog.ts';
import type { ClassifiedTable } from '../classification/classify-catalog.ts';
import { endsIn } from '../classification/name-index.ts';
import { hasTouched } from '../classification/reference-role.ts';
import type { TableTheme } from '../classification/table-theme.ts';
import { extendedPerson, identitiesOf, isStaff } from './people-tables.ts';
import type { ReferenceGraph, TableReference } from './table-references.ts';

export interface SubjectTables {
  readonly people: readonly CatalogTable[];
  readonly staff: ReadonlySet<TableId>;
}

/**
 * The tables whose rows are the people that others are reached from. Not those whose rows cannot be without somebody else's:
 * the contacts in a user's address book, the guests of a booking, the profile of a member.
 */
export function subjectTables(
  tables: readonly CatalogTable[],
  graph: ReferenceGraph,
  classified: ReadonlyMap<TableId, ClassifiedTable>,
): SubjectTables {
  const named = tables.filter(
    (table) => classified.get(table.id)?.subject.holds === 'people' && nameOfRow(table) !== null,
  );
  const staff = new Set(named.map(({ id }) => id).filter((id) => isStaff(id, graph, classified)));
  const around: Around = {
    graph,
    classified,
    staff,
    named: new Set(named.map(({ id }) => id)),
    recognised: recognisedPeople(named, classified),
  };
  const people = named.filter(
    (table) =>
      extendedPerson(table, graph, classified) === null &&
      !relatesPeople(table, around) &&
      !dependsOnPeople(table, around) &&
      !repeatsPeople(table, around) &&
      !isPartOfTheirs(table, around),
  );
  return { people, staff };
}

interface Around {
  readonly graph: ReferenceGraph;
  readonly classified: ReadonlyMap<TableId, ClassifiedTable>;
  readonly staff: ReadonlySet<TableId>;
  readonly named: ReadonlySet<TableId>;
  readonly recognised: readonly Recognised[];
}

/** People who cannot be told apart for good cannot be found again either. */
export function nameOfRow({ primaryKey, uniqueKeys, columns }: CatalogTable): string | null {
  const nullable = new Set(columns.filter((column) => column.nullable).map(({ name }) => name));
  const keys = [primaryKey, ...uniqueKeys.filter((key) => !key.some((name) => nullable.has(name)))];
  return keys.find((key) => key.length > 0)?.[0] ?? null;
}

/** A referral or a membership is named after people, and is what is between two of them, or between one and a group. */
function relatesPeople(table: CatalogTable, { graph, classified }: Around): boolean {
  const people = graph
    .from(table.id)
    .filter(({ to, role }) => !hasTouched(role) && classified.get(to)?.subject.holds === 'people');
  const about = classified.get(table.id);
  const nameless = about !== undefined && identitiesOf(table, about).length === 0;
  return new Set(people.map(({ to }) => to)).size < people.length || (nameless && people.length > 0);
}

/** Two tables that need each other are both people; whoever works here does not own whom they look after. */
function dependsOnPeople({ id }: CatalogTable, around: Around): boolean {
  return needed(id, around).some((to) => !reaches(to, id, around));
}

function needed(id: TableId, { graph, staff, named }: Around): readonly TableId[] {
  return graph
    .from(id)
    .filter(({ to, role, nullable }) => !nullable && !hasTouched(role) && named.has(to))
    .map(({ to }) => to)
    .filter((to) => !staff.has(to) || staff.has(id));
}

function reaches(from: TableId, to: TableId, around: Around): boolean {
  const seen = new Set([from]);
  // A set visits what is added while it is walked, each table once.
  for (const id of seen) for (const next of needed(id, around)) seen.add(next);
  return seen.has(to);
}

/** `domain_admins` says by their names which of the `admins` they are. */
function repeatsPeople(table: CatalogTable, { classified, recognised }: Around): boolean {
  const about = classified.get(table.id);
  const own = about === undefined ? [] : identitiesOf(table, about);
  if (about === undefined || own.length === 0 || own.some(({ unique }) => unique)) return false;
  return recognised.some(
    ({ other, kinds }) => own.some(({ kind }) => kinds.includes(kind)) && isCalledAfter(about, other),
  );
}

/** People, and by what kinds of identity each of them is recognised for certain. */
interface Recognised {
  readonly other: ClassifiedTable;
  readonly kinds: readonly IdentityKind[];
}

function recognisedPeople(
  named: readonly CatalogTable[],
  classified: Around['classified'],
): readonly Recognised[] {
  return named.flatMap((table) => {
    const other = classified.get(table.id);
    if (other === undefined) return [];
    const unique = identitiesOf(table, other).filter((identity) => identity.unique);
    return unique.length === 0 ? [] : [{ other, kinds: unique.map(({ kind }) => kind) }];
  });
}

/** Whether a table's name begins or ends with that of another. */
export function isCalledAfter(table: ClassifiedTable, other: ClassifiedTable): boolean {
  const [own, whole] = [table.subject.sense.words, other.subject.sense.words];
  if (own.length <= whole.length) return false;
  return endsIn(own.slice(-whole.length), whole) || endsIn(own.slice(0, whole.length), whole);
}

/** What somebody lives at or drives is not what they are a part of. */
const kept = new Set<TableTheme | null>(['address', 'vehicle']);

function isPartOfTheirs(table: CatalogTable, { graph, classified }: Around): boolean {
  return graph.from(table.id).some((reference) => {
    const parent = classified.get(reference.to)?.subject;
    if (parent?.holds !== 'about-people' || kept.has(parent.theme) || hasTouched(reference.role))
      return false;
    return isPart(reference, table);
  });
}

/** Its key is made of the other's, or its name begins with the other's. */
function isPart({ columns, to, nullable }: TableReference, table: CatalogTable): boolean {
  const inKey = table.primaryKey.length > 1 && columns.every((name) => table.primaryKey.includes(name));
  const stem = to.replace(/e?s$/i, '').toLowerCase();
  return !nullable && (inKey || table.name.toLowerCase().startsWith(stem));
}

import type { IdentityKind } from '../../domain/identity.ts';
import type { CatalogTable, TableId } from '../catalog.ts';
import type { ClassifiedCategory } from '../classification/category.ts';
import type { ClassifiedTable } from '../classification/classify-catalog.ts';
import { hasTouched } from '../classification/reference-role.ts';
import type { ProposedIdentity } from './map-proposal.ts';
import type { ReferenceGraph } from './table-references.ts';

/** The kind of identity that a category is a value of; null for the rest. */
export function identityKindOf(category: ClassifiedCategory | 'not-personal'): IdentityKind | null {
  return category === 'not-personal' ? null : (identityOf[category] ?? null);
}

const identityOf: Partial<Readonly<Record<ClassifiedCategory, IdentityKind>>> = {
  email: 'email',
  'customer-number': 'customer-number',
  username: 'account-id',
  'employee-number': 'account-id',
  'account-number': 'account-id',
  'licence-plate': 'licence-plate',
  phone: 'phone',
};

/** Several people answer one telephone, and a car changes hands: these identify when nothing else does. */
const lastResort: ReadonlySet<IdentityKind> = new Set(['phone', 'licence-plate']);

/** By what the people of a table are recognised: of each kind the unique column, else the first. */
export function identitiesOf(table: CatalogTable, classified: ClassifiedTable): readonly ProposedIdentity[] {
  const found = table.columns.flatMap(({ name }): readonly ProposedIdentity[] => {
    const kind = identityKindOf(classified.columns.get(name)?.category ?? 'not-personal');
    // What refers to somebody is recognised there, and not here.
    if (kind === null || classified.subject.references.has(name)) return [];
    return [{ kind, column: name, unique: isUnique(table, name, classified) }];
  });
  const best = new Map<IdentityKind, ProposedIdentity>();
  for (const identity of found) {
    const known = best.get(identity.kind);
    if (known === undefined || (identity.unique && !known.unique)) best.set(identity.kind, identity);
  }
  const all = [...best.values()];
  const sure = all.filter(({ kind }) => !lastResort.has(kind));
  return sure.length > 0 ? sure : all;
}

/**
 * A key of one column, or of one beside whose customer the whole is: unique within a tenant. Whether an index on `lower(email)`
 * is unique, a catalog does not tell.
 */
function isUnique(
  { primaryKey, uniqueKeys }: CatalogTable,
  column: string,
  { subject }: ClassifiedTable,
): boolean {
  return [primaryKey, ...uniqueKeys].some(
    (key) =>
      key.includes(column) &&
      key.every((name) => name === column || subject.references.get(name)?.role === 'parent'),
  );
}

/** The table whose row is the same person: `user_profiles` whose key is `user_id`. */
export function extendedPerson(
  table: CatalogTable,
  { from }: ReferenceGraph,
  classified: ReadonlyMap<TableId, ClassifiedTable>,
): TableId | null {
  const reference = from(table.id).find(
    ({ to, unique, nullable, role }) =>
      unique && !nullable && !hasTouched(role) && classified.get(to)?.subject.holds === 'people',
  );
  return reference?.to ?? null;
}

/**
 * Whether the people of a table work here: its name is a word for employment, its columns number employees, or other tables
 * mostly refer to it as whoever handled the row, while somebody else owns rows.
 */
export function isStaff(
  table: TableId,
  { to }: ReferenceGraph,
  classified: ReadonlyMap<TableId, ClassifiedTable>,
): boolean {
  const known = classified.get(table);
  if (known === undefined) return false;
  if (known.subject.theme === 'employment') return true;
  const categories = [...known.columns.values()].map(({ category }) => category);
  if (categories.includes('employee-number')) return true;
  if (isCalledStaff(known) && isOthers(table, classified)) return true;
  const agents = to(table).filter(({ role }) => role === 'agent').length;
  const owned = to(table).filter(({ role }) => !hasTouched(role)).length;
  return agents > owned && somebodyElseOwns(table, to, classified);
}

const staffed = /^(administrator|admin|admin user|operator|beheerder|administrateur)$/;

function isCalledStaff({ subject }: ClassifiedTable): boolean {
  const words = subject.sense.senses.filter(
    ({ start, end }) => start === 0 && end === subject.sense.words.length,
  );
  return words.some(({ phrase }) => staffed.test(phrase));
}

/** Whether there are people besides. */
function isOthers(table: TableId, classified: ReadonlyMap<TableId, ClassifiedTable>): boolean {
  return [...classified].some(
    ([id, about]) => id !== table && about.subject.holds === 'people' && !isCalledStaff(about),
  );
}

function somebodyElseOwns(
  table: TableId,
  to: ReferenceGraph['to'],
  classified: ReadonlyMap<TableId, ClassifiedTable>,
): boolean {
  for (const [id, { subject }] of classified) {
    if (id === table || subject.holds !== 'people') continue;
    const roles = to(id).map(({ role }) => role);
    if (roles.filter((role) => !hasTouched(role)).length > roles.filter(hasTouched).length) return true;
  }
  return false;
}

import type { Catalog, CatalogTable, TableId } from '../catalog.ts';
import type { ClassifiedTable } from '../classification/classify-catalog.ts';
import { headSense, senseOfName } from '../classification/name-sense.ts';
import { hasTouched } from '../classification/reference-role.ts';
import { isAuthored, isBelonging } from '../classification/table-subject.ts';
import type { LinkReason, ProposedLink, ProposedSubject } from './map-proposal.ts';
import { identitiesOf } from './people-tables.ts';
import { isCalledAfter, nameOfRow, subjectTables } from './subject-tables.ts';
import { type ReferenceGraph, referenceGraph, type TableReference } from './table-references.ts';

/** What is known of whose rows are whose, while it is being found out. */
export interface OwnershipPaths {
  readonly graph: ReferenceGraph;
  readonly subjects: ReadonlyMap<TableId, ProposedSubject>;
  /** The owning links of every table from which a person is reached; a subject has none. */
  readonly owners: ReadonlyMap<TableId, readonly ProposedLink[]>;
}

interface Search {
  readonly catalog: Catalog;
  readonly classified: ReadonlyMap<TableId, ClassifiedTable>;
  readonly graph: ReferenceGraph;
  readonly subjects: Map<TableId, ProposedSubject>;
  readonly owners: Map<TableId, readonly ProposedLink[]>;
  readonly staff: ReadonlySet<TableId>;
}

/**
 * Finds the tables of people, and from every other table about people the way to them. The nearest ways first: a row that
 * names its person is theirs; else it belongs to the row it is a part of; else to whoever refers to it; else to the person
 * whose identity it repeats. What nobody can be reached from becomes people of its own where its columns identify them.
 */
export function findOwnership(
  catalog: Catalog,
  classified: ReadonlyMap<TableId, ClassifiedTable>,
): OwnershipPaths {
  const graph = referenceGraph(catalog, classified);
  const tables = catalog.tables.filter(({ kind }) => kind !== 'view');
  const { people, staff } = subjectTables(tables, graph, classified);
  const search: Search = { catalog, classified, graph, subjects: new Map(), owners: new Map(), staff };
  for (const table of people) addSubject(search, table, 'people-by-name');
  const waiting = new Set(
    tables.filter(({ id }) => !search.subjects.has(id) && classified.get(id)?.subject.holds !== 'nobody'),
  );
  const ways = [directOwners, parentOwners, referringOwners, identityOwners];
  while (waiting.size > 0) {
    if (ways.some((way) => settleAll(search, waiting, way))) continue;
    const next = nextPeople(search, waiting);
    if (next === null) break;
    waiting.delete(next);
  }
  return { graph, subjects: search.subjects, owners: search.owners };
}

function settleAll(
  search: Search,
  waiting: Set<CatalogTable>,
  way: (search: Search, table: CatalogTable) => readonly ProposedLink[],
): boolean {
  const ids = new Set([...waiting].map(({ id }) => id));
  // What is nearest may still be found to be somebody's: in what order tables stand says nothing.
  const isLed = (table: CatalogTable) => {
    const [nearest] = way === parentOwners || way === referringOwners ? partOf(search, table) : [];
    return nearest !== undefined && ids.has(nearest.to);
  };
  const first = new Set([...waiting].filter((table) => !isLed(table)));
  return (
    settleSome(search, { waiting, among: first, way }) || settleSome(search, { waiting, among: waiting, way })
  );
}

interface Settling {
  readonly waiting: Set<CatalogTable>;
  readonly among: ReadonlySet<CatalogTable>;
  readonly way: (search: Search, table: CatalogTable) => readonly ProposedLink[];
}

function settleSome(search: Search, { waiting, among, way }: Settling): boolean {
  let settled = false;
  for (const table of among) {
    const links = way(search, table);
    if (links.length === 0) continue;
    search.owners.set(table.id, links);
    waiting.delete(table);
    settled = true;
  }
  return settled;
}

/** Those with an identity first: a table that hangs from them may then find its way. */
function nextPeople(search: Search, waiting: ReadonlySet<CatalogTable>): CatalogTable | null {
  const named = [...waiting].filter((table) => nameOfRow(table) !== null);
  const classifiedOf = (table: CatalogTable) => search.classified.get(table.id);
  const known = named.find((table) => {
    const about = classifiedOf(table);
    return about !== undefined && identitiesOf(table, about).length > 0;
  });
  const next = known ?? named[0];
  if (next === undefined) return null;
  addSubject(search, next, known === undefined ? 'no-path' : 'identity-without-path');
  return next;
}

const subjectConfidence: Readonly<Record<ProposedSubject['because'], number>> = {
  'people-by-name': 0.9,
  'identity-without-path': 0.6,
  'no-path': 0.3,
  decided: 1,
};

function addSubject(search: Search, table: CatalogTable, because: ProposedSubject['because']): void {
  const classified = search.classified.get(table.id);
  const found = classified === undefined ? [] : identitiesOf(table, classified);
  const key = keyOfPerson(table, classified);
  const identities = found.length > 0 ? found : [{ kind: 'account-id' as const, column: key, unique: true }];
  search.subjects.set(table.id, {
    group: groupName(table.id),
    identities,
    staff: search.staff.has(table.id),
    confidence: found.length > 0 ? subjectConfidence[because] : subjectConfidence['no-path'],
    because,
  });
}

/** What of the key is about them; else its first column. */
function keyOfPerson(table: CatalogTable, classified: ClassifiedTable | undefined): string {
  const own = table.primaryKey.find((name) => classified?.columns.get(name)?.suggestion);
  return own ?? nameOfRow(table) ?? '';
}

function groupName(id: TableId): string {
  const slug = id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]/.test(slug) ? slug : `people-${slug}`;
}

function isReached({ subjects, owners }: Search, id: TableId): boolean {
  return subjects.has(id) || owners.has(id);
}

/** The people a row names. Staff own only what names nobody else. */
function directOwners(search: Search, table: CatalogTable): readonly ProposedLink[] {
  const { graph, classified, subjects, staff } = search;
  const about = classified.get(table.id)?.subject;
  const toPeople = graph.from(table.id).filter(({ to }) => subjects.has(to));
  const isTheirs = ({ role }: TableReference) =>
    !hasTouched(role) || (role === 'author' && about !== undefined && isAuthored(about));
  const owners = toPeople.filter(isTheirs);
  const outside = owners.filter(({ to }) => !staff.has(to));
  const others = outside.length > 0 ? outside : partOf(search, table).length > 0 ? [] : owners;
  const written = others.filter(({ role }) => !hasTouched(role));
  return kindly(written.length > 0 ? written : others, 'leads-to-people');
}

/** What the row is a part of, when that is somebody's: the nearest of several, the others said as warnings. */
function parentOwners(search: Search, table: CatalogTable): readonly ProposedLink[] {
  const parents = partOf(search, table).filter(({ to }) => isReached(search, to));
  const [nearest, ...more] = parents;
  if (nearest === undefined) return [];
  const alike = parents.filter(({ to }) => to === nearest.to);
  if (alike.length > 1) return kindly(alike, 'belongs-to-owned-row');
  return [link(nearest, 'owned-by', ['belongs-to-owned-row', ...otherPath(more)])];
}

function partOf(
  { graph, classified, subjects }: Pick<Search, 'graph' | 'classified' | 'subjects'>,
  table: CatalogTable,
): readonly TableReference[] {
  const about = classified.get(table.id)?.subject;
  const authored = about !== undefined && isAuthored(about);
  return graph
    .from(table.id)
    .filter(({ to, role }) => {
      const whole = classified.get(to)?.subject;
      const target = whole?.holds ?? 'nobody';
      if (about !== undefined && whole !== undefined && isBelonging(whole, about)) return false;
      const theirs = !hasTouched(role) || (role === 'author' && target === 'people' && authored);
      return theirs && !subjects.has(to) && target !== 'nobody';
    })
    .toSorted((a, b) => nearness(b, table) - nearness(a, table));
}

const longestName = 1_000;

/** A key that is part of this row's own key, that goes along when its parent goes, whose table's name this name begins with. */
function nearness({ columns, to, nullable, declared, role }: TableReference, table: CatalogTable): number {
  const cascades = table.foreignKeys.some(
    (key) => key.onDelete === 'cascade' && key.columns.join() === columns.join(),
  );
  const stem = to.replace(/e?s$/i, '').toLowerCase();
  const signs = [
    [role === 'owner', 16],
    // `contact_group_members` is nearer to `contact_groups` than to `contacts`.
    [table.name.toLowerCase().startsWith(stem), 8 + stem.length / longestName],
    [columns.every((name) => table.primaryKey.includes(name)), 4],
    [cascades, 4],
    [!nullable, 2],
    [declared, 1],
  ] as const;
  return signs.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0);
}

/** Whoever refers to the row: people themselves, else a table that joins them to it, else whatever of theirs does. */
function referringOwners(search: Search, table: CatalogTable): readonly ProposedLink[] {
  const { graph, catalog } = search;
  const referring = graph
    .to(table.id)
    .filter((reference) => !hasTouched(reference.role) && isReached(search, reference.table));
  const people = referring.filter((reference) => search.subjects.has(reference.table));
  const joins = referring.filter((reference) => {
    const from = catalog.tables.find(({ id }) => id === reference.table);
    return from !== undefined && isJoin(from, search) && from.primaryKey.includes(reference.columns[0] ?? '');
  });
  const outside = people.filter((reference) => !search.staff.has(reference.table));
  const ofPeople = joins.filter((reference) =>
    graph.from(reference.table).some(({ to, role }) => search.subjects.has(to) && !hasTouched(role)),
  );
  const chosen = [outside, people, ofPeople, joins, referring].find((some) => some.length > 0) ?? [];
  return chosen.map((reference) => {
    const single = reference.unique && chosen.length === 1;
    const reasons: readonly LinkReason[] = [
      ...(chosen === joins || chosen === ofPeople ? (['join-table'] as const) : []),
      'owner-refers',
      ...(single ? (['unique-reference'] as const) : []),
    ];
    return {
      ...link(reference, single ? 'owned-by' : 'co-owned', reasons),
      table: reference.table,
      reference: 'other',
    };
  });
}

/** A table whose key is made of at least two references relates what they lead to. */
function isJoin(table: CatalogTable, { graph }: Search): boolean {
  return (
    graph.from(table.id).filter(({ columns }) => columns.every((name) => table.primaryKey.includes(name)))
      .length >= 2
  );
}

/** An e-mail address that is unique elsewhere is a reference that nobody declared. */
function identityOwners(search: Search, table: CatalogTable): readonly ProposedLink[] {
  const about = search.classified.get(table.id);
  if (about === undefined) return [];
  const own = identitiesOf(table, about).filter(({ column }) => !saysWhoActed(column));
  if (own.length === 0) return [];
  const matches = [...search.subjects].flatMap(([id, { identities }]) =>
    identities
      .filter(({ unique, kind }) => unique && own.some((identity) => identity.kind === kind))
      // Where nothing else identifies them, people are known by the key of their row: no other table repeats that.
      .filter(({ column }) => search.classified.get(id)?.columns.get(column)?.suggestion)
      .map(({ column, kind }) => ({ id, column, from: own.find((identity) => identity.kind === kind) })),
  );
  const called = matches.filter(({ id }) => {
    const known = search.classified.get(id);
    return known !== undefined && isCalledAfter(about, known);
  });
  const chosen = called.length > 0 ? called : matches;
  if (new Set(chosen.map(({ id }) => id)).size !== 1) return [];
  return chosen.flatMap(({ id, column, from }): readonly ProposedLink[] =>
    from === undefined
      ? []
      : [
          {
            kind: 'owned-by',
            table: id,
            reference: 'row',
            columns: [from.column],
            key: [column],
            confidence: 0.6,
            reasons: ['same-identity'],
          },
        ],
  );
}

/** A `created_by` in letters names whoever made the row. */
function saysWhoActed(column: string): boolean {
  return headSense(senseOfName(column), 'agent', 'author') !== null;
}

function kindly(references: readonly TableReference[], because: LinkReason): readonly ProposedLink[] {
  const several = references.length > 1;
  return references.map((reference) =>
    link(reference, several ? 'co-owned' : 'owned-by', [
      because,
      ...(several ? (['several-owners'] as const) : []),
    ]),
  );
}

function otherPath(more: readonly TableReference[]): readonly LinkReason[] {
  return more.length > 0 ? ['other-path'] : [];
}

const less: Partial<Readonly<Record<LinkReason, number>>> = {
  'several-owners': 0.1,
  'owner-refers': 0.15,
  'other-path': 0.2,
  'belongs-to-owned-row': 0.05,
};

export function link(
  reference: TableReference,
  kind: ProposedLink['kind'],
  reasons: readonly LinkReason[],
): ProposedLink {
  const { values } = reference;
  const base = sureness(reference);
  const lost = reasons.reduce((sum, reason) => sum + (less[reason] ?? 0), 0);
  return {
    kind,
    table: reference.to,
    reference: 'row',
    columns: reference.columns,
    key: reference.toColumns,
    confidence: Math.round((base - lost) * 100) / 100,
    reasons: [reference.because, ...saidByValues(reference), ...reasons],
    values,
  };
}

/** Below this share of the values that stand in the other's key, rows may be gone there, or the name may mislead. */
const mostValues = 0.9;

function sureness({ declared, because, values }: TableReference): number {
  if (declared) return 0.95;
  if (values === null) return 0.8;
  if (values.matched < values.of * mostValues) return 0.6;
  return because === 'same-values' ? 0.85 : 0.93;
}

function saidByValues({ because, values }: TableReference): readonly LinkReason[] {
  if (values === null || because === 'same-values') return [];
  return [values.matched < values.of * mostValues ? 'few-values' : 'values-found'];
}

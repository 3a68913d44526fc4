import type { Catalog, CatalogTable, SourceKind, TableId } from '../catalog.ts';
import { categories } from '../classification/category.ts';
import { type ClassifiedTable, classifyCatalog } from '../classification/classify-catalog.ts';
import type { Proposal } from '../classification/proposal.ts';
import { hasTouched } from '../classification/reference-role.ts';
import { sameMembers } from '../column-list.ts';
import type { MapProposal, ProposedLink, ProposedSubject, ProposedTable } from './map-proposal.ts';
import { warnAbout } from './map-warnings.ts';
import { findOwnership, link, type OwnershipPaths } from './ownership-paths.ts';

/**
 * Proposes the section of a policy about one source from its shape alone: what every column holds, whose every row is, and
 * what to look at first. Nothing that is about people is left to nobody in silence.
 */
export function proposeMap(catalog: Catalog, classified = classifyCatalog(catalog)): MapProposal {
  const paths = findOwnership(catalog, classified);
  const found = catalog.tables.filter(({ kind }) => kind !== 'view');
  const personal = new Set(
    found.map(({ id }) => id).filter((id) => paths.subjects.has(id) || paths.owners.has(id)),
  );
  const context = new Set(
    [...personal].flatMap((id) =>
      paths.graph
        .from(id)
        .flatMap(({ to, role }) => (hasTouched(role) || isAbout(classified, to) ? [] : [to])),
    ),
  );
  const around: Around = { catalog, classified, paths, personal, context };
  const tables = found.map((table) => proposeTable(table, around));
  const proposal = { source: catalog.source, kind: catalog.kind, sampled: false, tables };
  return {
    ...proposal,
    joins: [],
    warnings: warnAbout(catalog, classified, { ...proposal, graph: paths.graph }),
  };
}

interface Around {
  readonly catalog: Catalog;
  readonly classified: ReadonlyMap<TableId, ClassifiedTable>;
  readonly paths: OwnershipPaths;
  readonly personal: ReadonlySet<TableId>;
  readonly context: ReadonlySet<TableId>;
}

function isAbout(classified: ReadonlyMap<TableId, ClassifiedTable>, id: TableId): boolean {
  return classified.get(id)?.subject.holds !== 'nobody';
}

function proposeTable(table: CatalogTable, around: Around): ProposedTable {
  const { classified, paths, personal, context, catalog } = around;
  const { id } = table;
  const subject = paths.subjects.get(id) ?? null;
  const columns = recognised(classified.get(id)?.columns ?? new Map(), subject, namesOfPeople(table, paths));
  const isPersonal = personal.has(id);
  const rest = isAbout(classified, id) ? 'undecided' : context.has(id) ? 'context' : 'not-personal';
  return {
    id,
    use: isPersonal ? 'personal' : rest,
    subject,
    columns,
    links: isPersonal ? linksOf(table, around) : [],
    cannotBeEmptied: table.columns
      .filter((column) => columns.get(column.name)?.suggestion && !canBeEmptied(catalog.kind, column))
      .map(({ name }) => name),
    dates: table.columns
      .filter(({ family }) => family === 'date' || family === 'timestamp')
      .map(({ name }) => name),
  };
}

/** What people are recognised by is data about them, a number that only tells rows apart too. */
function recognised(
  columns: ReadonlyMap<string, Proposal>,
  subject: ProposedSubject | null,
  names: readonly string[],
): ReadonlyMap<string, Proposal> {
  const identities = new Set([...(subject?.identities.map(({ column }) => column) ?? []), ...names]);
  return new Map(
    [...columns].map(([name, proposal]): [string, Proposal] => {
      if (!identities.has(name) || proposal.suggestion !== null) return [name, proposal];
      const category = 'account-number';
      const { policy, dpv } = categories[category];
      const confidence = subject?.confidence ?? namedConfidence;
      return [name, { category, suggestion: { policy, dpv }, confidence, reasons: proposal.reasons }];
    }),
  );
}

const namedConfidence = 0.75;

/** Where people are known by a name in letters and no number, what refers to them repeats that name. */
function namesOfPeople(
  { id, columns }: CatalogTable,
  { graph, subjects }: OwnershipPaths,
): readonly string[] {
  const letters = new Set(columns.filter(({ family }) => family === 'text').map(({ name }) => name));
  return graph.from(id).flatMap(({ columns: [column, ...more], to, toColumns: [key] }) => {
    if (column === undefined || more.length > 0 || !letters.has(column)) return [];
    return subjects.get(to)?.identities.some((identity) => identity.column === key) === true ? [column] : [];
  });
}

function canBeEmptied(kind: SourceKind, column: CatalogTable['columns'][number]): boolean {
  return kind === 'sqlite' || column.nullable || column.generated || column.family !== 'other';
}

function linksOf(
  table: CatalogTable,
  { paths, classified, context, catalog, personal }: Around,
): readonly ProposedLink[] {
  const owners = paths.owners.get(table.id) ?? [];
  const taken = new Set(
    owners.filter(({ reference }) => reference === 'row').map(({ columns }) => columns.join()),
  );
  const others = paths.graph
    .from(table.id)
    .filter(({ columns }) => !taken.has(columns.join()))
    .flatMap((reference): readonly ProposedLink[] => {
      const people = paths.subjects.get(reference.to);
      const ofPeople = classified.get(reference.to)?.subject.holds === 'people';
      if ((people !== undefined || ofPeople) && personal.has(reference.to) && hasTouched(reference.role))
        return [link(reference, 'accessed-by', ['agent-name'])];
      if (people?.staff === true) return [link(reference, 'accessed-by', ['staff-table'])];
      if (!isAbout(classified, reference.to) && context.has(reference.to))
        return [link(reference, 'context', ['about-nobody'])];
      return [];
    });
  return [...owners, ...others, ...themselves(table, personal, classified)].map((each) =>
    withShortKey(each, table, catalog),
  );
}

/** An employee's manager is an employee: people who refer to people of their own table may see them. */
function themselves(
  table: CatalogTable,
  personal: ReadonlySet<TableId>,
  classified: ReadonlyMap<TableId, ClassifiedTable>,
): readonly ProposedLink[] {
  if (!personal.has(table.id) || classified.get(table.id)?.subject.holds !== 'people') return [];
  const references = [...(classified.get(table.id)?.subject.references.values() ?? [])];
  return references
    .filter(({ to, role }) => to === table.id && hasTouched(role))
    .map(({ column, declared }) => ({
      kind: 'accessed-by' as const,
      table: table.id,
      reference: 'row' as const,
      columns: [column],
      key: table.foreignKeys.find(({ columns }) => columns[0] === column)?.toColumns ?? table.primaryKey,
      confidence: declared ? 0.85 : 0.7,
      reasons: [declared ? 'foreign-key' : 'reference-name', 'agent-name'] as const,
    }));
}

/** A policy names what is referred to only where that is not the primary key. */
function withShortKey(each: ProposedLink, table: CatalogTable, catalog: Catalog): ProposedLink {
  const target = each.reference === 'row' ? catalog.tables.find(({ id }) => id === each.table) : table;
  const primary = target?.primaryKey ?? [];
  const same = each.key.every((name, at) => primary[at] === name) && sameMembers(each.key, primary);
  return same ? { ...each, key: [] } : each;
}

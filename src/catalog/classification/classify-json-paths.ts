import type { CatalogColumn, CatalogTable } from '../catalog.ts';
import { categories } from './category.ts';
import { judgeColumn, toProposal } from './classify-column.ts';
import type { ColumnSample } from './content/evidence.ts';
import { contentEvidence } from './content/evidence.ts';
import { type JsonPathSample, jsonPaths } from './content/json-paths.ts';
import type { PathProposal, Proposal } from './proposal.ts';
import { type TableSubject, tableSubjects } from './table-subject.ts';

/**
 * What stands at the paths of a column's JSON: each object in it is judged as a table of its own, whose columns are its keys,
 * and which is about people when the row around it is. Paths that say nothing by their name or values are left out.
 */
export function classifyJsonPaths(
  column: CatalogColumn,
  sample: ColumnSample,
  around: { readonly table: CatalogTable; readonly subject: TableSubject },
): readonly PathProposal[] {
  const found = jsonPaths(sample.values.slice(0, mostValues));
  if (found === null) return [];
  const objects = Map.groupBy(found.paths, ({ path, keys }) => JSON.stringify([parentOf(path), keys.at(-2)]));
  return [...objects.values()].flatMap((paths) => classifyObject(column, paths, around));
}

const mostValues = 500;

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}

function classifyObject(
  holder: CatalogColumn,
  paths: readonly JsonPathSample[],
  { table, subject: row }: { readonly table: CatalogTable; readonly subject: TableSubject },
): readonly PathProposal[] {
  const columns = paths.map((sample) => ({ sample, column: columnOf(sample, holder) }));
  const name = paths[0]?.keys.at(-2) ?? table.name;
  const object: CatalogTable = {
    ...table,
    id: name,
    name,
    columns: columns.map(({ column }) => column),
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: [],
    indexes: [],
  };
  const subject = subjectOf(object, row, holder);
  return columns.flatMap(({ sample, column }) => {
    const evidence = contentEvidence({ values: sample.values });
    const proposal = toProposal(judgeColumn(column, object, { subject, evidence }));
    return saysSomething(proposal) ? [{ path: sample.path, ...proposal }] : [];
  });
}

function columnOf({ keys, family }: JsonPathSample, holder: CatalogColumn): CatalogColumn {
  return {
    name: keys.at(-1) ?? holder.name,
    type: family,
    family,
    nullable: true,
    generated: false,
    maxLength: null,
  };
}

function subjectOf(object: CatalogTable, row: TableSubject, holder: CatalogColumn): TableSubject {
  const own = tableSubjects({ tables: [object] }).get(object.id);
  if (own === undefined) throw new Error(`${object.id} is not in its catalog`);
  const inherits = own.holds === 'nobody' && row.holds !== 'nobody' && !own.thing && !own.organisation;
  return inherits ? { ...own, holds: 'about-people', because: 'reference', of: holder.name } : own;
}

/** In a row about somebody everything is about them; what is worth writing down is what can be told of it. */
function saysSomething({ category, reasons }: Proposal): boolean {
  if (category === 'not-personal' || category === 'activity') return false;
  return reasons.some(({ kind }) => kind === 'name' || kind === 'content');
}

/** A column that no name gave away, and in whose JSON something was recognised that is about a person wherever it stands. */
export function withPaths(proposal: Proposal, paths: readonly PathProposal[]): Proposal {
  if (paths.length === 0) return proposal;
  const [surest] = paths
    .filter(({ category }) => category !== 'not-personal' && categories[category].standing !== 'contextual')
    .toSorted((a, b) => b.confidence - a.confidence);
  if (proposal.category !== 'not-personal' || surest === undefined || surest.confidence < sure)
    return { ...proposal, paths };
  const { policy, dpv } = categories['personal-json'];
  const reasons = [...surest.reasons.filter(({ kind }) => kind === 'content'), ...proposal.reasons];
  return {
    category: 'personal-json',
    suggestion: { policy, dpv },
    confidence: surest.confidence,
    reasons,
    paths,
  };
}

const sure = 0.8;

import type { Catalog, CatalogTable, TableId } from '../catalog.ts';
import { classifyColumn } from './classify-column.ts';
import { classifyJsonPaths, withPaths } from './classify-json-paths.ts';
import type { ColumnSample } from './content/evidence.ts';
import type { Proposal } from './proposal.ts';
import { type ReferencesByValue, type TableSubject, tableSubjects } from './table-subject.ts';

export interface ClassifiedTable {
  readonly table: TableId;
  readonly subject: TableSubject;
  readonly columns: ReadonlyMap<string, Proposal>;
}

export type CatalogSamples = ReadonlyMap<TableId, ReadonlyMap<string, ColumnSample>>;

/**
 * Proposes what every column of a catalog holds. Samples may be missing for any table or column.
 *
 * @param byValue what comparing values has shown of its references.
 */
export function classifyCatalog(
  catalog: Pick<Catalog, 'tables'>,
  samples: CatalogSamples = new Map(),
  byValue: ReferencesByValue = new Map(),
): ReadonlyMap<TableId, ClassifiedTable> {
  const subjects = tableSubjects(catalog, byValue);
  return new Map(
    catalog.tables.map((table) => [
      table.id,
      classifyTable(table, { subjects, samples: samples.get(table.id) }),
    ]),
  );
}

export interface TableSurroundings {
  /** From {@link tableSubjects}; without it the table is judged by itself. */
  readonly subjects?: ReadonlyMap<TableId, TableSubject>;
  readonly samples?: ReadonlyMap<string, ColumnSample> | undefined;
}

export function classifyTable(
  catalogTable: CatalogTable,
  { subjects = tableSubjects({ tables: [catalogTable] }), samples }: TableSurroundings = {},
): ClassifiedTable {
  const subject = subjects.get(catalogTable.id);
  if (subject === undefined) throw new Error(`table ${catalogTable.id} is not in its catalog`);
  const columns = catalogTable.columns.map((column): [string, Proposal] => {
    const sample = samples?.get(column.name);
    const place = { table: catalogTable.id, column: column.name, catalogTable, subjects };
    if (sample === undefined) return [column.name, classifyColumn(place)];
    const paths = classifyJsonPaths(column, sample, { table: catalogTable, subject });
    return [column.name, withPaths(classifyColumn({ ...place, sample }), paths)];
  });
  return { table: catalogTable.id, subject, columns: new Map(columns) };
}

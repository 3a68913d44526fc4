import {
  type Catalog,
  type CatalogColumn,
  type CatalogTable,
  type ForeignKey,
  undeclaredType,
} from '../../catalog/catalog.ts';
import type { HttpColumn, HttpResource } from '../../policy/http-source.ts';

/** Names of what answers held and no resource declares, by table. */
export type Undeclared = ReadonlyMap<string, ReadonlySet<string>>;

/** An API has no schema to ask: what it looks like is what its policy declares, and what was seen besides. */
export function declaredCatalog(
  source: string,
  resources: ReadonlyMap<string, HttpResource>,
  undeclared: Undeclared,
): Catalog {
  return {
    source,
    kind: 'http',
    tables: [...resources].map(([id, resource]) => tableOf(id, resource, undeclared.get(id) ?? new Set())),
  };
}

function tableOf(id: string, resource: HttpResource, extra: ReadonlySet<string>): CatalogTable {
  const { columns, parent } = resource;
  const names = (chosen: (column: HttpColumn) => boolean) => columns.filter(chosen).map(({ name }) => name);
  return {
    id,
    schema: '',
    name: id,
    kind: 'table',
    columns: [...columns.map(columnOf), ...[...extra].sort().map(undeclaredColumn)],
    primaryKey: names(({ key }) => key),
    uniqueKeys: names(({ unique }) => unique).map((name) => [name]),
    foreignKeys: parent === null ? [] : [referenceOf(id, parent)],
    indexes: [],
    estimatedRows: 0,
  };
}

function columnOf({ name, type, nullable, readOnly }: HttpColumn): CatalogColumn {
  return { name, type, family: type, nullable, generated: readOnly, maxLength: null };
}

function undeclaredColumn(name: string): CatalogColumn {
  return { name, type: undeclaredType, family: 'other', nullable: true, generated: false, maxLength: null };
}

// Whether the API holds to it as a database does is not known, so it is taken to: a row that stays then keeps its owner.
function referenceOf(
  id: string,
  { table, columns, parentColumns }: NonNullable<HttpResource['parent']>,
): ForeignKey {
  return { name: `${id} of ${table}`, columns, to: table, toColumns: parentColumns, onDelete: 'no-action' };
}

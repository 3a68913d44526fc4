import { GestandError } from '../base/error.ts';
import { type Catalog, type CatalogColumn, type CatalogTable, findTable } from '../catalog/catalog.ts';

export interface ColumnPlace {
  readonly table: CatalogTable;
  readonly column: CatalogColumn;
}

/**
 * A column by the names of its catalog: that of the last introspection, else of a new one.
 *
 * @throws GestandError `drifted` when there is no such column (any more).
 */
export async function catalogColumnOf(
  catalogs: { readonly known: Catalog | undefined; readonly introspect: () => Promise<Catalog> },
  name: { readonly table: string; readonly column: string },
): Promise<ColumnPlace> {
  const place =
    (catalogs.known && placeIn(catalogs.known, name)) ?? placeIn(await catalogs.introspect(), name);
  if (place !== undefined) return place;
  throw new GestandError(
    'drifted',
    `table ${name.table} has no column ${name.column}; compare the policy with the database`,
  );
}

function placeIn(
  catalog: Catalog,
  name: { readonly table: string; readonly column: string },
): ColumnPlace | undefined {
  const table = findTable(catalog, name.table);
  const column = table?.columns.find((candidate) => candidate.name === name.column);
  return table === undefined || column === undefined ? undefined : { table, column };
}

import type {
  Catalog,
  CatalogColumn,
  CatalogTable,
  ForeignKey,
  SourceKind,
} from '../../src/catalog/catalog.ts';
import { typeFamily } from '../../src/catalog/type-family.ts';

/** A catalog as a source would describe it, for tests of what is pure. */
export function catalogOf(tables: readonly CatalogTable[], kind: SourceKind = 'postgresql'): Catalog {
  return { source: 'crm', kind, tables };
}

/** A table in the default schema; its keys are indexed, as a database would see to. */
export function table(
  name: string,
  columns: readonly CatalogColumn[],
  parts: Partial<CatalogTable> = {},
): CatalogTable {
  const { primaryKey = [], uniqueKeys = [], indexes = [] } = parts;
  const keys = [primaryKey, ...uniqueKeys].filter((key) => key.length > 0);
  return {
    id: name,
    schema: 'public',
    name,
    kind: 'table',
    columns,
    foreignKeys: [],
    estimatedRows: 0,
    ...parts,
    primaryKey,
    uniqueKeys,
    indexes: [...keys, ...indexes],
  };
}

/** A column that is always filled, unless said otherwise. */
export function column(name: string, type: string, parts: Partial<CatalogColumn> = {}): CatalogColumn {
  const family = typeFamily('postgresql', type);
  return { name, type, family, nullable: false, generated: false, maxLength: null, ...parts };
}

export function foreignKey(child: string, name: string, to: string, toColumn = 'id'): ForeignKey {
  return { name: `${child}_${name}_fkey`, columns: [name], to, toColumns: [toColumn], onDelete: 'no-action' };
}

import { hashOf } from '../base/hash.ts';

/**
 * What a source looks like, introspected. Tables are named by `TableId`: the bare name in the source's
 * default schema (`public`, `main`), `schema.name` elsewhere.
 */
export interface Catalog {
  readonly source: string;
  readonly kind: SourceKind;
  readonly tables: readonly CatalogTable[];
}

export type DatabaseKind = 'postgresql' | 'sqlite' | 'mariadb';
export type SourceKind = DatabaseKind | 'http' | 'manual';

const databases: Readonly<Record<SourceKind, boolean>> = {
  postgresql: true,
  sqlite: true,
  mariadb: true,
  http: false,
  manual: false,
};

/** Whether a system of a kind has a schema of its own, that tells its keys and indexes. */
export function isDatabase(kind: SourceKind): kind is DatabaseKind {
  return databases[kind];
}

export type TableId = string;

export interface CatalogTable {
  readonly id: TableId;
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'partitioned-table' | 'view';
  readonly columns: readonly CatalogColumn[];
  /** The columns of the primary key; empty when the table has none. */
  readonly primaryKey: readonly string[];
  /** Unique keys beside the primary key. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
  /** The leading columns of each index, the primary and unique keys' included; expressions as they are printed. */
  readonly indexes: readonly (readonly string[])[];
  /** The source's own estimate; never a count. */
  readonly estimatedRows: number;
}

export interface CatalogColumn {
  readonly name: string;
  /** As the source prints it, with length and precision: `character varying(80)`. */
  readonly type: string;
  readonly family: TypeFamily;
  readonly nullable: boolean;
  /** The database computes it; it can be read, not written. */
  readonly generated: boolean;
  /** In characters; null where there is no limit. */
  readonly maxLength: number | null;
}

/** What Gestand must know of a type: how to empty it and whether text can be searched in it. */
export type TypeFamily =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'json'
  | 'uuid'
  | 'inet'
  | 'binary'
  | 'other';

/** The type of what a source answered with and nobody declared, where a source has no schema that could be asked. */
export const undeclaredType = 'undeclared';

export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly to: TableId;
  readonly toColumns: readonly string[];
  readonly onDelete: 'no-action' | 'restrict' | 'cascade' | 'set-null' | 'set-default';
}

/** The table's id in its catalog. A dot inside a name is kept apart from the dot between schema and name. */
export function tableId(schema: string, name: string, defaultSchema: string): TableId {
  const part = (text: string) => (text.includes('.') ? `"${text}"` : text);
  return schema === defaultSchema ? part(name) : `${part(schema)}.${part(name)}`;
}

export function findTable(catalog: Catalog, id: TableId): CatalogTable | undefined {
  return catalog.tables.find((table) => table.id === id);
}

/** Changes when the shape changes, not when the rows do: what a sealed plan was made for. */
export function catalogHash(catalog: Catalog): string {
  return hashOf({
    kind: catalog.kind,
    tables: [...catalog.tables]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, kind, columns, primaryKey, uniqueKeys, foreignKeys }) => ({
        id,
        kind,
        columns: columns.map((column) => ({ ...column })),
        primaryKey,
        uniqueKeys,
        foreignKeys: foreignKeys.map((key) => ({ ...key })),
      })),
  });
}

import type { IdentityKind } from '../domain/identity.ts';
import type { LinkKind } from '../domain/ownership.ts';
import type { PolicyPath } from '../policy/policy.ts';
import type { CatalogColumn, ForeignKey, SourceKind, TableId } from './catalog.ts';

/** Policy × catalog of one source: what each column holds, and whose it is. */
export interface DataMap {
  readonly source: string;
  readonly kind: SourceKind;
  readonly catalogHash: string;
  readonly tables: ReadonlyMap<TableId, MappedTable>;
}

export interface MappedTable {
  readonly id: TableId;
  readonly schema: string;
  readonly name: string;
  readonly use: 'personal' | 'context' | 'not-personal';
  /** The columns that tell one row from another: the primary key, else a unique key without NULLs, else none. */
  readonly key: readonly string[];
  /** Columns in any primary key, unique key or unique index: an emptied value in them must stay distinct. */
  readonly uniqueColumns: ReadonlySet<string>;
  /** The primary and unique keys; an index over an expression is none of them. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly subject: MappedSubject | null;
  readonly columns: readonly MappedColumn[];
  readonly links: readonly MappedLink[];
  /** Foreign keys of the catalog, all of them: also those that no link is declared for bind the order of deletion. */
  readonly foreignKeys: readonly ForeignKey[];
  readonly retention: MappedRetention | null;
  readonly hold: MappedHold | null;
  readonly onErasure: 'delete' | 'redact';
}

export interface MappedRetention {
  readonly rule: string;
  readonly column: string;
  /** The first of both dates counts. */
  readonly orColumn?: string;
}

export interface MappedSubject {
  readonly group: string;
  readonly identities: readonly { readonly kind: IdentityKind; readonly column: string }[];
  /** The column that says when the row was made. */
  readonly created?: string;
}

export type MappedHold =
  | { readonly kind: 'from'; readonly rule: string; readonly column: string }
  | { readonly kind: 'with'; readonly rule: string; readonly link: string };

export interface MappedColumn extends CatalogColumn {
  /** Null: declared not personal. */
  readonly personal: {
    readonly category: string;
    readonly purposes: readonly string[];
    readonly about: string | null;
    readonly origin: 'provided' | 'observed' | 'derived';
    readonly onAccess: 'show' | 'mask';
    readonly onErasure: 'null' | 'pseudonymise' | 'keep';
    readonly paths?: readonly PolicyPath[];
  } | null;
}

export interface MappedLink {
  readonly name: string;
  readonly kind: LinkKind;
  readonly table: TableId;
  readonly reference: 'row' | 'other';
  readonly rowColumns: readonly string[];
  readonly otherColumns: readonly string[];
  /** At least one referring column may be NULL. */
  readonly nullable: boolean;
  /** The database enforces it as a foreign key. */
  readonly enforced: boolean;
}

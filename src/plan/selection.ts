import type { TypeFamily } from '../catalog/catalog.ts';

/**
 * Which rows of one source are whose: the part of a plan that finds rows. It names tables, columns and links,
 * never rows and never SQL; what it means is stated in ARCHITECTURE.md, "Whose row is it", and computed by the
 * source, in its own database.
 */
export interface Selection {
  /** In the order in which ownership flows; tables that own each other in a circle share a group. */
  readonly groups: readonly SelectionGroup[];
  /** Every table of `groups`, and the context tables after them. */
  readonly tables: readonly SelectedTable[];
}

export interface SelectionGroup {
  readonly tables: readonly string[];
  /** The group owns itself: a table that refers to itself, or several in a circle. */
  readonly recursive: boolean;
}

export interface SelectedTable {
  readonly id: string;
  readonly schema: string;
  readonly name: string;
  /** `personal`: rows have owners. `context`: copied on access, never changed. */
  readonly use: 'personal' | 'context';
  readonly subject: boolean;
  /** Empty: the table has no key, and its rows are told apart by their place in the database. */
  readonly key: readonly KeyColumn[];
  readonly columns: readonly SelectedColumn[];
  /** Along which ownership flows to this table's rows. Empty for the subjects' own tables. */
  readonly owners: readonly SelectedLink[];
  /** To the context of this table's rows. */
  readonly context: readonly SelectedLink[];
  readonly hold: SelectedHold | null;
  readonly onErasure: 'delete' | 'redact';
}

export interface KeyColumn {
  readonly name: string;
  readonly type: string;
}

export interface SelectedColumn {
  readonly name: string;
  readonly type: string;
  readonly family: TypeFamily;
  readonly nullable: boolean;
  readonly generated: boolean;
  readonly maxLength: number | null;
  /** Part of a primary or unique key: an emptied value must stay distinct. */
  readonly unique: boolean;
  /** Part of a link's referring columns: changed by `release`, never by `redact`. */
  readonly referring: boolean;
  readonly personal: boolean;
  readonly onAccess: 'show' | 'mask';
  readonly onErasure: 'null' | 'pseudonymise' | 'keep';
  /** The owning link whose person the column is about; null: all of the row's owners. */
  readonly about: string | null;
}

export interface SelectedLink {
  readonly name: string;
  readonly kind: 'owned-by' | 'co-owned' | 'context';
  /** The owner's (or context's) table. */
  readonly table: string;
  /** Its name in the database. */
  readonly target: { readonly schema: string; readonly name: string };
  readonly reference: 'row' | 'other';
  readonly rowColumns: readonly string[];
  readonly otherColumns: readonly string[];
  readonly nullable: boolean;
  readonly enforced: boolean;
}

/** A row is held while the start of its term is unknown or not before `earliestStart`; or while its owner row is. */
export type SelectedHold =
  | {
      readonly kind: 'from';
      readonly ground: string;
      readonly rule: string;
      readonly column: string;
      /** ISO date. */
      readonly earliestStart: string;
    }
  | { readonly kind: 'with'; readonly ground: string; readonly rule: string; readonly link: string };

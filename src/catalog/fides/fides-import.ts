import type { IdentityKind } from '../../domain/identity.ts';
import type { LinkKind } from '../../domain/ownership.ts';
import type { SuggestedPolicyCategory } from '../classification/category.ts';

/** What a dataset of Fides becomes: a source of a policy, in which everything that Fides cannot tell is marked. */
export interface FidesImport {
  /** The id of the source in the policy. */
  readonly source: string;
  readonly dataset: string;
  readonly name: string;
  /** Null when nothing tells. */
  readonly kind: 'postgresql' | 'mariadb' | 'sqlite' | null;
  readonly tables: readonly ImportedTable[];
  readonly differences: readonly Difference[];
}

export interface ImportedTable {
  readonly name: string;
  readonly use: 'personal' | 'context' | 'not-personal';
  readonly subject: ImportedSubject | null;
  readonly columns: readonly ImportedColumn[];
  readonly links: readonly ImportedLink[];
}

export interface ImportedSubject {
  readonly group: string;
  readonly identities: readonly { readonly kind: IdentityKind; readonly column: string }[];
}

export interface ImportedColumn {
  readonly name: string;
  /** Null: a person must decide. */
  readonly category: SuggestedPolicyCategory | 'not-personal' | null;
  /** What Fides said, and why that is not enough; empty when it is. */
  readonly note: string;
}

export interface ImportedLink {
  readonly kind: LinkKind;
  /** `row`: this table's column refers to the other; `other`: the other table's column refers to this one. */
  readonly reference: 'row' | 'other';
  readonly column: string;
  readonly table: string;
  /** The column referred to, where that is not the key. */
  readonly key: string | null;
  readonly note: string;
}

/** Something that Fides and a policy say differently, or only one of them says. */
export interface Difference {
  readonly kind:
    | 'category-not-mapped'
    | 'no-category'
    | 'several-categories'
    | 'key'
    | 'identity-kind'
    | 'ownership-guessed'
    | 'other-dataset'
    | 'nested'
    | 'no-owner'
    | 'no-retention'
    | 'no-purposes'
    | 'not-carried-over';
  /** `collection.field`, as far as it goes. */
  readonly at: string;
  readonly text: string;
}

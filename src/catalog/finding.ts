import type { Diagnostic, Paste, Place, Severity } from '../base/diagnostic.ts';
import type { PolicySource } from '../policy/policy.ts';
import type { Catalog, TableId } from './catalog.ts';

/** Something about a policy that only the database behind it shows. */
export interface Finding extends Diagnostic {
  readonly source: string;
  /** Null: about the source as a whole. */
  readonly table: TableId | null;
  readonly column: string | null;
}

export interface FindingText {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly paste?: readonly Paste[];
}

/** What a check looks at, and where it says what it found. */
export interface Inspection {
  readonly policy: PolicySource;
  readonly catalog: Catalog;
  readonly say: (at: FindingPlace, text: FindingText) => void;
}

export interface FindingPlace {
  readonly table: TableId | null;
  readonly column?: string | null;
  /** Left out: the column's in the policy, else the table's, else the source's. */
  readonly place?: Place;
}

/** The place in the policy that a table or column stands at, or would have to be added to. */
export function placeIn(policy: PolicySource, { table, column, place }: FindingPlace): Place {
  const declared = policy.tables.find((candidate) => candidate.id === table);
  return (
    place ??
    declared?.columns.find((candidate) => candidate.name === column)?.place ??
    declared?.place ??
    policy.place
  );
}

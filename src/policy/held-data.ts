import { categoriesOf } from './column-categories.ts';
import type { PolicySource } from './policy.ts';
import { personalColumns, purposesOf } from './table-graph.ts';

/** A kind of data that a source holds, and what for. */
export interface HeldData {
  readonly category: string;
  readonly purposes: readonly string[];
}

/** What the policy says that a source holds: column by column, or as a whole where a person keeps it. */
export function heldData(source: PolicySource): readonly HeldData[] {
  if (source.kind === 'manual')
    return source.categories.map((category) => ({ category, purposes: source.purposes }));
  return source.tables
    .filter(({ use }) => use === 'personal')
    .flatMap((table) =>
      personalColumns(table).flatMap((column) =>
        categoriesOf(column).map((category) => ({ category, purposes: purposesOf(table, column) })),
      ),
    );
}

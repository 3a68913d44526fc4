import type { Diagnostic, Place, Severity } from '../base/diagnostic.ts';
import type { PolicySource, PolicyTable } from './policy.ts';
import type { PolicyDraft } from './policy-draft.ts';
import { tableIn } from './table-graph.ts';

/**
 * Something a policy must be, beyond its shape. A rule passes over what does not resolve: a name that leads
 * nowhere has been reported already.
 */
export interface Rule {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  /** Asks what is absent, and is only asked when everything could be read: an unread line may be what is absent. */
  readonly needsWhole?: true;
  readonly check: (draft: PolicyDraft) => Iterable<Problem>;
}

export interface Problem {
  readonly place: Place;
  readonly message: string;
  readonly hint: string;
}

export function checkRules(
  rules: readonly Rule[],
  draft: PolicyDraft,
  whole: boolean,
): readonly Diagnostic[] {
  const asked = rules.filter((rule) => whole || rule.needsWhole !== true);
  return asked.flatMap(({ code, severity, check }) =>
    [...check(draft)].map((problem) => ({ severity, code, ...problem })),
  );
}

/** A table with where it is. */
export interface PlacedTable {
  readonly source: PolicySource;
  readonly table: PolicyTable;
  readonly path: readonly string[];
}

export function* allTables(draft: PolicyDraft): Generator<PlacedTable> {
  for (const source of draft.sources) {
    for (const table of source.tables)
      yield { source, table, path: ['sources', source.id, 'tables', table.id] };
  }
}

export function* personalTables(draft: PolicyDraft): Generator<PlacedTable> {
  for (const placed of allTables(draft)) if (placed.table.use === 'personal') yield placed;
}

/** The id of another source that has a table of this name. */
export function otherSourceWith(draft: PolicyDraft, here: PolicySource, table: string): string | null {
  return draft.sources.find((source) => source !== here && tableIn(source, table) !== undefined)?.id ?? null;
}

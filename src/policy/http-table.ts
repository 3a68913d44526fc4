import { isOwning } from '../domain/ownership.ts';
import type { HttpResource } from './http-source.ts';
import type { HttpSource, PolicyTable } from './policy.ts';
import type { PolicyDraft } from './policy-draft.ts';
import { personalColumns } from './table-graph.ts';

/** A table of an API with its resource, and where the resource is written. */
export interface HttpTable {
  readonly source: HttpSource;
  readonly table: PolicyTable;
  readonly resource: HttpResource;
  readonly path: readonly string[];
}

/** The tables of every API whose resource could be read. */
export function* httpTables(draft: PolicyDraft): Generator<HttpTable> {
  for (const source of draft.sources) {
    if (source.kind !== 'http') continue;
    for (const table of source.tables) {
      const resource = source.resources.get(table.id);
      if (resource !== undefined)
        yield { source, table, resource, path: ['sources', source.id, 'resources', table.id] };
    }
  }
}

export function keyColumns({ columns }: HttpResource): readonly string[] {
  return columns.filter(({ key }) => key).map(({ name }) => name);
}

/** Whether a row that is not held may have to stay although its person goes: then it is emptied, and not deleted. */
export function mayStay(
  source: HttpSource,
  table: PolicyTable,
  passed: ReadonlySet<PolicyTable> = new Set(),
): boolean {
  if (table.onErasure === 'redact') return true;
  const seen = new Set([...passed, table]);
  const owned = source.tables.filter(
    (other) =>
      !seen.has(other) && other.links.some(({ kind, table: to }) => isOwning(kind) && to === table.id),
  );
  return owned.some((other) => other.hold !== null || mayStay(source, other, seen));
}

/** Whether anything in a row of the table is emptied when the row stays. */
export function hasErasableColumns(table: PolicyTable): boolean {
  return personalColumns(table).some(({ onErasure }) => onErasure !== 'keep');
}

import { stronglyConnected } from './graph.ts';
import type { Reference } from './plan.ts';
import type { SelectedTable } from './selection.ts';

export interface DeletionOrder {
  /**
   * Tables whose rows are deleted: what refers comes before what it refers to. Tables of one group refer to
   * each other in a circle in which no column may be NULL.
   */
  readonly groups: readonly (readonly string[])[];
  /** References that become NULL first, because tables refer to each other in a circle, or one to itself. */
  readonly unlink: readonly Reference[];
}

/** The order the catalog's keys demand for deletion. */
export function deletionOrder(
  tables: readonly SelectedTable[],
  references: readonly Reference[],
): DeletionOrder {
  const deletable = tables.filter((table) => table.onErasure === 'delete').map((table) => table.id);
  const among = references.filter(
    (reference) => deletable.includes(reference.from.table) && deletable.includes(reference.to),
  );
  const circles = components(deletable, among);
  const unlink = among.filter(
    (reference) =>
      reference.nullableColumns.length > 0 &&
      // In one circle, or a table that refers to itself.
      circles.some((circle) => circle.includes(reference.from.table) && circle.includes(reference.to)),
  );
  const remaining = among.filter((reference) => !unlink.includes(reference));
  return { groups: components(deletable, remaining), unlink };
}

function components(tables: readonly string[], references: readonly Reference[]) {
  return stronglyConnected(tables, (table) =>
    references
      .filter((reference) => reference.to === table && reference.from.table !== table)
      .map((reference) => reference.from.table),
  );
}

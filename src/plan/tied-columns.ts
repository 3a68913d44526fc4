import type { DataMap } from '../catalog/data-map.ts';

/** How a column ties rows together. */
export interface Ties {
  /** By a foreign key of the database, from or to it: it changes on neither end alone. */
  readonly enforced: boolean;
  /** The columns at the other end of links that only the policy knows, directly or over others: `table`, `column`. */
  readonly others: readonly ColumnOfTable[];
}

export interface ColumnOfTable {
  readonly table: string;
  readonly column: string;
}

/**
 * What a column is tied to. A row is found over its links, so that a value in one of their columns can only change together with
 * its equals at the other ends.
 */
export function tiesOf(map: DataMap, start: ColumnOfTable): Ties {
  const found = new Map([[keyOf(start), start]]);
  // A map visits what is added while it is walked.
  for (const column of found.values())
    for (const other of linkedTo(map, column)) {
      if (!found.has(keyOf(other))) found.set(keyOf(other), other);
    }
  const [, ...others] = found.values();
  return { enforced: [...found.values()].some((column) => isInForeignKey(map, column)), others };
}

function linkedTo(map: DataMap, { table, column }: ColumnOfTable): readonly ColumnOfTable[] {
  return [...map.tables.values()].flatMap((from) =>
    from.links.flatMap(({ table: to, rowColumns, otherColumns }) =>
      rowColumns.flatMap((rowColumn, i) => {
        const otherColumn = otherColumns[i];
        if (otherColumn === undefined) return [];
        if (from.id === table && rowColumn === column) return [{ table: to, column: otherColumn }];
        return to === table && otherColumn === column ? [{ table: from.id, column: rowColumn }] : [];
      }),
    ),
  );
}

function isInForeignKey(map: DataMap, { table, column }: ColumnOfTable): boolean {
  return [...map.tables.values()].some((from) =>
    from.foreignKeys.some(
      ({ columns, to, toColumns }) =>
        (from.id === table && columns.includes(column)) || (to === table && toColumns.includes(column)),
    ),
  );
}

function keyOf({ table, column }: ColumnOfTable): string {
  return JSON.stringify([table, column]);
}

import { assert } from '../base/assert.ts';
import type { DataMap, MappedTable } from '../catalog/data-map.ts';
import type { Reference } from './plan.ts';
import type { Selection } from './selection.ts';

/** Every foreign key that leads to a selected personal table, from whichever table of the source. */
export function referencesTo(map: DataMap, selection: Selection): readonly Reference[] {
  const personal = new Set(
    selection.tables.filter((table) => table.use === 'personal').map((table) => table.id),
  );
  return [...map.tables.values()].flatMap((table) =>
    table.foreignKeys
      .filter((key) => personal.has(key.to))
      .map((key) => ({
        name: `${table.id}.${key.columns.join(',')}`,
        from: { table: table.id, schema: table.schema, name: table.name },
        columns: key.columns,
        to: key.to,
        toColumns: key.toColumns,
        nullableColumns: releasable(table, key.columns),
        cascades: key.onDelete === 'cascade',
        key: table.key.map((name) => ({ name, type: typeOf(table, name) })),
      })),
  );
}

/**
 * The columns that become NULL to let go of what a foreign key refers to. A column that another foreign key
 * uses too is spared while there is another that can do it: a tenant's number is not lost with a customer.
 */
function releasable(table: MappedTable, columns: readonly string[]): readonly string[] {
  const nullable = columns.filter((name) =>
    table.columns.some((column) => column.name === name && column.nullable && !column.generated),
  );
  const uses = (name: string) => table.foreignKeys.filter((key) => key.columns.includes(name)).length;
  const own = nullable.filter((name) => uses(name) === 1);
  return own.length > 0 ? own : nullable;
}

function typeOf(table: MappedTable, name: string): string {
  const column = table.columns.find((candidate) => candidate.name === name);
  assert(column !== undefined, `key column ${table.id}.${name}`);
  return column.type;
}

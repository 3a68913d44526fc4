import { findTable } from './catalog.ts';
import type { MappedTable } from './data-map.ts';
import type { Inspection } from './finding.ts';

/** A row that the law holds must not go because the database deletes it along with another (`ON DELETE CASCADE`). */
export function checkCascades({ catalog, say }: Inspection, tables: readonly MappedTable[]): void {
  const deletable = new Set(
    tables
      .filter((table) => table.use === 'personal' && table.onErasure === 'delete')
      .map((table) => table.id),
  );
  for (const held of tables) {
    if (held.hold === null) continue;
    // A set visits what is added while it is walked, each table once.
    const above = new Set([held.id]);
    for (const id of above) {
      for (const key of findTable(catalog, id)?.foreignKeys ?? []) {
        if (key.onDelete !== 'cascade' || above.has(key.to)) continue;
        above.add(key.to);
        if (!deletable.has(key.to)) continue;
        say(
          { table: held.id, column: key.columns[0] ?? null },
          {
            severity: 'warning',
            code: 'cascade-into-held',
            message: `${held.id} is held by law, and deleting from ${key.to} deletes from it by cascade (${key.name})`,
            hint: 'make the key RESTRICT or NO ACTION, so that nothing but a plan deletes what is held',
          },
        );
      }
    }
  }
}

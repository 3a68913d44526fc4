import { isOwning } from '../domain/ownership.ts';
import type { MappedTable } from './data-map.ts';
import type { Inspection } from './finding.ts';

/**
 * Who shares a row leaves it by the NULL in their column. Where none may be, the row still refers to them, emptied as they
 * are, and does not go with the last of the others either.
 */
export function checkCoOwners({ say }: Inspection, tables: readonly MappedTable[]): void {
  for (const table of tables) {
    const owning = table.links.filter(({ kind }) => isOwning(kind));
    if (table.subject !== null || owning.length < 2) continue;
    for (const { name, reference, nullable, rowColumns, table: owner } of owning) {
      if (reference !== 'row' || nullable) continue;
      say(
        { table: table.id, column: rowColumns[0] ?? null },
        {
          severity: 'warning',
          code: 'co-owner-cannot-leave',
          message: `rows of ${table.id} have several owners, and ${rowColumns.join(', ')} may not be NULL: whoever of ${owner} is erased cannot leave them (link "${name}"), and a row stays when the others are erased later`,
          hint: 'let the column be NULL, or make one of them the owner and the others accessed-by',
        },
      );
    }
  }
}

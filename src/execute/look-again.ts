import type { CatalogColumn } from '../catalog/catalog.ts';
import type { SelectedTable } from '../plan/selection.ts';
import type { Source } from '../sources/source.ts';
import type { CorrectedCell } from '../store/corrected-cell.ts';

/** A corrected cell, as its source has it now. */
export interface SeenCell {
  readonly cell: CorrectedCell;
  readonly column: CellColumn;
  readonly now:
    | { readonly kind: 'there'; readonly value: string | null }
    | { readonly kind: 'gone' }
    /** Nobody can look at it there: it has no key, or the system does not let it be asked for. */
    | { readonly kind: 'unseen' };
}

export type CellColumn = Pick<CatalogColumn, 'name' | 'type' | 'family'>;

/** A table in which cells are looked up; one of a plan or of a map. */
export type LookedUpTable = Pick<SelectedTable, 'id' | 'schema' | 'name'> & {
  readonly key: readonly { readonly name: string; readonly type: string }[];
  readonly columns: readonly CellColumn[];
};

const unknownColumn: CellColumn = { name: '', type: '', family: 'other' };

/** Looks at cells of one source again, by the keys of their rows; those of one column together. */
export async function lookAgain(
  source: Source,
  tables: readonly LookedUpTable[],
  cells: readonly CorrectedCell[],
): Promise<readonly SeenCell[]> {
  const seen: SeenCell[] = [];
  for (const group of Map.groupBy(cells, ({ table, column }) => JSON.stringify([table, column])).values()) {
    const [first] = group;
    const table = tables.find(({ id }) => id === first?.table);
    const column = table?.columns.find(({ name }) => name === first?.column);
    const values =
      table === undefined || column === undefined
        ? null
        : await source.lookAtCells({ table, key: table.key, column, keys: group.map(({ key }) => key) });
    group.forEach((cell, i) => {
      const value = values?.[i];
      seen.push({
        cell,
        column: column ?? unknownColumn,
        now:
          values === null
            ? { kind: 'unseen' }
            : value === undefined
              ? { kind: 'gone' }
              : { kind: 'there', value },
      });
    });
  }
  return seen;
}

/** Whether a cell holds a value, as its database writes it: with zeros behind the point, or spaces behind the text. */
export function holds({ family }: CellColumn, found: string | null, wanted: string | null): boolean {
  if (found === null || wanted === null) return found === wanted;
  if (family === 'integer' || family === 'decimal') return sameNumber(found, wanted);
  return found === wanted || found.trimEnd() === wanted.trimEnd();
}

function sameNumber(a: string, b: string): boolean {
  const plain = (text: string) =>
    (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace(/^(-?)0+(?=\d)/, '$1');
  return plain(a) === plain(b);
}

import type { SourceAccess } from './plan.ts';
import type { SelectedTable } from './selection.ts';

/** A plan that reads of the same rows as another the columns that are wanted, and masks the rest. */
export function readingOf(
  { source, catalogHash, selection }: Omit<SourceAccess, 'steps'>,
  wanted: (table: SelectedTable, column: string) => boolean,
): SourceAccess {
  const tables = selection.tables
    .filter(({ use }) => use === 'personal')
    .map((table) => ({
      ...table,
      context: [],
      columns: table.columns.map((column) => ({
        ...column,
        onAccess: wanted(table, column.name) ? ('show' as const) : ('mask' as const),
      })),
    }));
  return {
    source,
    catalogHash,
    selection: { groups: selection.groups, tables },
    steps: readsOf(tables),
  };
}

/** Reads of each table the columns that it shows. */
export function readsOf(tables: readonly SelectedTable[]): SourceAccess['steps'] {
  return tables.map(({ id, columns }) => ({
    kind: 'read',
    table: id,
    use: 'personal',
    shown: columns.filter(({ onAccess }) => onAccess === 'show').map(({ name }) => name),
    masked: [],
  }));
}

/** A column of the key of its table. */
export function isKeyColumn({ key }: SelectedTable, column: string): boolean {
  return key.some(({ name }) => name === column);
}

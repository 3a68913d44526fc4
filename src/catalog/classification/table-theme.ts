import type { CatalogTable } from '../catalog.ts';
import { columnSense, type TableSense } from './column-sense.ts';
import { find, headSense, type NameSense } from './name-sense.ts';

/** What a table is for: it decides what a column means whose name says little. */
export type TableTheme =
  | 'address'
  | 'message'
  | 'note'
  | 'billing'
  | 'visit'
  | 'consent'
  | 'preference'
  | 'employment'
  | 'vehicle'
  | 'file'
  | 'log';

export const themes = [
  'consent',
  'visit',
  'billing',
  'employment',
  'vehicle',
  'message',
  'note',
  'file',
  'preference',
  'address',
  'log',
] as const satisfies readonly TableTheme[];

/** What the table's name says, else what many of its columns hold. */
export function tableTheme(table: CatalogTable, sense: TableSense): TableTheme | null {
  return themeOf(sense) ?? themeOfColumns(table, sense);
}

function themeOf(sense: NameSense): TableTheme | null {
  return (
    themes.find((theme) => headSense(sense, `${theme}-table`) !== null) ??
    themes.find((theme) => find(sense, `${theme}-table`) !== null) ??
    null
  );
}

const fewestAmounts = 4;

/** What has amounts in many columns is about money, whatever it is called. */
function themeOfColumns(table: CatalogTable, sense: TableSense): TableTheme | null {
  const amounts = table.columns.filter(
    (column) => columnSense(column.name, sense).categories[0]?.concept === 'transaction',
  );
  return amounts.length >= fewestAmounts ? 'billing' : null;
}

import type { CatalogColumn, CatalogTable } from '../catalog/catalog.ts';
import type { ColumnSample } from '../catalog/classification/content/evidence.ts';
import type { Row } from './session.ts';

/** How far a look at values may go. None of them grows with the tables. */
export interface SampleLimits {
  readonly rowsPerTable: number;
  /** A longer value is cut off by the source: what is beyond never leaves it. */
  readonly charactersPerValue: number;
  /** What is kept of one column in memory, all its values together. */
  readonly charactersPerColumn: number;
  /** After which a statement about one table is given up, where the source can be told so. */
  readonly secondsPerTable: number;
}

const rowsPerTable = 1_000;
const leastRowsPerTable = 100;
const charactersPerValue = 4_000;
export const secondsPerQuestion = 10;
/** Over all columns of a source: 20,000 columns of 1,000 values would fill the memory of a small machine. */
const valuesPerSource = 4_000_000;
const charactersPerSource = 100_000_000;
const charactersPerColumn = 400_000;

/** The limits for a source of so many tables and columns: of a very wide one fewer rows are read. */
export function sampleLimitsFor(tables: readonly Pick<CatalogTable, 'columns'>[]): SampleLimits {
  const columns = Math.max(
    tables.reduce((count, table) => count + table.columns.length, 0),
    1,
  );
  return {
    rowsPerTable: Math.max(leastRowsPerTable, Math.min(rowsPerTable, Math.floor(valuesPerSource / columns))),
    charactersPerValue,
    charactersPerColumn: Math.min(charactersPerColumn, Math.floor(charactersPerSource / columns)),
    secondsPerTable: secondsPerQuestion,
  };
}

/** A column whose values are asked for, under a name that no column's own name can get in the way of. */
export interface SampledColumn {
  readonly column: CatalogColumn;
  readonly as: string;
}

/** Bytes are not looked at: pictures, keys, packed records. */
export function sampledColumns(
  table: CatalogTable,
  isReadable: (column: CatalogColumn) => boolean = () => true,
): readonly SampledColumn[] {
  return table.columns
    .filter((column) => column.family !== 'binary' && isReadable(column))
    .map((column, at) => ({ column, as: `c${at}` }));
}

/** The values of each column, NULL left out, until its share of the memory is full. */
export function columnSamples(
  rows: readonly Row[],
  columns: readonly SampledColumn[],
  { charactersPerColumn: room }: SampleLimits,
): ReadonlyMap<string, ColumnSample> {
  return new Map(
    columns.map(({ column, as }) => {
      const values: string[] = [];
      let left = room;
      for (const row of rows) {
        const value = row[as];
        if (value === null || value === undefined) continue;
        const text = String(value);
        left -= text.length;
        if (left < 0) break;
        values.push(text);
      }
      return [column.name, { values }];
    }),
  );
}

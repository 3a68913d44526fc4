import type { TypeFamily } from '../catalog/catalog.ts';
import type { DataMap, MappedColumn, MappedTable } from '../catalog/data-map.ts';

/** A table with the columns in which a value may stand as text. */
export interface SearchedTable {
  readonly table: MappedTable;
  readonly columns: readonly MappedColumn[];
}

/** Values of one statement, in lower case, in every form in which they may be stored. */
export interface SearchTerms {
  readonly text: readonly string[];
  /** As JSON writes them inside a string. */
  readonly json: readonly string[];
}

/** Values in one statement; more are asked for in further statements. */
const valuesPerStatement = 100;

/**
 * Every table, and every column that can hold text: also what the policy declares not personal, and what no plan touches. What is
 * searched for stands where nobody expected it, or there would be no need to search.
 */
export function searchedTables(map: DataMap): readonly SearchedTable[] {
  return [...map.tables.values()].flatMap((table) => {
    const columns = table.columns.filter(({ family }) => textual.has(family));
    return columns.length === 0 ? [] : [{ table, columns }];
  });
}

const textual: ReadonlySet<TypeFamily> = new Set(['text', 'json', 'uuid', 'other']);

/** The values in batches; a row that holds values of two batches counts in both. */
export function searchTerms(values: readonly string[]): readonly SearchTerms[] {
  // Nothing occurs everywhere, and a zero byte nowhere.
  const distinct = [...new Set(values)].filter((value) => value !== '' && !value.includes('\0'));
  const batches: SearchTerms[] = [];
  for (let i = 0; i < distinct.length; i += valuesPerStatement) {
    const forms = distinct
      .slice(i, i + valuesPerStatement)
      .flatMap((value) => [value.normalize('NFC'), value.normalize('NFD')].map((form) => form.toLowerCase()));
    batches.push({
      text: [...new Set(forms)],
      json: [...new Set(forms.flatMap((form) => [inJson(form), escapeNonAscii(inJson(form))]))],
    });
  }
  return batches;
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

// Some writers of JSON leave nothing but ASCII in it. The digits are lower case, as the searched text is made to be.
function escapeNonAscii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

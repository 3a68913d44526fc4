import { CsvError, parse } from 'csv-parse/sync';
import type { Diagnostic, Place } from '../../base/diagnostic.ts';

/** A cell of a table that somebody made, with where it stands. */
export interface CsvCell {
  readonly text: string;
  readonly place: Place;
}

export interface CsvRows {
  readonly rows: readonly (readonly CsvCell[])[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Lines without anything are left out. The divider is the one of the first line: a comma, or the semicolon of Excel. */
export function csvCells(file: string, text: string): CsvRows {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [first = ''] = plain.split('\n', 1);
  const delimiter = first.includes(';') && !first.includes(',') ? ';' : ',';
  try {
    const records = parse(plain, {
      delimiter,
      record_delimiter: '\n',
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly Parsed[];
    const rows = records.map(({ record, raw, info }) => {
      const written = raw.replace(/^\n+/, '').replace(/\n$/, '');
      const line = info.lines - (written.split('\n').length - 1);
      const starts = cellStarts(written, delimiter);
      return record.map(
        (cell, i): CsvCell => ({ text: unquotedText(cell), place: placeOf(file, line, starts[i]) }),
      );
    });
    return { rows, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return {
      rows: [],
      diagnostics: [
        {
          severity: 'error',
          code: 'not-csv',
          message:
            error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is not closed' : 'this is no CSV',
          hint: `put a text with quotation marks, line ends or "${delimiter}" in quotation marks, and double those in it`,
          place: { file, line, column: 1 },
        },
      ],
    };
  }
}

interface Start {
  readonly lines: number;
  readonly column: number;
}

/** Where each cell of a record begins, in lines after its first and in characters from 1. */
function cellStarts(record: string, delimiter: string): readonly Start[] {
  const starts: Start[] = [{ lines: 0, column: 1 }];
  let [lines, column, quoted] = [0, 1, false];
  for (const character of record) {
    column++;
    if (character === '"') quoted = !quoted;
    else if (character === '\n') [lines, column] = [lines + 1, 1];
    else if (character === delimiter && !quoted) starts.push({ lines, column });
  }
  return starts;
}

function placeOf(file: string, line: number, start: Start = { lines: 0, column: 1 }): Place {
  return { file, line: line + start.lines, column: start.column };
}

// What we write ourselves has an apostrophe before what a spreadsheet would take for a formula.
function unquotedText(cell: string): string {
  return cell.trim().replace(/^'(?=['\s"]*[=+\-@])/u, '');
}

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Cell, ExampleTable } from './rows/world.ts';

/** Called with every chunk: the rows of the table written so far. */
export type RowsWritten = (rows: number) => void;

/** Characters of COPY text handed over at a time: large enough to be cheap, small enough to be nothing. */
const chunkCharacters = 64 * 1024;

/** Writes all rows of a table by COPY, as fast as the server takes them and no faster. Returns how many. */
export async function copyTable(
  client: pg.ClientBase,
  table: ExampleTable,
  onRows: RowsWritten,
): Promise<number> {
  let rows = 0;
  const source = chunks(table, (count) => {
    rows = count;
    onRows(count);
  });
  const columns = table.columns.map(quote).join(', ');
  const target = client.query(copyFrom(`COPY ${quote(table.name)} (${columns}) FROM STDIN`));
  await pipeline(Readable.from(source, { objectMode: true, highWaterMark: 2 }), target);
  return rows;
}

function* chunks(table: ExampleTable, onRows: RowsWritten): Generator<Buffer> {
  let text = '';
  let rows = 0;
  for (const cells of allRows(table)) {
    text += `${cells.map(copyText).join('\t')}\n`;
    rows += 1;
    if (text.length < chunkCharacters) continue;
    yield Buffer.from(text);
    text = '';
    onRows(rows);
  }
  if (text !== '') yield Buffer.from(text);
  onRows(rows);
}

/** The planted rows in the order of the columns, then the crowd. */
export function* allRows({ name, columns, planted, crowd }: ExampleTable): Generator<readonly Cell[]> {
  for (const row of planted) {
    const unknown = Object.keys(row).find((column) => !columns.includes(column));
    if (unknown !== undefined) throw new Error(`${name} has no column ${unknown}`);
    yield columns.map((column) => row[column] ?? null);
  }
  yield* crowd();
}

/** PostgreSQL's text format for COPY: backslash, tab and line ends are escaped, `\N` is NULL. */
function copyText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  return /[\\\t\n\r]/.test(cell)
    ? cell.replace(/[\\\t\n\r]/g, (character) => copyEscapes[character] ?? '')
    : cell;
}

const copyEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

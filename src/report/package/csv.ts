/** Excel takes a file without it for the encoding of the machine, and breaks every accent. */
export const byteOrderMark = '\ufeff';

/**
 * A line of RFC 4180. NULL is nothing at all, an empty text is `""`, and what is left out because it is somebody
 * else's is the word given: three things that must not look alike.
 */
export function csvLine(cells: readonly unknown[], withheld: string): string {
  return `${cells.map((cell) => csvCell(cell, withheld)).join(',')}\r\n`;
}

function csvCell(cell: unknown, withheld: string): string {
  if (cell === undefined) return quoted(withheld);
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = neutralised(typeof cell === 'string' ? cell : JSON.stringify(cell));
  return text === '' || /[",\r\n]/.test(text) || text !== text.trim() ? quoted(text) : text;
}

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, and what a stranger once typed in a form
 * would run on the machine of the person who asked. An apostrophe before it makes it text. So it does behind a semicolon,
 * a tab or a line end within a text: where numbers have decimal commas, Excel divides lines at semicolons and takes no
 * notice of our quotation marks, so that the middle of a text begins a cell. A text that already has apostrophes there
 * gets one more, so that taking one off at every such place always gives the original. A plain number is safe.
 */
export function neutralised(text: string): string {
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return text;
  return text.replace(cellStart, "$1'").replace(textStart, "'$&");
}

const sign = '[=+\\-@＝＋－＠]';
const textStart = new RegExp(`^[\\s'"]*${sign}`, 'u');
// Each character is looked at once: what may stand before the sign holds none of what begins a cell.
const cellStart = new RegExp(`([;\\t\\r\\n])(?=(?:[^\\S;\\t\\r\\n]|['"])*${sign})`, 'gu');

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

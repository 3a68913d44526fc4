/**
 * The parts of a `CREATE INDEX` statement between its outer parentheses, as they are written: SQLite tells the names
 * of an index's columns, but of an expression only that it is one.
 */
export function indexedParts(definition: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < definition.length; i++) {
    const character = definition.charAt(i);
    const close = closingQuote[character];
    if (close !== undefined) {
      i = skipQuoted(definition, i, close);
    } else if (character === '(') {
      depth++;
      if (depth === 1) start = i + 1;
    } else if (character === ')' || (character === ',' && depth === 1)) {
      if (depth === 1) {
        parts.push(definition.slice(start, i).trim());
        start = i + 1;
      }
      if (character === ')' && --depth === 0) return parts;
    }
  }
  return parts;
}

const closingQuote: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '[': ']' };

// A quote inside a name or text is doubled: it closes and opens again.
function skipQuoted(text: string, open: number, close: string): number {
  const end = text.indexOf(close, open + 1);
  return end === -1 ? text.length : end;
}

/** A word, name, text, number or sign of a dump, and where it stands. */
export interface Token {
  /** `word`: unquoted; `name`: between backticks; `text`: between quotes, as it is written. */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'sign';
  /** A word in small letters; a name without its quotes; else as written. */
  readonly value: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A statement of a dump, without the delimiter behind it. Never empty. */
export type Statement = readonly [Token, ...Token[]];

/**
 * The statements of what mariadb-dump writes, as the server reads them: what stands in a comment with a version is read,
 * and `delimiter` is heeded.
 */
export function* dumpStatements(text: string): Generator<Statement> {
  const reading: Reading = { text, at: 0, line: 1, delimiter: ';', escapes: true };
  let tokens: Token[] = [];
  for (;;) {
    const next = nextToken(reading, tokens.length === 0);
    if (next === 'delimiter' || next === 'end') {
      const [first, ...rest] = tokens;
      if (first !== undefined) {
        heedMode(reading, tokens);
        yield [first, ...rest];
      }
      if (next === 'end') return;
      tokens = [];
    } else tokens.push(next);
  }
}

interface Reading {
  readonly text: string;
  at: number;
  line: number;
  delimiter: string;
  /** A backslash in a text escapes what follows it. */
  escapes: boolean;
}

/** Code in a dump is written in the mode in which it was made: there a backslash can be one. */
function heedMode(reading: Reading, tokens: readonly Token[]): void {
  if (tokens[0]?.value !== 'set' || !tokens.some(({ value }) => value === 'sql_mode')) return;
  reading.escapes = !tokens.some(({ kind, value }) => kind === 'text' && /NO_BACKSLASH_ESCAPES/i.test(value));
}

type Pattern = readonly [Token['kind'] | 'space', RegExp];

const escapedTexts: readonly Pattern[] = [
  ['text', /'(?:[^'\\]|\\[\s\S]|'')*'/y],
  ['text', /"(?:[^"\\]|\\[\s\S]|"")*"/y],
];
const plainTexts: readonly Pattern[] = [
  ['text', /'(?:[^']|'')*'/y],
  ['text', /"(?:[^"]|"")*"/y],
];

const patterns: readonly Pattern[] = [
  ['space', /\s+/y],
  // A version that no server has: for the program that reads the file.
  ['space', /\/\*M?!999999[\s\S]*?\*\//y],
  // What stands in a comment with a version is code; its end has lost its beginning.
  ['space', /\/\*M?!\d*|\*\//y],
  ['space', /\/\*[\s\S]*?(?:\*\/|$)/y],
  ['space', /--(?=\s|$)[^\n]*|#[^\n]*/y],
  ['name', /`(?:[^`]|``)*`/y],
  ['number', /\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\p{L}\p{N}_$])/iuy],
  ['word', /@{0,2}[\p{L}\p{N}_$]+/uy],
  ['sign', /[\s\S]/uy],
];

function nextToken(reading: Reading, atStart: boolean): Token | 'delimiter' | 'end' {
  const { text } = reading;
  while (reading.at < text.length) {
    const start = reading.at;
    const command = atStart ? matchAt(/delimiter[ \t]+(\S+)[^\n]*/iy, text, start) : null;
    if (command !== null) {
      reading.delimiter = command[1] ?? ';';
      reading.at += command[0].length;
      continue;
    }
    if (text.startsWith(reading.delimiter, start)) {
      reading.at += reading.delimiter.length;
      return 'delimiter';
    }
    const { kind, written } = read(reading);
    const { line } = reading;
    reading.at += written.length;
    reading.line += written.split('\n').length - 1;
    if (kind !== 'space') return { kind, value: meaningOf(kind, written), line, start, end: reading.at };
  }
  return 'end';
}

function read({ text, at, escapes }: Reading): {
  readonly kind: Token['kind'] | 'space';
  readonly written: string;
} {
  for (const [kind, pattern] of [...(escapes ? escapedTexts : plainTexts), ...patterns]) {
    const [written] = matchAt(pattern, text, at) ?? [];
    if (written !== undefined) return { kind, written };
  }
  return { kind: 'sign', written: text.slice(at, at + 1) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function meaningOf(kind: Token['kind'], written: string): string {
  if (kind === 'word') return written.toLowerCase();
  return kind === 'name' ? written.slice(1, -1).replaceAll('``', '`') : written;
}

/** What a file of SQL is made of, one by one, as the program it was written for would read it. */
export interface ScriptPart {
  /** `command`: not SQL but for the program that reads the file: `\restrict …`, `.tables`. */
  readonly kind: 'statement' | 'command';
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /**
   * What stands outside parentheses, in small letters and single spaces: without comments, with `''` for a text and `""`
   * for a quoted name. Enough to tell what a statement does, and nothing in a text can pass for a word.
   */
  readonly outline: string;
}

/** How a database spells what is not a word. */
export interface ScriptSyntax {
  /** Begins, at the start of a line or anywhere, what is for the reading program. */
  readonly command: { readonly mark: string; readonly anywhere: boolean };
  readonly dollarQuotes: boolean;
  readonly escapeStrings: boolean;
  readonly nestedComments: boolean;
  /** Further pairs around a name. */
  readonly nameQuotes: readonly (readonly [open: string, close: string])[];
  /** Such a statement may hold others between `begin` and `end`. */
  readonly mayHoldBlock: RegExp;
}

export const postgresqlScript: ScriptSyntax = {
  command: { mark: '\\', anywhere: true },
  dollarQuotes: true,
  escapeStrings: true,
  nestedComments: true,
  nameQuotes: [],
  mayHoldBlock: /^create (or replace )?(function|procedure)\b/,
};

export const sqliteScript: ScriptSyntax = {
  command: { mark: '.', anywhere: false },
  dollarQuotes: false,
  escapeStrings: false,
  nestedComments: false,
  nameQuotes: [
    ['`', '`'],
    ['[', ']'],
  ],
  mayHoldBlock: /^create (temp |temporary )?trigger\b/,
};

/** The parts of a file, read as far as they are asked for. A last statement needs no semicolon. */
export function* scriptParts(text: string, syntax: ScriptSyntax): Generator<ScriptPart> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const part = nextPart(text, at, syntax);
    const begin = part.begin ?? part.end;
    const startLine = line + countLines(text, at, begin);
    if (part.begin !== null) {
      const outline = part.outline.join(' ').replaceAll(' .', '.').replaceAll('. ', '.');
      yield { kind: part.kind, text: text.slice(begin, part.textEnd), line: startLine, outline };
    }
    line += countLines(text, at, part.end);
    at = part.end;
  }
}

interface Reading {
  kind: ScriptPart['kind'];
  /** Null while only white space and comments were met. */
  begin: number | null;
  textEnd: number;
  end: number;
  readonly outline: string[];
}

function nextPart(text: string, start: number, syntax: ScriptSyntax): Reading {
  const part: Reading = {
    kind: 'statement',
    begin: null,
    textEnd: text.length,
    end: text.length,
    outline: [],
  };
  let parentheses = 0;
  let blocks = 0;
  for (let at = start; at < text.length; ) {
    const token = tokenAt(text, at, syntax);
    const next = at + token.text.length;
    if (token.kind === 'space') {
      at = next;
      continue;
    }
    if (isCommand(text, at, { syntax, inside: part.begin !== null })) {
      // What stands before it is a statement of its own, without its semicolon.
      if (part.begin !== null) return { ...part, textEnd: at, end: at };
      const end = endOfLine(text, at);
      return { ...part, kind: 'command', begin: at, textEnd: end, end };
    }
    if (token.text === ';' && parentheses === 0 && blocks === 0) {
      return { ...part, textEnd: at, end: next };
    }
    part.begin ??= at;
    if (token.text === ')') parentheses = Math.max(0, parentheses - 1);
    if (parentheses === 0) part.outline.push(token.outline);
    if (token.text === '(') parentheses++;
    if (token.kind === 'word' && parentheses === 0)
      blocks = blocksAfter(blocks, token.outline, () => syntax.mayHoldBlock.test(part.outline.join(' ')));
    at = next;
  }
  return part;
}

/** `begin atomic … end` of a function, and `begin … end` of a trigger, in which `case` ends with `end` too. */
function blocksAfter(blocks: number, word: string, mayHoldBlock: () => boolean): number {
  if (word === 'begin') return mayHoldBlock() ? blocks + 1 : blocks;
  if (blocks === 0) return 0;
  if (word === 'case') return blocks + 1;
  return word === 'end' ? blocks - 1 : blocks;
}

function isCommand(
  text: string,
  at: number,
  { syntax, inside }: { readonly syntax: ScriptSyntax; readonly inside: boolean },
): boolean {
  const { mark, anywhere } = syntax.command;
  if (text[at] !== mark) return false;
  return anywhere || (!inside && (at === 0 || text[at - 1] === '\n'));
}

interface Token {
  readonly kind: 'space' | 'word' | 'other';
  readonly text: string;
  readonly outline: string;
}

const white = /\s+/y;
const lineComment = /--[^\n]*/y;
const word = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const dollarQuote = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

function tokenAt(text: string, at: number, syntax: ScriptSyntax): Token {
  const skipped = match(white, text, at) ?? match(lineComment, text, at);
  if (skipped !== null) return { kind: 'space', text: skipped, outline: '' };
  if (text.startsWith('/*', at))
    return { kind: 'space', text: text.slice(at, endOfComment(text, at, syntax)), outline: '' };
  const until = (end: number, outline: string): Token => ({
    kind: 'other',
    text: text.slice(at, end),
    outline,
  });
  const character = text[at] ?? '';
  if (syntax.escapeStrings && /^e'/i.test(text.slice(at, at + 2)))
    return until(endOfQuoted(text, at + 1, { close: "'", escapes: true }), `''`);
  if (character === "'") return until(endOfQuoted(text, at, { close: "'", escapes: false }), `''`);
  if (character === '"') return until(endOfQuoted(text, at, { close: '"', escapes: false }), '""');
  const pair = syntax.nameQuotes.find(([open]) => open === character);
  if (pair !== undefined) return until(endOfQuoted(text, at, { close: pair[1], escapes: false }), '""');
  const dollars = syntax.dollarQuotes ? match(dollarQuote, text, at) : null;
  if (dollars !== null) {
    const end = text.indexOf(dollars, at + dollars.length);
    return until(end === -1 ? text.length : end + dollars.length, `''`);
  }
  const name = match(word, text, at);
  if (name !== null) return { kind: 'word', text: name, outline: name.toLowerCase() };
  return { kind: 'other', text: character, outline: character };
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** A quote that is doubled is one of the text. */
function endOfQuoted(
  text: string,
  start: number,
  { close, escapes }: { readonly close: string; readonly escapes: boolean },
): number {
  for (let at = start + 1; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++;
    else if (text[at] === close) {
      if (text[at + 1] !== close) return at + 1;
      at++;
    }
  }
  return text.length;
}

function endOfComment(text: string, start: number, { nestedComments }: ScriptSyntax): number {
  let depth = 1;
  for (let at = start + 2; at < text.length; at++) {
    if (text.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    } else if (nestedComments && text.startsWith('/*', at)) {
      depth++;
      at++;
    }
  }
  return text.length;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

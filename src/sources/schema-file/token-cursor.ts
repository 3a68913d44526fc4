import { GestandError } from '../../base/error.ts';
import type { Statement, Token } from './mariadb-tokens.ts';

/** What refuses all that is not understood, with its line. */
export interface Reader {
  readonly file: string;
  readonly text: string;
  readonly advice: string;
}

/** Reads a statement from left to right. What is not what was asked for stays unread. */
export class TokenCursor {
  readonly #reader: Reader;
  readonly #tokens: Statement;
  #at = 0;

  constructor(reader: Reader, tokens: Statement) {
    this.#reader = reader;
    this.#tokens = tokens;
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  get line(): number {
    return (this.next ?? this.#tokens.at(-1) ?? this.#tokens[0]).line;
  }

  /** Whether these words or signs come next; then they are read. */
  take(...values: readonly string[]): boolean {
    const fits = values.every((value, i) => {
      const token = this.#tokens[this.#at + i];
      return token !== undefined && (token.kind === 'word' || token.kind === 'sign') && token.value === value;
    });
    if (fits) this.#at += values.length;
    return fits;
  }

  /** The first of these that comes next. */
  takeOne(values: Iterable<string>): string | undefined {
    for (const value of values) if (this.take(...value.split(' '))) return value;
    return undefined;
  }

  expect(...values: readonly string[]): void {
    if (!this.take(...values)) this.refuse();
  }

  takeKind(...kinds: readonly Token['kind'][]): Token | undefined {
    const token = this.next;
    if (token === undefined || !kinds.includes(token.kind)) return undefined;
    this.#at++;
    return token;
  }

  expectKind(...kinds: readonly Token['kind'][]): Token {
    return this.takeKind(...kinds) ?? this.refuse();
  }

  /** A name, between backticks or not. */
  name(): string {
    return this.expectKind('name', 'word').value;
  }

  /** What stands between parentheses, as it is written; they come next. */
  parenthesised(): string {
    const open = this.next;
    this.expect('(');
    for (let depth = 1; ; ) {
      const token = this.expectKind('word', 'name', 'text', 'number', 'sign');
      if (token.kind !== 'sign') continue;
      depth += token.value === '(' ? 1 : token.value === ')' ? -1 : 0;
      if (depth === 0) return this.#reader.text.slice(open?.end ?? 0, token.start);
    }
  }

  /** As {@link parenthesised}, when a parenthesis comes next. */
  maybeParenthesised(): string | undefined {
    return this.next?.kind === 'sign' && this.next.value === '(' ? this.parenthesised() : undefined;
  }

  /** Texts and numbers may be somebody's: only a word, name or sign is shown. */
  refuse(why = 'is not understood'): never {
    const { file, advice } = this.#reader;
    const token = this.next;
    const shown =
      token === undefined
        ? 'the end of the statement'
        : token.kind === 'text' || token.kind === 'number'
          ? `a ${token.kind}`
          : `"${token.value}"`;
    throw new GestandError('bad-input', `${file}:${this.line}: ${shown} here ${why}. ${advice}`);
  }
}

import { randomInt } from 'node:crypto';
import { HTTPException } from 'hono/http-exception';
import { errorTable, GestandError } from '../base/error.ts';

/** What a caller may know of what went wrong. */
export interface Problem {
  readonly status: number;
  /** Of the error table, or null for what only HTTP knows (an unknown path, a forbidden origin). */
  readonly code: string | null;
  /** For whoever must act; null when the text could say something of our inside. */
  readonly message: string | null;
  /** What to quote when asking for help; the log has the same. Null where nothing is wrong with us. */
  readonly reference: string | null;
  /** More precise than the code, for a program. */
  readonly reason?: string;
  /** Each mistake in what was sent. */
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
}

/** A mistake at a place in what was sent. What was written there is not repeated. */
export interface FieldProblem {
  /** A JSON pointer (RFC 6901) into the body: `/wish/text`. */
  readonly pointer: string;
  readonly detail: string;
  readonly reason: string;
}

export const notFound: Problem = { status: 404, code: 'not-found', message: null, reference: null };
export const tooLarge: Problem = { status: 413, code: 'limit-exceeded', message: null, reference: null };

/** Maps an error through the error table. What went wrong with us leaves with a reference and without its text. */
export function problemOf(error: unknown): Problem {
  if (error instanceof HTTPException && error.status < 500) {
    return { status: error.status, code: null, message: null, reference: null };
  }
  const code = error instanceof GestandError ? error.code : 'internal';
  const status = errorTable[code].http;
  if (status < 500 && error instanceof GestandError) {
    return { status, code, message: error.message, reference: null };
  }
  return { status, code: 'internal', message: null, reference: newReference() };
}

/** The first line of our own code in the stack: what a log may say of a defect without its text. */
export function frameOf(error: unknown): string | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /\b((?:src|examples)\/[\w./-]+\.ts:\d+)/.exec(stack)?.[1] ?? null;
}

// Without letters and digits that are mistaken for each other over the telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function newReference(): string {
  const letters = Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

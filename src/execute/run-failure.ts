import type { Json } from '../base/canonical-json.ts';
import { type ErrorCode, GestandError } from '../base/error.ts';
import { isUnreachable } from '../store/database-error.ts';

export type FailureCode = ErrorCode | 'unverified';

/** Why a run ends without having done what was approved: there is no use in trying again. */
export class RunFailure extends Error {
  readonly code: FailureCode;
  /** For the ledger: names of sources and tables, counts. */
  readonly detail: Readonly<Record<string, Json>>;

  constructor(
    code: FailureCode,
    about: { readonly message: string; readonly detail: Readonly<Record<string, Json>> },
  ) {
    super(about.message);
    this.name = 'RunFailure';
    this.code = code;
    this.detail = about.detail;
  }
}

/** How often a run may meet an error before it fails: never again, a few times, or for days. */
type Patience = 'none' | 'some' | 'long' | 'leave';

const patienceWith: Readonly<Record<ErrorCode, Patience>> = {
  'bad-input': 'none',
  'bad-configuration': 'none',
  unauthorised: 'none',
  forbidden: 'none',
  'not-found': 'none',
  conflict: 'none',
  gone: 'none',
  'too-many': 'some',
  'not-approved': 'none',
  drifted: 'none',
  'limit-exceeded': 'none',
  // A source that is away comes back; a weekend is not a reason to give up.
  'source-unreachable': 'long',
  'store-unreachable': 'long',
  // The step itself counts, and then sends the person a link.
  'receiver-unreachable': 'long',
  // Another program's lock, a full disk: some of these pass.
  'source-failed': 'some',
  'port-in-use': 'none',
  // Whoever holds the run now will finish it.
  'lost-lease': 'leave',
  'evidence-changed': 'none',
  internal: 'some',
};

const attempts: Readonly<Record<Exclude<Patience, 'leave'>, number>> = { none: 1, some: 8, long: 1000 };
const longestPauseSeconds = 600;

/** What becomes of a run after an error. */
export type Verdict =
  | { readonly kind: 'fail'; readonly code: FailureCode; readonly detail: Readonly<Record<string, Json>> }
  | { readonly kind: 'pause'; readonly code: FailureCode; readonly seconds: number }
  | { readonly kind: 'leave' };

/** `attempt`: how many times what failed was tried, this time included. */
export function judgeFailure(error: unknown, attempt: number): Verdict {
  if (error instanceof RunFailure) return { kind: 'fail', code: error.code, detail: error.detail };
  const code = codeOf(error);
  const patience = patienceWith[code];
  if (patience === 'leave') return { kind: 'leave' };
  if (attempt >= attempts[patience]) return { kind: 'fail', code, detail: {} };
  return { kind: 'pause', code, seconds: Math.min(2 ** attempt, longestPauseSeconds) };
}

export function codeOf(error: unknown): ErrorCode {
  if (error instanceof GestandError) return error.code;
  return isUnreachable(error) ? 'store-unreachable' : 'internal';
}

/** The first line of our own code in the stack, without the error's text: `src/plan/select.ts:31`. */
export function frameOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /\n\s+at .*?(src\/[\w./-]+\.ts:\d+)/.exec(stack)?.[1];
}

import { GestandError } from '../../base/error.ts';

/** SQLite's primary result code (`SQLITE_BUSY` is 5); null when the error is not SQLite's. */
export function resultCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;
}

/** Another connection is in the way; trying again may succeed. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === busy || code === locked;
}

/** A SQLite error as one of ours. Its message may quote a value or a trigger's own text, so only its code is told. */
export function failureOf(source: string, error: unknown): unknown {
  const code = resultCode(error);
  if (code === null) return error;
  const failure = failures[code];
  const cause = new Error(`SQLite result code ${code}`);
  return new GestandError(
    failure?.code ?? 'source-failed',
    `source ${source}: ${failure?.advice ?? `a statement failed (SQLite result code ${code})`}`,
    { cause },
  );
}

const busy = 5;
const locked = 6;

const failures: Readonly<
  Record<number, { readonly code: 'source-unreachable' | 'source-failed'; readonly advice: string }>
> = {
  [busy]: { code: 'source-failed', advice: 'another program keeps the file locked; close it and try again' },
  [locked]: {
    code: 'source-failed',
    advice: 'another program keeps the file locked; close it and try again',
  },
  1: {
    code: 'source-failed',
    advice: 'a table or column is gone since the last introspection; make a new plan',
  },
  8: {
    code: 'source-failed',
    advice: 'the file or its folder may not be written to; give this process the right',
  },
  10: { code: 'source-unreachable', advice: 'the file cannot be read or written; check the disk' },
  11: { code: 'source-failed', advice: 'the file is damaged; restore it from a backup' },
  13: { code: 'source-failed', advice: 'the disk is full' },
  14: { code: 'source-unreachable', advice: 'the file cannot be opened; check the path of its connection' },
  19: {
    code: 'source-failed',
    advice: 'a constraint refuses the change; introspect again and make a new plan',
  },
  26: { code: 'source-unreachable', advice: 'the file is not a SQLite database' },
};

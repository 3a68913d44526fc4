import pg from 'pg';
import { GestandError } from '../base/error.ts';

/** The states of PostgreSQL that Gestand acts upon. Errors are recognised by state, never by text. */
export const sqlState = {
  uniqueViolation: '23505',
  serialisationFailure: '40001',
  deadlockDetected: '40P01',
  duplicateTable: '42P07',
  undefinedTable: '42P01',
  duplicateSchema: '42P06',
  /** Of two that create one table at once, the second can meet its row type first. */
  duplicateObject: '42710',
} as const;

/** The SQLSTATE of an error of the database; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** Something with this key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlStateOf(error) === sqlState.uniqueViolation;
}

/** Two transactions were in each other's way; the same work done again may well succeed. */
export function mayRetry(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === sqlState.serialisationFailure || state === sqlState.deadlockDetected;
}

// Class 08: connection; 28: refused sign-in; 3D: no such database; 57P: shutting down; 53300: too many sessions.
const unreachableState = /^(?:08|28|3D|57P|53300)/;
const unreachableCode = /^E(?:CONNREFUSED|CONNRESET|NOTFOUND|TIMEDOUT|HOSTUNREACH|PIPE|AI_AGAIN)$/;

/** Whether the database could not be spoken with at all. */
export function isUnreachable(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined) return unreachableState.test(state);
  return unreachableCode.test((error as { code?: string } | null)?.code ?? '');
}

/** The clear sentence for a store that cannot be reached; it names host and database, never the password. */
export function storeUnreachable(url: string, cause: unknown): GestandError {
  const address = URL.parse(url);
  const where = address === null ? 'of DATABASE_URL' : `${address.host}${address.pathname}`;
  const reason = sqlStateOf(cause) ?? (cause as { code?: string } | null)?.code ?? 'no answer';
  return new GestandError(
    'store-unreachable',
    `The database ${where} cannot be reached (${reason}). Check that the server runs and that DATABASE_URL is right.`,
    { cause },
  );
}

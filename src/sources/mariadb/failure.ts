import { GestandError } from '../../base/error.ts';

/** What went wrong while connecting, and what while a statement ran, are different advice. */
export type FailurePhase = 'connect' | 'statement';

/** The server's own error number; null when the connection itself failed, or when the error is not the server's. */
export function errorNumber(error: unknown): number | null {
  const isServers = error instanceof Error && 'sqlState' in error && 'errno' in error;
  return isServers && typeof error.errno === 'number' ? error.errno : null;
}

const deadlock = 1213;
const lockWait = 1205;
/** A row was changed by another transaction since this one's snapshot (from MariaDB 11.6). */
const changedSince = 1020;

/** Work that lost to another transaction may simply be begun again. */
export function isRetryable(error: unknown): boolean {
  return [deadlock, lockWait, changedSince].includes(errorNumber(error) ?? 0);
}

/** A foreign key: the row is still referred to. */
export function isReferredTo(error: unknown): boolean {
  return errorNumber(error) === 1451;
}

/**
 * A database error as one of ours. MariaDB puts values of rows into its messages (`Duplicate entry '…' for key`), so
 * none is passed on, not even as a cause: only the error's number and SQLSTATE.
 */
export function failureOf(source: string, error: unknown, phase: FailurePhase): GestandError {
  if (error instanceof GestandError) return error;
  const number = errorNumber(error);
  const reason = number === null ? connectionReason(error) : `MariaDB error ${number}${stateOf(error)}`;
  const cause = new Error(reason);
  if (number === null || phase === 'connect' || isConnectionLoss(number)) {
    return new GestandError(
      'source-unreachable',
      `source ${source} cannot be reached (${reason}): ${advice[number ?? 0] ?? 'check that the server runs and that the address of its connection is right'}`,
      { cause },
    );
  }
  return new GestandError(
    'source-failed',
    `source ${source} refused a statement (${reason}): ${advice[number] ?? "look this number up in the server's own log"}`,
    { cause },
  );
}

function stateOf(error: unknown): string {
  const state = error instanceof Error && 'sqlState' in error ? String(error.sqlState) : '';
  return /^[0-9A-Z]{5}$/.test(state) ? `, SQLSTATE ${state}` : '';
}

// Node's own codes (`ECONNREFUSED`) name no data; a message without a code may.
function connectionReason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return connectionReason(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'connection lost or not answered in time';
}

/** The server ends the connection, or does not let it begin. */
export function isConnectionLoss(number: number): boolean {
  return connectionErrors.has(number);
}

const connectionErrors: ReadonlySet<number> = new Set([
  1040, 1053, 1077, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1927,
]);

const advice: Readonly<Record<number, string>> = {
  1040: 'the server has no connection left',
  1044: 'the user may not use this database; grant it',
  1045: 'check the user name and password of its connection',
  1048: 'a column that must have a value cannot be emptied; say so in the policy',
  1049: 'the database named in its connection does not exist',
  1053: 'the server is shutting down; try again shortly',
  1054: 'a column is gone since the last introspection; make a new plan',
  1062: 'a unique key refuses an emptied value; introspect again and make a new plan',
  1114: 'the disk of the server, or its space for temporary tables, is full',
  1142: 'grant the user this right on the table',
  1143: 'grant the user this right on the column',
  1146: 'a table is gone since the last introspection; make a new plan',
  1267: 'two linked columns have different collations; give them one, or take the link out',
  1290: 'the server is read-only',
  1451: 'a foreign key that the plan does not know; introspect again and make a new plan',
  1452: 'a foreign key that the plan does not know; introspect again and make a new plan',
  1698: 'the user may not come in this way; give it a password',
  1792: 'the transaction may only read',
  1927: 'the connection was ended on the server',
  [deadlock]: 'other transactions kept getting in the way; try again',
  [lockWait]: 'other transactions kept getting in the way; try again',
  [changedSince]: 'other transactions kept getting in the way; try again',
  1969: 'the statement was stopped on the server: it ran longer than max_statement_time',
  1317: 'the statement was cancelled on the server',
};

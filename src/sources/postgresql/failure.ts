import pg from 'pg';
import { GestandError } from '../../base/error.ts';

/** What went wrong while connecting, and what while a statement ran, are different advice. */
export type FailurePhase = 'connect' | 'statement';

/** The SQLSTATE of a failed statement; null when the connection itself failed. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

/** A transaction that lost to another one may simply be tried again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/**
 * A database error as one of ours. PostgreSQL puts values of rows into MESSAGE, DETAIL and WHERE (`Key
 * (email)=(…) already exists`), so none of the three is passed on, not even as a cause: only the SQLSTATE and the
 * names of what it is about.
 */
export function failureOf(source: string, error: unknown, phase: FailurePhase): GestandError {
  if (error instanceof GestandError) return error;
  const state = sqlState(error);
  const cause = new Error(state === null ? `connection: ${errno(error)}` : `SQLSTATE ${state}`);
  if (state === null || phase === 'connect' || isConnectionLoss(state)) {
    const reason = state === null ? errno(error) : `SQLSTATE ${state}`;
    return new GestandError(
      'source-unreachable',
      `source ${source} cannot be reached (${reason}): ${connectAdvice(state)}`,
      { cause },
    );
  }
  const about = error instanceof pg.DatabaseError ? aboutOf(error) : '';
  return new GestandError(
    'source-failed',
    `source ${source} refused a statement (SQLSTATE ${state}${about}): ${statementAdvice(state)}`,
    { cause },
  );
}

export function isConnectionLoss(state: string): boolean {
  return state.startsWith('08') || state.startsWith('57P');
}

// Names of the schema are configuration, not personal data.
function aboutOf(error: pg.DatabaseError): string {
  const parts = [
    error.table === undefined ? '' : `table ${error.schema ?? '?'}.${error.table}`,
    error.column === undefined ? '' : `column ${error.column}`,
    error.constraint === undefined ? '' : `constraint ${error.constraint}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

// Node's own codes (`ECONNREFUSED`) name no data; a message without a code may.
function errno(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errno(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'connection lost or not answered in time';
}

const connectAdviceOf: Readonly<Record<string, string>> = {
  '28P01': 'check the user name and password of its connection',
  '28000': 'check the role of its connection and what pg_hba.conf allows',
  '3D000': 'the database named in its connection does not exist',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting up or shutting down; try again shortly',
};

function connectAdvice(state: string | null): string {
  return (
    connectAdviceOf[state ?? ''] ??
    'check that the server runs and that the address of its connection is right'
  );
}

const statementAdviceOf: Readonly<Record<string, string>> = {
  '42501': 'grant the role this right; row-level security must not hide rows from it (BYPASSRLS)',
  '42P01': 'a table is gone since the last introspection; make a new plan',
  '42703': 'a column is gone since the last introspection; make a new plan',
  '23503': 'a foreign key that the plan does not know; introspect again and make a new plan',
  '23502': 'a column that must have a value cannot be emptied; say so in the policy',
  '53100': 'the disk of the server is full',
  '25006': 'the server or the role is read-only',
  '40001': 'other transactions kept getting in the way; try again',
  '40P01': 'other transactions kept getting in the way; try again',
  '57014': 'the statement was cancelled on the server',
};

function statementAdvice(state: string): string {
  return statementAdviceOf[state] ?? "look this SQLSTATE up in the server's own log";
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assert } from '../../base/assert.ts';
import { GestandError } from '../../base/error.ts';
import { type IdentityKind, identityKinds, normaliseIdentity } from '../../domain/identity.ts';
import type { Row, Session, StatementResult, TransactionMode } from '../session.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import type { ScopedStatement } from '../sql/scoped-statement.ts';
import { failureOf, isBusy } from './failure.ts';
import { ReadWriteLock } from './read-write-lock.ts';

/** The way into one SQLite file. Every failure leaves as a GestandError without values of rows. */
export interface SqliteConnection {
  readonly file: string;
  /** One statement that changes nothing. */
  run(statement: CompiledSql): Promise<StatementResult>;
  /** Rows one by one, from one snapshot. */
  stream(statement: ScopedStatement): AsyncIterable<Row>;
  transaction<T>(mode: TransactionMode, work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** SQLite waits by blocking the process: briefly there, and for the rest of the time here. */
const busyTimeoutMs = 100;
const busyAttempts = 60;
const busyDelayMs = 100;
const rowsPerTurn = 1_000;

/**
 * @param connectionString a path, or a `file:` or `sqlite:` URL.
 *
 * Each statement or transaction has a connection of its own, so that nothing stays open between them and a
 * reader's snapshot is never another's.
 */
export function sqliteConnection(source: string, connectionString: string): SqliteConnection {
  const file = filePath(connectionString);
  const lock = new ReadWriteLock();
  const transaction = async <T>(
    mode: TransactionMode,
    work: (session: Session) => Promise<T>,
  ): Promise<T> => {
    const release = mode === 'write' ? await lock.write() : await lock.read();
    let database: DatabaseSync | undefined;
    try {
      database = openDatabase(source, file);
      const opened = database;
      await patiently(() => opened.exec(mode === 'write' ? 'begin immediate' : 'begin'));
      const result = await work({ run: async (statement) => runOn(opened, statement) });
      await patiently(() => opened.exec('commit'));
      return result;
    } catch (error) {
      throw failureOf(source, error);
    } finally {
      // What has not been committed is rolled back by closing.
      database?.close();
      release();
    }
  };
  return {
    file,
    run: (statement) => transaction('read', (session) => session.run(statement)),
    stream: (statement) => streamRows({ source, file, lock }, statement),
    transaction,
    close: async () => {
      const release = await lock.write();
      release();
    },
  };
}

async function* streamRows(
  { source, file, lock }: { readonly source: string; readonly file: string; readonly lock: ReadWriteLock },
  statement: ScopedStatement,
): AsyncGenerator<Row> {
  const release = await lock.read();
  let database: DatabaseSync | undefined;
  try {
    database = openDatabase(source, file);
    // One transaction, so that the prelude and the statement see one moment.
    database.exec('begin');
    for (const before of statement.prelude) await runOn(database, before);
    const prepared = prepare(database, statement.sql);
    let read = 0;
    for (const row of prepared.iterate(...statement.parameters.map(bindable))) {
      yield plainRow(row);
      if (++read % rowsPerTurn === 0) await nextTurn();
    }
  } catch (error) {
    throw failureOf(source, error);
  } finally {
    database?.close();
    release();
  }
}

/** The same for the same arguments; a whole number comes in full. */
const exactFunction = { deterministic: true, useBigIntArguments: true };

function openDatabase(source: string, file: string): DatabaseSync {
  if (!existsSync(file)) {
    throw new GestandError(
      'source-unreachable',
      `source ${source}: the file of its connection does not exist; check the path`,
    );
  }
  const url = pathToFileURL(file);
  // Never creates a file, also when it goes away between the look and the opening.
  url.searchParams.set('mode', 'rw');
  const database = new DatabaseSync(url, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  database.function('gestand_normalise', exactFunction, (kind, value) => {
    if (value === null || value === undefined) return null;
    assert(isIdentityKind(kind), 'a known identity kind');
    return normaliseIdentity(kind, textOf(value)).value;
  });
  // Cheaper than the normal form of a number: the few rows that are left are judged by that.
  database.function('gestand_digits', exactFunction, (value) =>
    value === null || value === undefined ? null : textOf(value).replace(/[^0-9]/g, ''),
  );
  // SQLite's own `lower` folds ASCII only.
  database.function('gestand_fold', exactFunction, (value) =>
    value === null || value === undefined ? null : textOf(value).toLowerCase(),
  );
  return database;
}

async function runOn(database: DatabaseSync, { sql, parameters }: CompiledSql): Promise<StatementResult> {
  const prepared = prepare(database, sql);
  const values = parameters.map(bindable);
  if (prepared.columns().length === 0) {
    const { changes } = prepared.run(...values);
    return { rows: [], count: Number(changes) };
  }
  const rows = prepared.all(...values).map(plainRow);
  return { rows, count: rows.length };
}

function prepare(database: DatabaseSync, sql: string): StatementSync {
  const prepared = database.prepare(sql);
  prepared.setReadBigInts(true);
  return prepared;
}

// A whole number a JavaScript number cannot hold stays what it is, as text.
function plainRow(row: Record<string, SQLOutputValue>): Row {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    plain[name] =
      typeof value !== 'bigint'
        ? value
        : Number.isSafeInteger(Number(value))
          ? Number(value)
          : value.toString();
  }
  return plain;
}

function bindable(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  assert(value instanceof Uint8Array, 'a value SQLite can hold');
  return value;
}

function textOf(value: SQLOutputValue): string {
  return ArrayBuffer.isView(value) ? Buffer.from(value).toString('utf8') : String(value);
}

function isIdentityKind(value: unknown): value is IdentityKind {
  return identityKinds.some((kind) => kind === value);
}

async function patiently(work: () => void): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || tried === busyAttempts) throw error;
      await delay(busyDelayMs);
    }
  }
}

function filePath(connectionString: string): string {
  if (connectionString.startsWith('file://')) return fileURLToPath(connectionString);
  return resolve(connectionString.replace(/^(file|sqlite):(\/\/(?=\/))?/, ''));
}

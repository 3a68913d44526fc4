import { setTimeout as delay } from 'node:timers/promises';
import mysql, { type FieldPacket, type PoolConnection, type QueryResult } from 'mysql2';
import { legalTimeZone } from '../../base/clock.ts';
import type { Row, Session, StatementResult } from '../session.ts';
import type { CompiledSql } from '../sql/dialect.ts';
import type { ScopedStatement } from '../sql/scoped-statement.ts';
import { connectionSettings } from './connection-settings.ts';
import { errorNumber, failureOf, isRetryable } from './failure.ts';
import { makeTables } from './session-tables.ts';
import { checkVersion } from './version.ts';

/** The connections to one MariaDB source. Every failure leaves as a GestandError without values of rows. */
export interface MariadbConnection {
  readonly database: string;
  /** One statement; a statement with relations sees one moment and locks nothing. */
  readonly session: Session;
  /** Rows one by one, from one moment, locking nothing; also when the reader stops early. */
  stream(statement: ScopedStatement): AsyncIterable<Row>;
  /** Several statements that change nothing, at one moment. */
  reading<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** The same, with temporary tables that are filled from that moment before, and that the work may change. */
  prepared<T>(
    tables: Pick<ScopedStatement, 'prelude' | 'cleanup'>,
    work: (session: Session) => Promise<T>,
  ): Promise<T>;
  /**
   * Repeatable read; what a change is decided on is locked until its end. Work that lost to another transaction is
   * begun again, so it must have no effect outside the session.
   */
  writing<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const maxConnections = 4;
const connectTimeoutMs = 5_000;
const idleTimeoutMs = 10_000;
const maxAttempts = 6;
const unknownTimeZone = 1298;
const preparedStatements = 64;
const streamedRows = 1_000;

// A statement that takes more memory than any of ours should must not take the customer's server along. A server or a
// user may have settings of its own. The compiler escapes backslashes, so they must mean what they do by
// default; lists of tables are given quoted in backquotes.
const sessionSettings = `set sql_mode = 'STRICT_ALL_TABLES', foreign_key_checks = 1, unique_checks = 1, autocommit = 1,
sql_safe_updates = 0, sql_select_limit = default, max_statement_time = 0, innodb_lock_wait_timeout = 20,
max_session_mem_used = ${2 ** 31}`;

const beginReading = 'start transaction with consistent snapshot, read only';

/** Connects when first used. @param source the source's id, for messages. */
export function mariadbConnection(source: string, connectionString: string): MariadbConnection {
  const settings = connectionSettings(source, connectionString);
  const pool = mysql.createPool({
    ...settings,
    connectionLimit: maxConnections,
    maxIdle: maxConnections,
    idleTimeout: idleTimeoutMs,
    connectTimeout: connectTimeoutMs,
    charset: 'utf8mb4_general_ci',
    // Numbers, dates and moments as they are written: a JavaScript number or Date would change them.
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
    multipleStatements: false,
    maxPreparedStatements: preparedStatements,
    // The server may not ask for files of this machine.
    flags: ['-LOCAL_FILES'],
    connectAttributes: { program_name: 'gestand' },
  });
  const ready = new WeakSet<object>();

  const connect = async (): Promise<PoolConnection> => {
    let client: PoolConnection | undefined;
    try {
      client = await acquire(pool);
      if (!ready.has(client)) {
        await prepareSession(source, client);
        ready.add(client);
      }
      return client;
    } catch (error) {
      client?.destroy();
      throw failureOf(source, error, 'connect');
    }
  };
  const using = async <T>(work: (client: PoolConnection) => Promise<T>): Promise<T> => {
    const client = await connect();
    let finished = false;
    try {
      const result = await work(client);
      finished = true;
      return result;
    } catch (error) {
      throw thrownBy(source, error);
    } finally {
      // Whatever a failed statement left in the session goes with it.
      if (finished) client.release();
      else client.destroy();
    }
  };

  return {
    database: settings.database,
    session: {
      run: (statement) => using((client) => runOn(client, statement)),
      runScoped: (statement) =>
        using((client) => runAtOneMoment(client, statement, (session) => session.run(statement))),
    },
    prepared: (tables, work) => using((client) => runAtOneMoment(client, tables, work)),
    stream: (statement) => streamRows(source, connect, statement),
    reading: (work) =>
      using(async (client) => {
        await control(client, beginReading);
        const result = await work(sessionOf(client));
        await control(client, 'rollback');
        return result;
      }),
    writing: async (work) => {
      for (let tried = 1; ; tried++) {
        const outcome = await attempt(() => using((client) => runWriting(client, work)));
        if (outcome.ok) return outcome.value;
        const lost = outcome.error instanceof LostToAnother;
        if (!lost) throw outcome.error;
        if (tried === maxAttempts) throw failureOf(source, outcome.error.cause, 'statement');
        await delay(Math.random() * 20 * 2 ** tried);
      }
    },
    close: () => new Promise((resolve) => pool.end(() => resolve())),
  };
}

async function prepareSession(source: string, client: PoolConnection): Promise<void> {
  const { rows } = await runOn(client, { sql: 'select version() as version', parameters: [] });
  checkVersion(source, String(rows[0]?.['version']));
  await control(client, "set names utf8mb4 collate 'utf8mb4_general_ci'");
  await control(client, sessionSettings);
  await control(client, 'set session transaction isolation level repeatable read');
  try {
    // Moments count as the day they have where the law counts.
    await control(client, `set time_zone = '${legalTimeZone}'`);
  } catch (error) {
    if (errorNumber(error) !== unknownTimeZone) throw error;
    // A server without a table of time zones. With the hour of summer a row is never taken for older than it is.
    await control(client, "set time_zone = '+02:00'");
  }
}

async function runWriting<T>(client: PoolConnection, work: (session: Session) => Promise<T>): Promise<T> {
  try {
    await control(client, 'start transaction');
    const result = await work(sessionOf(client));
    await control(client, 'commit');
    return result;
  } catch (error) {
    // What made the work fail is what counts, also when the connection is gone and nothing can be rolled back.
    await attempt(() => control(client, 'rollback'));
    throw isRetryable(error) ? new LostToAnother(error) : error;
  }
}

async function runAtOneMoment<T>(
  client: PoolConnection,
  { prelude, cleanup }: Pick<ScopedStatement, 'prelude' | 'cleanup'>,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = sessionOf(client);
  const fills = await makeTables(session, prelude);
  await control(client, beginReading);
  for (const fill of fills) await session.run(fill);
  const result = await work(session);
  await control(client, 'rollback');
  for (const after of cleanup) await session.run(after);
  return result;
}

async function* streamRows(
  source: string,
  connect: () => Promise<PoolConnection>,
  statement: ScopedStatement,
): AsyncGenerator<Row> {
  const client = await connect();
  const session = sessionOf(client);
  let finished = false;
  try {
    const fills = await makeTables(session, statement.prelude);
    await control(client, beginReading);
    for (const fill of fills) await session.run(fill);
    const { sql, parameters } = statement;
    const stream = client.execute(sql, [...parameters] as never).stream({ highWaterMark: streamedRows });
    // A connection that ends tells itself, and not the answer that is being read from it.
    const lost = (error: Error) => stream.destroy(error);
    client.on('error', lost);
    // Who stops reading ends the connection, and nobody hears of it.
    stream.on('error', () => undefined);
    const rows = stream[Symbol.asyncIterator]();
    for (;;) {
      const next: IteratorResult<unknown> = await told(rows.next());
      if (next.done === true) break;
      yield next.value as Row;
    }
    client.off('error', lost);
    await control(client, 'rollback');
    for (const after of statement.cleanup) await session.run(after);
    finished = true;
  } catch (error) {
    throw thrownBy(source, error);
  } finally {
    // A reader that stops early leaves the rest of the answer on the wire: that connection is not used again.
    if (finished) client.release();
    else client.destroy();
  }
}

function acquire(pool: mysql.Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, client) => (error === null ? resolve(client) : reject(error)));
  });
}

function sessionOf(client: PoolConnection): Session {
  return { run: (statement) => runOn(client, statement) };
}

function runOn(client: PoolConnection, { sql, parameters }: CompiledSql): Promise<StatementResult> {
  return answered((reply) => client.execute(sql, [...parameters] as never, reply));
}

/** A statement that is no data's: begin, commit, settings. */
async function control(client: PoolConnection, statement: string): Promise<void> {
  await answered((reply) => client.query(statement, reply));
}

type Reply = (error: Error | null, result: QueryResult, fields: readonly FieldPacket[]) => void;

/** Tells an answer of the server from everything else that can happen to a connection. */
function answered(ask: (reply: Reply) => unknown): Promise<StatementResult> {
  return new Promise((resolve, reject) => {
    ask((error, result) => {
      if (error !== null) reject(errorNumber(error) === null ? new ConnectionLost(error) : error);
      else if (Array.isArray(result)) resolve({ rows: result as Row[], count: result.length });
      else resolve({ rows: [], count: result.affectedRows });
    });
  });
}

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw errorNumber(error) === null ? new ConnectionLost(error) : error;
  }
}

class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause });
    this.name = 'ConnectionLost';
  }
}

class LostToAnother extends Error {
  constructor(cause: unknown) {
    super('lost to another transaction', { cause });
    this.name = 'LostToAnother';
  }
}

// Errors of the work itself (a refusal, a defect) are not the database's, and pass unchanged.
function thrownBy(source: string, error: unknown): unknown {
  if (error instanceof ConnectionLost) return failureOf(source, error.cause, 'statement');
  return errorNumber(error) === null ? error : failureOf(source, error, 'statement');
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

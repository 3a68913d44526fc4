import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteConnection } from '../../src/sources/sqlite/connection.ts';
import { introspectSqlite } from '../../src/sources/sqlite/introspect.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { describeSource } from './source.suite.ts';
import { counting } from './test-bench.ts';
import type { Cost, Sampler, TestedDatabase } from './tested-kind.ts';

/** Where Linux tells how many bytes this process has read. */
const processReads = '/proc/self/io';

describeSource('SQLite', {
  kind: 'sqlite',
  open: sqliteSource,
  database,
  nowhere: '/nowhere/at all/list.sqlite',
  sql: {
    json: 'json',
    timestamp: 'timestamp',
    counter: 'integer primary key',
    keyText: 'text',
    createRole: () => '',
    dropRole: () => '',
    bytes: 'blob',
    someBytes: "x'0102'",
    longText: 'text',
    repeated: (letter, times) => `replace(hex(zeroblob(${times / 2})), '0', '${letter}')`,
    fill: (
      table,
      rows,
    ) => `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${rows})
      insert into ${table} select n, 'person' || n || '@example.org', 'Person ' || n, replace(hex(zeroblob(n % 50)), '0', 'x') from numbers`,
    talkativeTrigger: (table) => `
      create trigger refuse before delete on ${table} begin select raise(abort, 'no: ' || old.email); end;`,
  },
  // One more for each view, whose columns only it can tell.
  catalogStatements: 5,
  countStatements: async (connectionString) => {
    const connection = sqliteConnection('tested', connectionString);
    let count = 0;
    await introspectSqlite('tested', {
      transaction: (mode, work) =>
        connection.transaction(mode, (session) => work(counting(session, () => count++))),
    });
    return count;
  },
  costOf,
  lacks: {
    ...(existsSync(processReads) ? {} : { 'measured-reads': 'only Linux tells what a process has read' }),
    schemas: 'a SQLite file has one schema',
    partitions: 'SQLite has no partitions',
    domains: 'SQLite has no domains and no enums',
    lengths: 'SQLite does not enforce a length',
    batches: 'SQLite has one writer: an erasure is one transaction',
    roles: 'SQLite has no roles',
  },
});

/** SQLite reads its file in this process, and each transaction begins with nothing in memory. */
async function costOf<T>(database: TestedDatabase, work: (source: Sampler) => Promise<T>): Promise<Cost<T>> {
  const told = () => Number(/^rchar: (\d+)/m.exec(readFileSync(processReads, 'utf8'))?.[1]);
  const source = sqliteSource('tested', database.connectionString);
  const before = told();
  const result = await work(source);
  const read = told() - before;
  await source.close();
  return { result, reads: [{ unit: 'bytes', read, bound: 4_000_000 }] };
}

async function database(): Promise<TestedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'gestand-sqlite-'));
  const file = join(folder, "customer's list.sqlite");
  const withDatabase = <T>(work: (opened: DatabaseSync) => T): T => {
    const opened = new DatabaseSync(file);
    try {
      return work(opened);
    } finally {
      opened.close();
    }
  };
  withDatabase((opened) => opened.exec('pragma user_version = 1'));
  return {
    connectionString: file,
    script: async (sql) => withDatabase((opened) => opened.exec(sql)),
    rows: async (sql) => withDatabase((opened) => opened.prepare(sql).all()),
    // Whoever still reads or writes keeps others from locking the whole file.
    openConnections: async () =>
      withDatabase((opened) => {
        try {
          opened.exec('begin exclusive');
          return 0;
        } catch {
          return 1;
        }
      }),
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

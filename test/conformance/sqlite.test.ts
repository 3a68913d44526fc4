import { existsSync, readFileSync } from 'node:fs';
import { sqliteConnection } from '../../src/sources/sqlite/connection.ts';
import { introspectSqlite } from '../../src/sources/sqlite/introspect.ts';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { describeSource } from './source.suite.ts';
import { sqliteFile, sqliteSql } from './sqlite-file.ts';
import { counting } from './test-bench.ts';
import type { Cost, Sampler, TestedDatabase } from './tested-kind.ts';

/** Where Linux tells how many bytes this process has read. */
const processReads = '/proc/self/io';

describeSource('SQLite', {
  kind: 'sqlite',
  open: sqliteSource,
  database: sqliteFile,
  nowhere: '/nowhere/at all/list.sqlite',
  sql: sqliteSql,
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

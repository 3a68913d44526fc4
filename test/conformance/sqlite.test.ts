import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteSource } from '../../src/sources/sqlite/sqlite-source.ts';
import { describeSource } from './source.suite.ts';
import type { TestedDatabase } from './tested-kind.ts';

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
    talkativeTrigger: (table) => `
      create trigger refuse before delete on ${table} begin select raise(abort, 'no: ' || old.email); end;`,
  },
  lacks: {
    schemas: 'a SQLite file has one schema',
    partitions: 'SQLite has no partitions',
    domains: 'SQLite has no domains and no enums',
    lengths: 'SQLite does not enforce a length',
    batches: 'SQLite has one writer: an erasure is one transaction',
    roles: 'SQLite has no roles',
  },
});

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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestedDatabase, TestedKind } from './tested-kind.ts';

/** An empty SQLite file of a test's own. */
export async function sqliteFile(): Promise<TestedDatabase> {
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

/** How a test sets up a SQLite file. */
export const sqliteSql: TestedKind['sql'] = {
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
};

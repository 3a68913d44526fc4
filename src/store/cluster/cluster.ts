import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { GestandError } from '../../base/error.ts';
import { findBinaries } from './binaries.ts';
import { takeClusterLock } from './cluster-lock.ts';
import {
  brokenData,
  type ClusterPaths,
  clusterPaths,
  makeClusterFolder,
  prepareData,
  readPassword,
} from './data-folder.ts';
import { becomesReady, ended, launch, readPostmaster, removeStalePidFile, stopServer } from './postmaster.ts';
import { type Command, chooseLauncher } from './server-account.ts';

/** A PostgreSQL server that listens on this machine only. */
export interface ClusterAddress {
  readonly port: number;
  /** The connection string of a database. It holds the password: never print it. */
  databaseUrl(database: string): string;
  /** Makes the database when there is none of that name; returns its connection string. */
  ensureDatabase(database: string): Promise<string>;
}

/** The server that this process started. */
export interface Cluster extends ClusterAddress, AsyncDisposable {
  readonly folder: string;
  /** Resolves when the server ends, whether by `stop` or by itself; then `stopped` says which. */
  readonly whenEnded: Promise<{ readonly stopped: boolean }>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Where everything of the server lies: data, password, log. */
  readonly folder: string;
  /** A fixed TCP port; without it a free one is chosen. */
  readonly port?: number;
  /** Settings of PostgreSQL over ours, such as `{ fsync: 'off' }` for a test. */
  readonly settings?: Readonly<Record<string, string>>;
}

const startDeadlineSeconds = 120;
const stopPatienceSeconds = 30;
const startAttempts = 5;

/** For one company on a small machine; what differs from PostgreSQL's own and why. */
const ourSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // The path of a socket may have 107 characters, and a checkout can lie deeper.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  // Our statements are short; compiling them costs more than it gives.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // A failing statement's text, its values and the row in an error's detail are personal data. The log gets
  // the server's own life and nothing else.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/**
 * Starts the PostgreSQL from npm on a folder, which is made when it is not there. A server that a killed
 * Gestand left behind is stopped first. What was in the folder stays.
 *
 * @throws GestandError conflict when another Gestand uses the folder; port-in-use; bad-configuration when the
 * folder cannot be used.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const paths = clusterPaths(resolve(options.folder));
  makeClusterFolder(paths.folder);
  const lock = takeClusterLock(paths.lock, paths.folder);
  try {
    const binaries = await findBinaries();
    const left = readPostmaster(paths.data);
    if (left !== undefined) await stopServer(left.pid, paths.data, stopPatienceSeconds);
    const launcher = chooseLauncher(paths.data, binaries.home);
    await prepareData(paths, binaries, launcher);
    removeStalePidFile(paths.data);
    const { child, port } = await bootServer(paths, options, (args) =>
      launcher.command(binaries.postgres, args),
    );
    return runningCluster(paths, { child, port, release: lock.release });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The server that another Gestand on this machine runs in the folder, for a command beside a running `serve`;
 * undefined when none runs.
 */
export function findCluster(folder: string): ClusterAddress | undefined {
  const paths = clusterPaths(resolve(folder));
  const server = readPostmaster(paths.data);
  return server?.ready === true ? addressOf(server.port, readPassword(paths)) : undefined;
}

async function bootServer(
  paths: ClusterPaths,
  options: ClusterOptions,
  commandFor: (args: readonly string[]) => Command,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const settings = { ...ourSettings, ...options.settings };
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    if (options.port !== undefined && !(await isFree(port))) throw portInUse(port);
    const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([k, v]) => [
      '-c',
      `${k}=${v}`,
    ]);
    const child = launch(commandFor(['-D', paths.data, ...flags]), paths.log);
    if (await becomesReady(child, paths.data, startDeadlineSeconds)) return { child, port };
    if (child.pid !== undefined) await stopServer(child.pid, paths.data, stopPatienceSeconds);
    const portTaken = !(await isFree(port));
    if (options.port !== undefined && portTaken) throw portInUse(port);
    if (attempt === startAttempts || (attempt > 2 && !portTaken))
      throw brokenData(paths, `PostgreSQL does not start on it, and ${paths.log} ends with the reason`);
    // Another program took the port in between; or sessions of a killed server still hold its memory.
    await sleep(200 * attempt);
  }
}

function runningCluster(
  paths: ClusterPaths,
  {
    child,
    port,
    release,
  }: { readonly child: ChildProcess; readonly port: number; readonly release: () => void },
): Cluster {
  let stopping: Promise<void> | undefined;
  const whenEnded = ended(child).then(() => {
    const stopped = stopping !== undefined;
    release();
    return { stopped };
  });
  // A command that fails must be able to end without stopping the server by hand.
  child.unref();
  const stop = async (): Promise<void> => {
    child.ref();
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      await stopServer(child.pid, paths.data, stopPatienceSeconds);
    await whenEnded;
  };
  const stopOnce = (): Promise<void> => {
    stopping ??= stop();
    return stopping;
  };
  return {
    ...addressOf(port, readPassword(paths)),
    folder: paths.folder,
    whenEnded,
    stop: stopOnce,
    [Symbol.asyncDispose]: stopOnce,
  };
}

function addressOf(port: number, password: string): ClusterAddress {
  const databaseUrl = (database: string): string =>
    `postgres://gestand:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  return {
    port,
    databaseUrl,
    ensureDatabase: async (database) => {
      await createDatabase(databaseUrl('postgres'), database);
      return databaseUrl(database);
    },
  };
}

const alreadyThere = new Set(['42P04', '23505']);

/** Makes a database on the server when there is none of that name. */
export async function createDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !alreadyThere.has(error.code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

function portInUse(port: number): GestandError {
  return new GestandError(
    'port-in-use',
    `Port ${port} on this machine is in use by another program. Stop that program or choose another port.`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolvePort(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolveFree) => {
    const probe = createServer();
    probe.once('error', () => resolveFree(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolveFree(true)));
  });
}

import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, createConnection } from 'mysql2/promise';

/** A MariaDB server for the tests of one file, or why there is none. */
export type TestServer =
  | { readonly kind: 'ready'; readonly port: number; readonly stop: () => Promise<void> }
  | { readonly kind: 'missing'; readonly reason: string };

const usualPort = 3306;
const startAttempts = 100;

/**
 * One of our own where `mariadbd` is installed: it may forget its data, so that making a table does not wait for a disk.
 * Else the one that answers on this machine.
 */
export async function mariadbServer(): Promise<TestServer> {
  if (isInstalled()) return startServer();
  if (await answers(usualPort)) return { kind: 'ready', port: usualPort, stop: async () => undefined };
  return {
    kind: 'missing',
    reason: `mariadbd is not installed, and no MariaDB lets root in without a password at 127.0.0.1:${usualPort}`,
  };
}

function isInstalled(): boolean {
  try {
    execFileSync('mariadbd', ['--no-defaults', '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function startServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'gestand-mariadb-'));
  const data = join(folder, 'data');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      ...user,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const settings = [
    `--datadir=${data}`,
    `--socket=${join(folder, 'server.sock')}`,
    `--pid-file=${join(folder, 'server.pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    // Test data need not survive a power cut.
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-flush-method=nosync',
    '--debug-no-sync',
    '--performance-schema=0',
  ];
  const server = spawn('sh', ['-c', untilLeft, 'mariadbd', folder, '--no-defaults', ...user, ...settings], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const stop = async () => {
    if (server.exitCode !== null) return;
    const exit = new Promise((resolve) => server.once('exit', resolve));
    server.stdin.end();
    await exit;
  };
  for (let tried = 0; tried < startAttempts && server.exitCode === null; tried++) {
    if (await answers(port)) return { kind: 'ready', port, stop };
    await delay(100);
  }
  await stop();
  return { kind: 'missing', reason: 'mariadbd is installed and did not start' };
}

/** Ends the server and removes its folder when whoever started it is gone: a test run that is killed too. */
const untilLeft =
  'folder=$1; shift; mariadbd "$@" & server=$!; cat > /dev/null; kill $server; wait $server; rm -rf "$folder"';

async function answers(port: number): Promise<boolean> {
  try {
    const client = await connectMariadb(port);
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** A client as the customer's own software might have it: several statements at once, names in double quotes. */
export async function connectMariadb(port: number, database?: string): Promise<Connection> {
  const client = await createConnection({
    host: '127.0.0.1',
    port,
    user: 'root',
    connectTimeout: 2_000,
    multipleStatements: true,
    dateStrings: true,
    supportBigNumbers: true,
    ...(database === undefined ? {} : { database }),
  });
  await client.query(
    "set names utf8mb4; set sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES'; set time_zone = '+01:00'",
  );
  return client;
}

/** A database of the test's own: `await using database = await emptyMariadb(port)`. */
export interface MariadbTestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly name: string;
  readonly client: Connection;
}

export async function emptyMariadb(port: number): Promise<MariadbTestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = await connectMariadb(port);
  await client.query(`create database ${name} character set utf8mb4 collate utf8mb4_general_ci; use ${name}`);
  return {
    url: `mariadb://root@127.0.0.1:${port}/${name}`,
    name,
    client,
    [Symbol.asyncDispose]: async () => {
      // Keys of another test's database may lead here.
      await client.query(`set foreign_key_checks = 0; drop database if exists ${name}`);
      await client.end();
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { findBinaries } from './binaries.ts';
import { type Cluster, findCluster, startCluster } from './cluster.ts';
import { ended, launch } from './postmaster.ts';
import { chooseLauncher } from './server-account.ts';

interface Folder extends Disposable {
  readonly path: string;
}

function temporaryFolder(mode = 0o755): Folder {
  const parent = mkdtempSync(join(tmpdir(), 'gestand-cluster-'));
  const path = join(parent, 'home');
  mkdirSync(path, { mode });
  return {
    path: join(path, 'postgres'),
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  };
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function refusal(
  work: Promise<Cluster>,
): Promise<{ readonly code?: string; readonly message: string }> {
  try {
    await (await work).stop();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('it started');
}

test('keeps everything over a restart, on a port that may be another', async () => {
  using folder = temporaryFolder();
  {
    await using first = await startCluster({ folder: folder.path });
    await query(await first.ensureDatabase('gestand'), 'create table kept as select 7 as n');
  }
  await using second = await startCluster({ folder: folder.path });
  expect(await query(await second.ensureDatabase('gestand'), 'select n from kept')).toEqual([{ n: 7 }]);
  expect(findCluster(folder.path)?.port).toBe(second.port);
  expect(statSync(join(folder.path, 'password')).mode & 0o777).toBe(0o600);
});

test('works below a folder that only its owner may enter', async () => {
  using folder = temporaryFolder(0o700);
  await using cluster = await startCluster({ folder: folder.path });
  expect(await query(cluster.databaseUrl('postgres'), "select lower('ÉÉN') as word")).toEqual([
    { word: 'één' },
  ]);
});

// A checkout in /root: the server's user reaches neither the programs nor the data.
test.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
  'starts programs that lie below such a folder',
  async () => {
    using folder = temporaryFolder(0o700);
    const { home } = await findBinaries();
    const copy = join(dirname(folder.path), 'native');
    cpSync(home, copy, { recursive: true, verbatimSymlinks: true });
    const data = join(dirname(folder.path), 'data');
    const launcher = chooseLauncher(data, copy);
    mkdirSync(data);
    chownSync(data, launcher.account?.uid ?? 0, launcher.account?.gid ?? 0);
    const initdb = launcher.command(join(copy, 'bin', 'initdb'), ['--no-sync', '-D', data]);
    expect(await ended(launch(initdb, join(dirname(folder.path), 'log')))).toBe(0);
  },
);

test('says in one sentence that another Gestand has the folder', async () => {
  using folder = temporaryFolder();
  await using _first = await startCluster({ folder: folder.path });
  const { code, message } = await refusal(startCluster({ folder: folder.path }));
  expect(code).toBe('conflict');
  expect(message).toContain(`${folder.path} is already in use by another Gestand`);
});

test('starts after a Gestand that was killed, and keeps what was committed', async () => {
  using folder = temporaryFolder();
  const script = `
    const { startCluster } = await import(${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)});
    const cluster = await startCluster({ folder: ${JSON.stringify(folder.path)} });
    console.log(await cluster.ensureDatabase('gestand'));
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(other.stdout, 'data')) as [Buffer];
  await query(line.toString().trim(), 'create table kept as select 7 as n');
  expect((await refusal(startCluster({ folder: folder.path }))).code).toBe('conflict');
  other.kill('SIGKILL');
  await once(other, 'exit');
  await using second = await startCluster({ folder: folder.path });
  expect(await query(second.databaseUrl('gestand'), 'select n from kept')).toEqual([{ n: 7 }]);
});

test('tells when the server ended by itself, and starts again after that', async () => {
  using folder = temporaryFolder();
  const first = await startCluster({ folder: folder.path });
  const [pid] = readFileSync(join(folder.path, 'data', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  expect(await first.whenEnded).toEqual({ stopped: false });
  expect(existsSync(join(folder.path, 'data', 'postmaster.pid'))).toBe(true);
  await using second = await startCluster({ folder: folder.path, port: first.port });
  expect(second.port).toBe(first.port);
});

test('is not misled by a postmaster.pid whose process id is now somebody else’s', async () => {
  using folder = temporaryFolder();
  await (await startCluster({ folder: folder.path })).stop();
  writeFileSync(
    join(folder.path, 'data', 'postmaster.pid'),
    `${process.pid}\n${join(folder.path, 'data')}\n1\n5432\n\n\n\nready\n`,
  );
  expect(findCluster(folder.path)).toBeUndefined();
  await using cluster = await startCluster({ folder: folder.path });
  expect(await query(cluster.databaseUrl('postgres'), 'select 1 as n')).toEqual([{ n: 1 }]);
});

test.each([
  ['the version file is gone', (data: string) => rmSync(join(data, 'PG_VERSION'))],
  ['it is of another version', (data: string) => writeFileSync(join(data, 'PG_VERSION'), '12\n')],
  ['the control file is gone', (data: string) => rmSync(join(data, 'global', 'pg_control'))],
  ['the password is gone', (data: string) => rmSync(join(data, '..', 'password'))],
])('names the folder and the way out when %s', async (_what, breakIt) => {
  using folder = temporaryFolder();
  await (await startCluster({ folder: folder.path })).stop();
  breakIt(join(folder.path, 'data'));
  const { code, message } = await refusal(startCluster({ folder: folder.path }));
  expect(code).toBe('bad-configuration');
  expect(message).toContain(folder.path);
  expect(message).toContain('Put a backup');
});

test('names the port when it is taken', async () => {
  using folder = temporaryFolder();
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { code, message } = await refusal(startCluster({ folder: folder.path, port }));
  squatter.close();
  expect(code).toBe('port-in-use');
  expect(message).toContain(String(port));
});

test('writes no value of a failing statement to its log', async () => {
  using folder = temporaryFolder();
  await using cluster = await startCluster({ folder: folder.path });
  const url = cluster.databaseUrl('postgres');
  await query(url, 'create table person (email text primary key)');
  await query(url, "insert into person values ('vera@voorbeeld.example')");
  await expect(query(url, "insert into person values ('vera@voorbeeld.example')")).rejects.toThrow();
  await expect(query(url, "select 'vera@voorbeeld.example'::int")).rejects.toThrow();
  expect(readFileSync(join(folder.path, 'server.log'), 'utf8')).not.toContain('vera@');
});

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import pg from 'pg';
import { present } from '../../src/base/assert.ts';
import { findCluster } from '../../src/store/cluster/cluster.ts';
import { neighbourUrl } from '../../src/store/neighbour-database.ts';

/** The example as `npm start` serves it, with a home and a PostgreSQL of its own. */
export interface ServedCompany extends AsyncDisposable {
  readonly url: string;
  /**
   * Runs `gestand …` beside it, as an officer would, in a folder without a project, and gives what it printed.
   *
   * @throws Error with what it printed when it ends with anything but 0.
   */
  gestand(...args: readonly string[]): Promise<string>;
  /** Rows of one of the example's databases, straight from it. */
  query(
    source: 'crm' | 'billing' | 'newsletter',
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly Cells[]>;
}

export type Cells = Readonly<Record<string, unknown>>;

const root = join(import.meta.dirname, '../..');

export async function serveExample(people: number): Promise<ServedCompany> {
  const home = mkdtempSync(join(tmpdir(), 'gestand-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, GESTAND_HOME: home, PORT: String(port), PUBLIC_URL: url };
  const desk = join(home, 'desk');
  mkdirSync(desk);
  // What docs/import.md imports.
  copyFileSync(join(root, 'examples/fides/webshop.yml'), join(desk, 'webshop.yml'));
  const server = spawn(process.execPath, [join(root, 'bin/start.mjs'), '--people', String(people)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilServed(server, url);
  return {
    url,
    gestand: async (...args) => {
      const file = join(root, 'bin/gestand.mjs');
      const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], { env, cwd: desk });
      return stdout;
    },
    query: (source, sql, values = []) =>
      source === 'newsletter' ? sqliteRows(home, sql, values) : postgresqlRows(home, { source, sql, values }),
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function untilServed(server: ChildProcess, url: string): Promise<void> {
  const printed: string[] = [];
  server.stdout?.on('data', (chunk) => printed.push(String(chunk)));
  server.stderr?.on('data', (chunk) => printed.push(String(chunk)));
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    if (printed.join('').includes(`${url}/privacy`)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill('SIGKILL');
  throw new Error(`the example was not served:\n${printed.join('')}`);
}

async function postgresqlRows(
  home: string,
  { source, sql, values }: { source: string; sql: string; values: readonly unknown[] },
): Promise<readonly Cells[]> {
  const cluster = present(findCluster(join(home, 'postgres')), 'the embedded server');
  const connectionString = neighbourUrl(cluster.databaseUrl('gestand'), `gestand_example_${source}`);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function sqliteRows(home: string, sql: string, values: readonly unknown[]): Promise<readonly Cells[]> {
  const database = new DatabaseSync(join(home, 'example', 'newsletter.sqlite'), { readOnly: true });
  try {
    return database.prepare(sql.replaceAll(/\$\d/g, '?')).all(...(values as string[])) as Cells[];
  } finally {
    database.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(),
      );
    });
  });
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import pg from 'pg';
import { present } from '../../src/base/assert.ts';
import { exampleSecrets } from '../../src/cli/example.ts';
import { type Environment, loadConfig } from '../../src/config.ts';
import { findCluster } from '../../src/store/cluster/cluster.ts';
import { neighbourUrl } from '../../src/store/neighbour-database.ts';
import { connectMariadb } from '../support/mariadb.ts';

/** The example as `npm start` serves it, with a home and a PostgreSQL of its own. */
export interface ServedCompany extends AsyncDisposable {
  readonly url: string;
  /**
   * Runs `gestand …` beside it, as an officer would, in a folder without a project, and gives what it printed.
   *
   * `promises` may end with 1: it says so when one is broken, and of an example some are.
   *
   * @throws Error with what it printed when it ends with anything else but 0.
   */
  gestand(...args: readonly string[]): Promise<string>;
  /** How promises stand when it is looked now. */
  promises(): Promise<ReadonlyMap<string, string>>;
  /** Rows of one of the example's databases, straight from it. */
  query(
    source: 'crm' | 'billing' | 'newsletter',
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly Cells[]>;
  /** Where a PostgreSQL database of the example is. */
  postgresqlUrl(source: 'crm' | 'billing'): string;
  /** The file of its newsletter list. */
  readonly newsletterFile: string;
}

interface Standing {
  readonly id: string;
  readonly state: string;
}

export type Cells = Readonly<Record<string, unknown>>;

const program = join(import.meta.dirname, '../..');

export interface Serving {
  /** Where its billing is on the MariaDB server of this machine that answers there. */
  readonly mariadbPort?: number;
  /** Of its environment besides. */
  readonly settings?: Environment;
  /** What is made of the policy of the example, which lies beside the program: then a copy of the program serves it. */
  readonly amended?: (policy: string) => string;
}

export async function serveExample(
  people: number,
  { mariadbPort, settings = {}, amended }: Serving = {},
): Promise<ServedCompany> {
  const home = mkdtempSync(join(tmpdir(), 'gestand-e2e-'));
  const root = amended === undefined ? program : copyOfProgram(join(home, 'program'), amended);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...settings,
    GESTAND_HOME: home,
    PORT: String(port),
    PUBLIC_URL: url,
    ...(mariadbPort === undefined
      ? { GESTAND_EXAMPLE_BILLING: 'postgresql' }
      : {
          GESTAND_EXAMPLE_BILLING: 'mariadb',
          GESTAND_EXAMPLE_MARIADB_URL: `mariadb://root@127.0.0.1:${mariadbPort}`,
        }),
  };
  const mariadb = mariadbPort === undefined ? undefined : billingPlace(env, mariadbPort);
  const desk = join(home, 'desk');
  mkdirSync(desk);
  // What docs/import.md imports.
  copyFileSync(join(root, 'examples/fides/webshop.yml'), join(desk, 'webshop.yml'));
  const server = spawn(process.execPath, [join(root, 'bin/start.mjs'), '--people', String(people)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilServed(server, url);
  const run = (args: readonly string[]): Promise<{ readonly stdout: string }> =>
    promisify(execFile)(process.execPath, [join(root, 'bin/gestand.mjs'), ...args], {
      env,
      cwd: desk,
      maxBuffer: 64 * 1024 * 1024,
    }).catch((ended) => {
      // When a promise is broken it ends with 1, and says how each stands all the same.
      if (args[0] === 'promises' && ended.code === 1 && ended.stdout !== '') return ended;
      throw ended;
    });
  return {
    url,
    gestand: async (...args) => (await run(args)).stdout,
    promises: async () => {
      const { promises } = JSON.parse((await run(['promises', '--check', '--json'])).stdout) as {
        readonly promises: readonly Standing[];
      };
      return new Map(promises.map(({ id, state }) => [id, state]));
    },
    query: (source, sql, values = []) => {
      if (source === 'newsletter') return sqliteRows(home, sql, values);
      return source === 'billing' && mariadb !== undefined
        ? mariadbRows(mariadb, sql, values)
        : postgresqlRows(home, { source, sql, values });
    },
    newsletterFile: join(home, 'example', 'newsletter.sqlite'),
    postgresqlUrl: (source) => postgresqlUrl(home, source),
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      if (mariadb !== undefined) await dropDatabase(mariadb);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function copyOfProgram(folder: string, amended: (policy: string) => string): string {
  for (const part of ['bin', 'src', 'examples', 'package.json', 'package-lock.json'])
    cpSync(join(program, part), join(folder, part), { recursive: true });
  symlinkSync(join(program, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const policyFile = join(folder, 'examples/carconnect/policy.yaml');
  const policy = readFileSync(policyFile, 'utf8');
  const text = amended(policy);
  if (text === policy) throw new Error('the policy of the example has nothing to amend there');
  writeFileSync(policyFile, text);
  return folder;
}

async function untilServed(server: ChildProcess, url: string): Promise<void> {
  const printed: string[] = [];
  server.stdout?.on('data', (chunk) => printed.push(String(chunk)));
  server.stderr?.on('data', (chunk) => printed.push(String(chunk)));
  for (let tries = 0; tries < 1500; tries++) {
    if (server.exitCode !== null) break;
    if (printed.join('').includes(`${url}/privacy`)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill('SIGKILL');
  throw new Error(`the example was not served:\n${printed.join('')}`);
}

function postgresqlUrl(home: string, source: string): string {
  const cluster = present(findCluster(join(home, 'postgres')), 'the embedded server');
  return neighbourUrl(cluster.databaseUrl('gestand'), `gestand_example_${source}`);
}

async function postgresqlRows(
  home: string,
  { source, sql, values }: { source: string; sql: string; values: readonly unknown[] },
): Promise<readonly Cells[]> {
  const client = new pg.Client({ connectionString: postgresqlUrl(home, source) });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function mariadbRows(
  { port, name }: MariadbPlace,
  sql: string,
  values: readonly unknown[],
): Promise<readonly Cells[]> {
  const client = await connectMariadb(port, name);
  try {
    const [rows] = await client.execute(sql.replaceAll(/\$\d/g, '?'), [...(values as string[])]);
    return rows as Cells[];
  } finally {
    await client.end();
  }
}

interface MariadbPlace {
  readonly port: number;
  readonly name: string;
}

/** The database that this home has on a MariaDB server for its billing. */
function billingPlace(env: Environment, port: number): MariadbPlace {
  const elsewhere = 'postgres://127.0.0.1/gestand';
  const secrets = exampleSecrets(loadConfig(env), { storeUrl: elsewhere, example: { billing: 'mariadb' } });
  return { port, name: new URL(secrets('BILLING_URL')).pathname.slice(1) };
}

async function dropDatabase({ port, name }: MariadbPlace): Promise<void> {
  const client = await connectMariadb(port);
  await client.query(`drop database if exists ${name}`);
  await client.end();
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

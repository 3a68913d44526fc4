import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { legalTimeZone } from '../src/base/clock.ts';
import { postgresqlSource } from '../src/sources/postgresql/postgresql-source.ts';
import type { Source } from '../src/sources/source.ts';
import { type Cluster, startCluster } from '../src/store/cluster/cluster.ts';
import { sourceId } from './company/policy.ts';

/** A PostgreSQL of its own in a temporary folder, with `fsync` on and every other setting as it is delivered. */
export interface Workplace extends AsyncDisposable {
  readonly serverVersion: string;
  /** Makes a database, fills it, and closes it: others are copied from it. */
  readonly template: (name: string, fill: (client: pg.Client) => Promise<void>) => Promise<void>;
  /** Makes an empty database that stays for as long as the workplace, and tells where it is. */
  readonly database: (name: string) => Promise<string>;
  /** A copy of a template, gone when it is disposed of. */
  readonly copyOf: (template: string) => Promise<CopiedDatabase>;
}

/** One database, and the connections of product and yardstick to it. */
export interface CopiedDatabase extends AsyncDisposable {
  readonly url: string;
  readonly source: Source;
  /** As many connections as the product's own. */
  readonly pool: pg.Pool;
}

export async function openWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'gestand-bench-'));
  const cluster = await startCluster({ folder: join(folder, 'server') });
  const close = async (): Promise<void> => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  // A server and gigabytes of rows must not outlive a run that is broken off.
  const breakOff = () => void close().finally(() => process.exit(brokenOff));
  for (const signal of signals) process.once(signal, breakOff);
  const copies = { made: 0 };
  return {
    serverVersion: await withClient(cluster.databaseUrl('postgres'), versionOf),
    template: async (name, fill) => withClient(await cluster.ensureDatabase(name), fill),
    database: (name) => cluster.ensureDatabase(name),
    copyOf: (template) => copyOf(cluster, template, `copy_${++copies.made}`),
    [Symbol.asyncDispose]: async () => {
      for (const signal of signals) process.off(signal, breakOff);
      await close();
    },
  };
}

const signals = ['SIGINT', 'SIGTERM'] as const;
const brokenOff = 130;

async function copyOf(cluster: Cluster, template: string, name: string): Promise<CopiedDatabase> {
  const admin = (statement: string) =>
    withClient(cluster.databaseUrl('postgres'), async (client) => {
      await client.query(statement);
    });
  await admin(`create database ${name} template ${template} strategy file_copy`);
  await admin('checkpoint');
  const url = cluster.databaseUrl(name);
  const source = postgresqlSource(sourceId, url);
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    // The product's session settings as far as they change an answer or a plan.
    onConnect: (client) =>
      client.query(`set timezone = '${legalTimeZone}'; set jit = off; set enable_mergejoin = off`),
  });
  // Of an idle connection that the server closes: what comes after it fails by itself.
  pool.on('error', () => undefined);
  return {
    url,
    source,
    pool,
    [Symbol.asyncDispose]: async () => {
      await source.close();
      await pool.end();
      await admin(`drop database ${name} with (force)`);
    },
  };
}

async function versionOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? 'unknown';
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

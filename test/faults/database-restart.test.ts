import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { present } from '../../src/base/assert.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { startWorker } from '../../src/execute/dispatch.ts';
import type { FaultPoint } from '../../src/execute/fault-points.ts';
import { type Cluster, startCluster } from '../../src/store/cluster/cluster.ts';
import { clusterPaths } from '../../src/store/cluster/data-folder.ts';
import { readPostmaster } from '../../src/store/cluster/postmaster.ts';
import { migrate } from '../../src/store/migrate.ts';
import { readRun } from '../../src/store/run.ts';
import { type EndOfRun, endOfRun } from './end-of-run.ts';
import {
  type DatabaseServer,
  makeTemplate,
  makeWorld,
  type World,
  type WorldTemplate,
} from './fault-world.ts';
import { openContext } from './world-context.ts';

const person = plantedCases['one-of-everything'].person;
const storeTemplate = 'gestand_template';
const runs = 120_000;

let folder: string;
let cluster: Cluster;
let server: DatabaseServer;
let template: WorldTemplate;
let undisturbed: EndOfRun;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gestand-restart-'));
  await start();
  server = serverOn();
  await migrate(await cluster.ensureDatabase(storeTemplate));
  template = await makeTemplate(server);
  await using world = await makeWorld(server, template, { kind: 'erase', person });
  await using opened = await world.open();
  expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'completed' });
  undisturbed = await endOfRun(world);
}, runs);

afterAll(async () => {
  await template[Symbol.asyncDispose]();
  await cluster.stop();
  await rm(folder, { recursive: true });
}, runs);

// The statement has done its work in the first source and nothing is committed; or it is, and nobody has heard of it.
test.each(['erase.recorded', 'erase.committed', 'step.completing'])(
  'a run whose databases are shut down at %s, its own among them, ends as if nothing had happened',
  async (point) => {
    await using world = await makeWorld(server, template, { kind: 'erase', person });
    let restarted: Promise<void> | undefined;
    const faultPoint: FaultPoint = async (name) => {
      if (name !== point || restarted !== undefined) return;
      await shutDownImmediately();
      // The run goes on against a server that is not there, until it is again.
      restarted = sleep(1_000).then(start);
    };
    await using opened = await openContext(world.address, { faultPoint, limits: { leaseSeconds: 3 } });
    const worker = await startWorker(opened.context, { databaseUrl: world.address.storeUrl });
    await worker.dispatch(world.runId);
    await untilClosed(world);
    await worker.stop();
    await restarted;
    expect(restarted).toBeDefined();
    expect(await endOfRun(world)).toEqual(undisturbed);
  },
  runs,
);

async function start(): Promise<void> {
  cluster = await startCluster({
    folder,
    ...(cluster === undefined ? {} : { port: cluster.port }),
    // What was committed must survive, as it does in earnest; but no power is cut here.
    settings: { fsync: 'off' },
  });
}

/** As `pg_ctl stop -m immediate`: every session is cut off and nothing is tidied up. */
async function shutDownImmediately(): Promise<void> {
  const { pid } = present(readPostmaster(clusterPaths(folder).data), 'the running server');
  process.kill(pid, 'SIGQUIT');
  await cluster.whenEnded;
}

async function untilClosed(world: World): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    await sleep(100);
    try {
      await using opened = await world.open();
      const run = await readRun(opened.context.store, world.runId);
      if (run?.state === 'completed' || run?.state === 'failed') return;
    } catch {
      // The server is away.
    }
  }
  throw new Error('the run was not closed within a minute');
}

function serverOn(): DatabaseServer {
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: cluster.databaseUrl('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  return {
    storeTemplate,
    create: async (from) => {
      const name = `fault_${randomBytes(6).toString('hex')}`;
      await admin(`create database ${name} template ${from}`);
      return { name, url: cluster.databaseUrl(name) };
    },
    drop: (name) => admin(`drop database if exists ${name} with (force)`),
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { startWorker } from '../../src/execute/dispatch.ts';
import { countUnsequenced } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { readRun } from '../../src/store/run.ts';
import { makeTemplate, makeWorld } from './fault-world.ts';
import { sharedServer } from './shared-server.ts';
import { openContext } from './world-context.ts';

const person = plantedCases['one-of-everything'].person;
const patienceMilliseconds = 90_000;

test(
  'two workers find a run by themselves, carry it out once, send its letter and seal the ledger',
  async () => {
    await using template = await makeTemplate(sharedServer);
    await using world = await makeWorld(sharedServer, template, { kind: 'erase', person });
    const lines: string[] = [];
    const log = (_level: string, event: string): void => {
      lines.push(event);
    };
    await using one = await openContext(world.address, { log });
    await using other = await openContext(world.address, { log });
    const databaseUrl = world.address.storeUrl;
    const workers = [
      await startWorker(one.context, { databaseUrl }),
      await startWorker(other.context, { databaseUrl }),
    ];
    const { store } = one.context;
    const settled = async (): Promise<boolean> => {
      const run = await readRun(store, world.runId);
      const mails = await listMails(store, { limit: 10 });
      return (
        run?.state === 'completed' &&
        mails.every(({ state }) => state === 'sent') &&
        (await countUnsequenced(store)) === 0
      );
    };
    for (let waited = 0; waited < 300 && !(await settled()); waited++) await sleep(100);
    const started = performance.now();
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await settled()).toBe(true);
    expect(await listMails(store, { limit: 10 })).toHaveLength(1);
    expect(lines.filter((line) => line === 'step done')).toHaveLength(9);
    for (const { data, output } of await jobsOf(databaseUrl)) {
      expect(data).toEqual({ organisationId: 'org_test', runId: world.runId });
      expect(output ?? {}).toEqual({});
    }
  },
  patienceMilliseconds,
);

async function jobsOf(
  databaseUrl: string,
): Promise<readonly { readonly data: unknown; readonly output: unknown }[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client
    .query<{ data: unknown; output: unknown }>(
      `select data, output from pgboss.job where name = 'advance-run'`,
    )
    .finally(() => client.end());
  expect(rows.length).toBeGreaterThan(0);
  return rows;
}

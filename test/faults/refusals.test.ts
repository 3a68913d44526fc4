import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { present } from '../../src/base/assert.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { destroyExpired } from '../../src/execute/chores.ts';
import { queuePlan } from '../../src/execute/run-steps.ts';
import { findErased } from '../../src/store/erasure-record.ts';
import { newestCheckpoint, placeWaiting } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { queueRun, readRun } from '../../src/store/run.ts';
import { onServer } from '../support/test-database.ts';
import { endOfRun, ledgerEntries } from './end-of-run.ts';
import { makeTemplate, makeWorld, stateOfSources, type World, type WorldTemplate } from './fault-world.ts';
import { sharedServer } from './shared-server.ts';
import { openContext } from './world-context.ts';

const person = plantedCases['one-of-everything'].person;
const setupMilliseconds = 120_000;

let template: WorldTemplate;

beforeAll(async () => {
  template = await makeTemplate(sharedServer);
}, setupMilliseconds);

afterAll(async () => {
  await template[Symbol.asyncDispose]();
});

function erasure(): Promise<World> {
  return makeWorld(sharedServer, template, { kind: 'erase', person });
}

async function onCrm(world: World, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.address.crmUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function onNewsletter(world: World, statement: string): void {
  const list = new DatabaseSync(world.address.newsletterFile);
  list.exec(statement);
  list.close();
}

test('a source that changed since the plan was made is not touched, and neither is any other', async () => {
  await using world = await erasure();
  await using opened = await world.open();
  onNewsletter(world, 'alter table subscribers add column telephone text');
  const before = await stateOfSources(world.address);
  expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'failed', code: 'drifted' });
  expect(await stateOfSources(world.address)).toEqual(before);
  onNewsletter(world, 'alter table subscribers drop column telephone');
  const { states, letters, ledger } = await endOfRun(world);
  expect(states).toEqual({ run: 'failed', plan: 'approved', case: 'in-progress' });
  expect(letters).toEqual([]);
  expect(ledger).toEqual([
    'case-opened',
    'case-state in-progress',
    'run-started',
    'catalog-drifted',
    'run-closed failed drifted',
  ]);
});

test('a plan that was changed after it was approved does not run', async () => {
  await using world = await erasure();
  await using opened = await world.open();
  const { store } = opened.context;
  const { planId } = present(await readRun(store, world.runId), 'run');
  const { sealed_content: content } = await store.db
    .selectFrom('plan')
    .select('sealed_content')
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  const changed = { ...(content as object), on: '2036-11-23' };
  await store.db
    .updateTable('plan')
    .set({ sealed_content: JSON.stringify(changed) })
    .execute();
  const before = await stateOfSources(world.address);
  expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'failed', code: 'drifted' });
  expect(await stateOfSources(world.address)).toEqual(before);
});

test('approving twice makes one run, and a second run of one plan does nothing', async () => {
  await using world = await erasure();
  await using opened = await world.open();
  const { store } = opened.context;
  const { planId } = present(await readRun(store, world.runId), 'run');
  expect((await queuePlan(store, planId)).id).toBe(world.runId);
  const second = await queueRun(store, planId, [{ name: 'identify', source: '' }]);
  expect(await advanceRun(opened.context, second.id)).toEqual({ kind: 'failed', code: 'conflict' });
  expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'completed' });
  expect(await listMails(store, { limit: 10 })).toHaveLength(1);
});

test('a node that was taken for dead writes nothing more: not here, and not in a source', async () => {
  await using world = await erasure();
  await using later = await world.open();
  let overtaken: unknown;
  // It stands still before the first source is touched, for so long that another node carries out the whole run.
  await using slow = await openContext(world.address, {
    faultPoint: async (name) => {
      if (name === 'step.started' && overtaken === undefined && (await stepsBegun(later)) === 2)
        overtaken = await advanceRun(later.context, world.runId);
    },
  });
  const advance = await advanceRun(slow.context, world.runId);
  expect(overtaken).toEqual({ kind: 'completed' });
  expect(advance).toEqual({ kind: 'lost' });
  const { states, letters, ledger } = await endOfRun(world);
  expect(states).toEqual({ run: 'completed', plan: 'executed', case: 'answered' });
  expect(letters).toHaveLength(1);
  expect(ledger.filter((entry) => entry.startsWith('run-closed'))).toEqual(['run-closed completed']);
  // One notice a recipient; the entries of all of them read alike.
  const others = ledger.filter((entry) => entry !== 'notice-made');
  expect(new Set(others).size).toBe(others.length);
});

test('rows that come back before the check are found by it, and no letter says that they are gone', async () => {
  await using world = await erasure();
  await using opened = await openContext(world.address, {
    faultPoint: async (name) => {
      if (name !== 'erase.committed') return;
      await onCrm(
        world,
        `insert into customers (id, customer_no, email, last_name, source, created_at)
         values (${person.customerId}, '${person.customerNo}', '${person.email}', '${person.lastName}', 'website', now())
         on conflict do nothing`,
      );
    },
  });
  expect(await advanceRun(opened.context, world.runId)).toEqual({ kind: 'failed', code: 'unverified' });
  const { letters, erasureRecords, forgotten } = await endOfRun(world);
  expect(letters).toEqual([]);
  // What did go must not come back from a backup; the plan is still needed to see what is wrong.
  expect(erasureRecords).toBe(2);
  expect(forgotten).toBe(false);
  const closed = (await ledgerEntries(opened.context.store)).find(({ kind }) => kind === 'run-closed');
  expect(closed?.detail).toMatchObject({
    source: 'crm',
    excess: [{ table: 'customers', rows: 1, allowed: 0 }],
  });
});

test('a source that is away pauses the run, which then goes on', async () => {
  await using world = await erasure();
  const away = new URL(world.address.billingUrl);
  await using opened = await openContext(world.address);
  const { context } = opened;
  await onServer((client) =>
    client.query(`alter database ${away.pathname.slice(1)} allow_connections false`),
  );
  await onServer((client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      away.pathname.slice(1),
    ]),
  );
  expect(await advanceRun(context, world.runId)).toEqual({
    kind: 'paused',
    code: 'source-unreachable',
    seconds: 2,
  });
  expect(await advanceRun(context, world.runId)).toEqual({ kind: 'not-claimed' });
  await onServer((client) => client.query(`alter database ${away.pathname.slice(1)} allow_connections true`));
  await using later = await world.open();
  expect(await advanceRun(later.context, world.runId)).toEqual({ kind: 'completed' });
});

test('where no journal may be kept, a step that is done again still says what the first did', async () => {
  await using world = await erasure();
  const role = `limited_${world.runId.slice(-8)}`;
  const url = new URL(world.address.crmUrl);
  await onCrm(
    world,
    `create role ${role} login password 'limited'; grant all on all tables in schema public to ${role}`,
  );
  url.username = role;
  url.password = 'limited';
  const address = { ...world.address, crmUrl: url.href };
  let died = false;
  await using first = await openContext(address, {
    faultPoint: async (name) => {
      if (name !== 'erase.committed' || died) return;
      died = true;
      throw new Error('the answer is lost');
    },
  });
  expect(await advanceRun(first.context, world.runId)).toMatchObject({ kind: 'paused', code: 'internal' });
  await using second = await openContext(address, { minutesLater: 5 });
  expect(await advanceRun(second.context, world.runId)).toEqual({ kind: 'completed' });
  await using undisturbed = await erasure();
  await using opened = await undisturbed.open();
  expect(await advanceRun(opened.context, undisturbed.runId)).toEqual({ kind: 'completed' });
  const [end, expected] = [await endOfRun(world), await endOfRun(undisturbed)];
  expect(end.letters).toEqual(expected.letters);
  expect(end.sources).toEqual(expected.sources);
  await onCrm(world, `drop owned by ${role}; drop role ${role}`);
});

test('who was erased is known by a keyed hash alone, and the ledger says nothing of them', async () => {
  await using world = await erasure();
  await using opened = await world.open();
  const { store } = opened.context;
  await advanceRun(opened.context, world.runId);
  const [found] = await findErased(store, [{ kind: 'email', value: person.email.toLowerCase() }]);
  expect(found?.runId).toBe(world.runId);
  const told = JSON.stringify(await ledgerEntries(store)).toLowerCase();
  for (const value of [person.email, person.customerNo, person.lastName, person.firstName])
    expect(told).not.toContain(value.toLowerCase());
  await placeWaiting(store, opened.context.signHead);
  expect((await newestCheckpoint(store))?.size).toBe((await ledgerEntries(store)).length);
});

test('a package goes when its link expires, and the ledger says so', async () => {
  await using world = await makeWorld(sharedServer, template, { kind: 'access', person });
  await using opened = await world.open();
  await advanceRun(opened.context, world.runId);
  await destroyExpired(opened.context);
  const kinds = async () => (await ledgerEntries(opened.context.store)).map(({ kind }) => kind);
  expect(await kinds()).not.toContain('package-destroyed');
  await using muchLater = await openContext(world.address, { minutesLater: 15 * 24 * 60 });
  await destroyExpired(muchLater.context);
  expect((await kinds()).filter((kind) => kind === 'package-destroyed')).toHaveLength(1);
  expect((await endOfRun(world)).packages).toEqual([]);
});

async function stepsBegun({ context }: Awaited<ReturnType<typeof openContext>>): Promise<number> {
  const rows = await context.store.db
    .selectFrom('run_step')
    .select('ordinal')
    .where('state', '!=', 'waiting')
    .execute();
  return rows.length;
}

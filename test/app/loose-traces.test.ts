import pg from 'pg';
import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { tidyStore } from '../../src/app/tidy-store.ts';
import { watchTraces } from '../../src/app/watch-traces.ts';
import { present } from '../../src/base/assert.ts';
import { listErasureRuns } from '../../src/store/erasure-run.ts';
import { listOpenTraces } from '../../src/store/loose-trace.ts';
import { type Company, exampleCompany } from './company.ts';
import { erasePerson } from './erase-person.ts';

const lotte = plantedCases['one-of-everything'].person;
const willem = plantedCases['invoices-under-and-past-retention'].person;

async function crm({ secrets }: Company, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: present(secrets['CRM_URL'], 'the CRM') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const write = (company: Company, id: number, email: string) =>
  crm(company, `update branches set name = 'Garage (${email.toUpperCase()} belt terug)' where id = ${id}`);

function openTraces({ test: { store } }: Company) {
  return listOpenTraces(store, 'crm', { lookedBefore: store.clock.now().toString(), limit: 10 });
}

async function watchLater(company: Company) {
  company.test.clock.advance({ hours: 2 });
  return watchTraces(company.app);
}

test('what was found loose is kept encrypted while it stands, is looked at by the hour, and then goes', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  await write(company, 1, lotte.email);
  await erasePerson(company, lotte.email);
  const [trace, more] = await openTraces(company);
  expect(more).toBeUndefined();
  expect(trace).toMatchObject({ source: 'crm', table: 'branches', column: 'name', rows: 1 });
  // Of all by which she was known, what stands there.
  expect(trace?.sought).toEqual([lotte.email.toLowerCase()]);
  const { rows } = { rows: await store.db.selectFrom('loose_trace').selectAll().execute() };
  expect(present(rows[0]?.sought, 'bytes').toString('latin1').toLowerCase()).not.toContain('lotte');

  company.test.clock.advance({ minutes: 30 });
  expect(await watchTraces(company.app), 'not within the hour').toEqual({ looked: 0, gone: 0 });
  await write(company, 2, lotte.email);
  expect(await watchLater(company)).toEqual({ looked: 1, gone: 0 });
  expect(await openTraces(company)).toMatchObject([{ rows: 2 }]);
  await crm(company, `update branches set name = 'Garage' where id in (1, 2)`);
  expect(await watchLater(company)).toEqual({ looked: 1, gone: 1 });
  const left = await store.db.selectFrom('loose_trace').selectAll().execute();
  expect(left).toMatchObject([{ sought: null, row_count: 0, gone_at: expect.any(String) }]);
  expect(await watchLater(company)).toEqual({ looked: 0, gone: 0 });
  const leaves = await store.db.selectFrom('ledger_entry').select('leaf').execute();
  const told = leaves.map(({ leaf }) => leaf).join('\n');
  expect(told).toContain('"trace-gone"');
  expect(told.toLowerCase()).not.toContain('lotte');
  const [run] = await listErasureRuns(store, { since: Temporal.Instant.from('2026-01-01T00:00Z'), limit: 5 });
  expect(run?.looks).toEqual([{ source: 'crm', table: 'branches', column: 'name', rows: 0, gone: true }]);
}, 120_000);

test('the traces of one do not wait for those of another, and a system that is away is asked later', async () => {
  await using company = await exampleCompany();
  await write(company, 1, lotte.email);
  await write(company, 2, willem.email);
  await erasePerson(company, lotte.email);
  await erasePerson(company, willem.email);
  await crm(company, `update branches set name = 'Garage' where id = 2`);
  const away = { ...company.app, sources: new Map([...company.app.sources].filter(([id]) => id !== 'crm')) };
  company.test.clock.advance({ hours: 2 });
  expect(await watchTraces(away)).toEqual({ looked: 0, gone: 0 });
  expect(await watchTraces(company.app)).toEqual({ looked: 2, gone: 1 });
  expect((await openTraces(company)).map(({ sought }) => sought)).toEqual([[lotte.email.toLowerCase()]]);
  // Nobody judges by it any more after a year, so nobody keeps it.
  company.test.clock.advance({ hours: 24 * 367 });
  await tidyStore(company.app);
  expect(await company.test.store.db.selectFrom('loose_trace').selectAll().execute()).toEqual([]);
}, 120_000);

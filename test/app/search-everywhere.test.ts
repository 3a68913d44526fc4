import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { checkPromises, publicPromiseBoard } from '../../src/app/promise-board.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId } from '../../src/base/ids.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { answerDeadline } from '../../src/law/deadlines.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { moveCase, openCase, readCase } from '../../src/store/case-file.ts';
import { readRun } from '../../src/store/run.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;

/** After an erasure or a correction every table of every system is looked through, also those that no plan touches. */
async function database(
  url: string | undefined,
  sql: string,
  values: readonly unknown[] = [],
): Promise<void> {
  const client = new pg.Client({ connectionString: present(url, 'a database') });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

/** Her address where by the policy there are no personal data: one table of each system, in capitals and among other words. */
async function plantEverywhere({ secrets }: Company): Promise<void> {
  const { email } = lotte;
  await database(
    secrets['CRM_URL'],
    'update branches set name = $1 where id = (select min(id) from branches)',
    [`Balie (mail ${email.toUpperCase()})`],
  );
  await database(secrets['BILLING_URL'], 'insert into number_series (series, last_number) values ($1, 1)', [
    email,
  ]);
  const list = new DatabaseSync(present(secrets['NEWSLETTER_FILE'], 'the newsletter'));
  list
    .prepare('update mailings set title = ? where id = (select min(id) from mailings)')
    .run(`Voor ${email}`);
  list.close();
}

async function ask(company: Company, wish: Wish): Promise<CaseId> {
  const { store } = company.test;
  const deadline = answerDeadline(store.clock.now());
  const { file } = await openCase(store, {
    wish,
    language: 'nl',
    channel: 'portal',
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
    contact: { email: lotte.email },
    actor: 'person',
  });
  await moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  return file.id;
}

async function answer(company: Company, caseId: CaseId): Promise<void> {
  const planning = await planRequest(company.app, { caseId });
  if (planning.kind !== 'planned') throw new Error(planning.kind);
  const { id: planId, sealedHash } = planning.plan;
  await approvePlan(actingAs(company.app, officer), { caseId, planId, sealedHash });
  expect(await readCase(company.test.store, caseId)).toMatchObject({ state: 'answered' });
}

async function standing(company: Company, promise: string) {
  const board = await checkPromises(company.app);
  const shown = await publicPromiseBoard(company.app);
  const one = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    present(
      rows.find(({ id }) => id === promise),
      promise,
    );
  return { ...one(board), publicReason: one(shown).reason };
}

const planted = ['billing.number_series.series', 'crm.branches.name', 'newsletter.mailings.title'];

it('a row with somebody’s address in tables that no plan touches is reported after the erasure, by its place', async () => {
  await using company = await exampleCompany();
  await plantEverywhere(company);
  const caseId = await ask(company, { kind: 'erasure' });
  await answer(company, caseId);
  const turned = await standing(company, 'P38');
  expect(turned.state).toBe('at-risk');
  for (const place of planted) expect(turned.reason.en).toContain(place);
  expect(turned.reason.en).toContain('3 rows');
  // Nobody outside learns the names of tables, and nobody at all the address.
  for (const place of planted) expect(turned.publicReason.en).not.toContain(place);
  expect(JSON.stringify(turned).toLowerCase()).not.toContain(lotte.email);
  const events = await listCaseEvents(company.test.store, caseId);
  expect(JSON.stringify(events).toLowerCase()).not.toContain(lotte.email);
}, 120_000);

it('and where nothing was planted nothing is reported', async () => {
  await using company = await exampleCompany();
  await answer(company, await ask(company, { kind: 'erasure' }));
  const { reason } = await standing(company, 'P38');
  expect(reason.en).not.toContain('still stood in the text');
}, 120_000);

it('a wrong address in tables that no plan touches is reported after the correction', async () => {
  await using company = await exampleCompany();
  await plantEverywhere(company);
  const corrections = [{ category: 'contact', now: lotte.email, wanted: 'lotte.verhuisd@example.nl' }];
  await answer(company, await ask(company, { kind: 'rectification', corrections }));
  const turned = await standing(company, 'P37');
  expect(turned.state).toBe('at-risk');
  for (const place of planted) expect(turned.reason.en).toContain(place);
  for (const place of planted) expect(turned.publicReason.en).not.toContain(place);
  expect(JSON.stringify(turned).toLowerCase()).not.toContain(lotte.email);
}, 120_000);

it('a table that nobody mapped stops the erasure before it says that all is gone', async () => {
  await using company = await exampleCompany();
  const caseId = await ask(company, { kind: 'erasure' });
  const planning = await planRequest(company.app, { caseId });
  if (planning.kind !== 'planned') throw new Error(planning.kind);
  await database(company.secrets['CRM_URL'], 'create table export_2019 (line text)');
  await database(company.secrets['CRM_URL'], 'insert into export_2019 values ($1)', [`Lotte;${lotte.email}`]);
  const { id: planId, sealedHash } = planning.plan;
  const { runId } = await approvePlan(actingAs(company.app, officer), { caseId, planId, sealedHash });
  expect(await readRun(company.test.store, runId)).toMatchObject({ state: 'failed', failureCode: 'drifted' });
  expect(await readCase(company.test.store, caseId)).toMatchObject({ state: 'in-progress' });
  expect((await standing(company, 'P04')).reason.en).toContain('crm.export_2019');
}, 120_000);

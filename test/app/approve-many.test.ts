import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approveMany } from '../../src/app/approve-many.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { listNotices } from '../../src/app/list-notices.ts';
import { mergePlans } from '../../src/app/merge-plans.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { planStanding } from '../../src/app/plan-standing.ts';
import { proposeRefusal } from '../../src/app/refuse-request.ts';
import { showNotice } from '../../src/app/show-notice.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { withdrawRequest } from '../../src/app/withdraw-request.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId, RunId } from '../../src/base/ids.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { moveCase, readCase, renewAccessToken } from '../../src/store/case-file.ts';
import { recordDisclosures } from '../../src/store/disclosure.ts';
import { sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listNoticesSince, readNoticePeople } from '../../src/store/notice.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { listPlanCases } from '../../src/store/plan-case.ts';
import { claimRun, readRun } from '../../src/store/run.ts';
import { withTransaction } from '../../src/store/transaction.ts';
import { type Company, exampleCompany, officer } from './company.ts';
import { askErasure } from './erase-person.ts';

const lotte = plantedCases['one-of-everything'].person;
const willem = plantedCases['invoices-under-and-past-retention'].person;
const marijke = plantedCases['same-person-two-spellings'].person;
const { first: pieter, second: thomas } = plantedCases['two-customers-one-address'];

async function crm(company: Company, sql: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: present(company.secrets['CRM_URL'], 'the CRM') });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function customersOf(company: Company, emails: readonly string[]): Promise<number> {
  const rows = await crm(company, 'select id from customers where lower(email) = any($1)', [emails]);
  return rows.length;
}

async function letterTo({ test }: Company, email: string): Promise<string> {
  const mails = await listMails(test.store, { limit: 100 });
  const its = mails.filter(({ to }) => to === email);
  expect(its, email).toHaveLength(1);
  return JSON.stringify(its);
}

async function waiting(company: Company, emails: readonly string[]): Promise<ReadonlyMap<string, CaseId>> {
  const cases = new Map<string, CaseId>();
  for (const email of emails) {
    const caseId = await askErasure(company, email);
    await planRequest(company.app, { caseId });
    cases.set(email, caseId);
  }
  return cases;
}

it('erases several people as one plan, and answers each by themselves', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const nobody = 'niemand@example.org';
  const emails = [lotte, willem, marijke, pieter, thomas].map(({ email }) => email);
  const cases = await waiting(company, [...emails, nobody]);
  const context = actingAs(company.app, officer);
  const merged = await mergePlans(context);
  // Pieter and Thomas live at one address: what becomes of it hangs on both.
  expect(merged.leftOut.map(({ why }) => why)).toEqual(['shares-rows']);
  expect(merged.cases).toHaveLength(5);
  const before = await customersOf(company, emails);
  expect(before).toBe(5);

  const made = present(merged.made, 'a plan');
  expect(made.plan.people).toBe(5);
  company.test.clock.advance({ seconds: 1 });
  const { planId, runId, approved } = await approveMany(context, { cases: merged.cases, made });
  expect(approved).toBe(5);
  expect(await readRun(store, runId)).toMatchObject({ state: 'completed' });
  expect(await customersOf(company, emails)).toBe(1);

  const [left] = merged.leftOut;
  for (const email of emails) {
    const caseId = present(cases.get(email), email);
    const file = present(await readCase(store, caseId), email);
    if (file.reference === left?.reference) {
      // The other of the two is to be looked at as it is then.
      expect(await planStanding(store, caseId)).toMatchObject({ kind: 'draft' });
      continue;
    }
    expect(file).toMatchObject({ state: 'answered' });
    expect(await planStanding(store, caseId)).toMatchObject({ kind: 'executed', plan: { id: planId } });
    const events = (await listCaseEvents(store, caseId)).map(({ kind }) => kind);
    expect(events.slice(-4)).toEqual(['planned', 'approved', 'run-started', 'answered']);
  }
  // Each letter says what was done for that person: of Willem invoices are kept, of Marijke other things went.
  expect(await letterTo(company, willem.email)).toContain('31 december');
  expect(await letterTo(company, nobody)).toContain('niets hoeven wissen');
  const alone = await letterTo(company, marijke.email);
  expect(alone).toContain('Klanten: 1 rij');
  expect(alone).not.toContain('Klanten: 2 rijen');
  await sequenceLedger(store, { limit: 1000, sign: headSigner(company.app.signer) });
  expect((await verifyLedger(context)).verdict.ok).toBe(true);
}, 120_000);

it('tells a recipient of those whom it concerns alone, and each person who is told of them', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const reader = 'alleen.nieuwsbrief@example.org';
  using newsletter = new DatabaseSync(present(company.secrets['NEWSLETTER_FILE'], 'the newsletter'));
  newsletter
    .prepare(
      `insert into subscribers (email, name, subscribed_at) values (?, 'Lezer', '2026-01-05T09:00:00Z')`,
    )
    .run(reader);
  await recordDisclosures(
    store,
    [
      {
        recipient: 'bank',
        identity: { kind: 'email', value: lotte.email },
        categories: ['contact'],
        basis: 'contract',
        disclosedOn: '2026-10-01',
      },
    ],
    'officer_1',
  );
  await waiting(company, [lotte.email, willem.email, reader]);
  const context = actingAs(company.app, officer);
  const merged = await mergePlans(context);
  await approveMany(context, { cases: merged.cases, made: present(merged.made, 'a plan') });

  const since = '2026-01-01T00:00:00Z';
  const told = new Map<string, readonly string[]>();
  for (const { id, recipient } of await listNoticesSince(store, { deeds: ['erasure'], since, limit: 50 })) {
    const { identities } = present(await readNoticePeople(store, id), recipient);
    told.set(recipient, identities.map(({ value }) => value).toSorted());
  }
  const listed = await listNotices(context, { all: false, limit: 50 });
  const references = await store.db.selectFrom('case_file').select('reference').execute();
  for (const { references: named } of listed)
    expect(named.toSorted()).toEqual(references.map(({ reference }) => reference).toSorted());
  // Who measures visits does not know any of them, and hears of nobody.
  expect([...told.keys()].toSorted()).toEqual(['administration', 'bank', 'hosting', 'mailer']);
  const mailer = present(
    listed.find(({ notice }) => notice.recipient === 'mailer'),
    'who sends the newsletter',
  );
  // What it does not get is not in what it reads, nor in what an officer reads of it.
  expect((await showNotice(context, mailer.notice.id)).purposes).toEqual(['newsletter', 'own-offers']);
  const three = [reader, lotte.email, willem.email].toSorted();
  expect(told.get('mailer')).toEqual(three);
  // The servers hold customers, and none of the newsletter.
  expect(told.get('hosting')).toEqual(three.filter((email) => email !== reader));
  expect(told.get('bank')).toEqual([lotte.email]);
  expect(await letterTo(company, lotte.email)).toContain('Voorbeeldbank');
  expect(await letterTo(company, willem.email)).not.toContain('Voorbeeldbank');
  const alone = await letterTo(company, reader);
  expect(alone).toContain('Voorbeeldmail');
  expect(alone).not.toMatch(/Voorbeeldhost|Voorbeeldbank/);
}, 120_000);

it('leaves out who withdrew between approval and run, and goes on for the others', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const cases = await waiting(company, [lotte.email, willem.email, marijke.email]);
  // Nobody carries it out yet.
  const later: { run?: () => Promise<void> } = {};
  const context = {
    ...actingAs(company.app, officer),
    dispatch: async (runId: Parameters<typeof company.app.dispatch>[0]) => {
      later.run = () => company.app.dispatch(runId);
    },
  };
  const merged = await mergePlans(context);
  const made = present(merged.made, 'a plan');
  // Marijke withdraws while the officer reads.
  await moveCase(store, present(cases.get(marijke.email), 'hers'), {
    from: ['in-progress'],
    to: 'withdrawn',
    actor: 'person',
  });
  const { planId, approved, runId } = await approveMany(context, { cases: merged.cases, made });
  expect(approved).toBe(2);
  // And Willem is refused before anybody carries it out.
  await moveCase(store, present(cases.get(willem.email), 'his'), {
    from: ['in-progress'],
    to: 'refused',
    actor: 'officer_1',
  });
  await present(later.run, 'a run')();
  expect(await readRun(store, runId)).toMatchObject({ state: 'completed' });
  expect(await customersOf(company, [lotte.email])).toBe(0);
  expect(await customersOf(company, [willem.email, marijke.email])).toBe(2);
  expect((await listPlanCases(store, planId)).map(({ leftOut }) => leftOut).toSorted()).toEqual([
    'ended',
    'ended',
    null,
  ]);
  expect(await readCase(store, present(cases.get(lotte.email), 'hers'))).toMatchObject({ state: 'answered' });
  expect(await readCase(store, present(cases.get(willem.email), 'his'))).toMatchObject({ state: 'refused' });
}, 120_000);

it('erases nobody who takes their request back by its link before it is begun, and says when it is too late', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const cases = await waiting(company, [lotte.email, willem.email]);
  const later: (() => Promise<void>)[] = [];
  const context = {
    ...actingAs(company.app, officer),
    dispatch: async (runId: Parameters<typeof company.app.dispatch>[0]) => {
      later.push(() => company.app.dispatch(runId));
    },
  };
  const withdraw = async (id: CaseId) => {
    const { reference } = present(await readCase(store, id), 'a case');
    return withdrawRequest(company.app, { reference, token: await renewAccessToken(store, id) });
  };
  const merged = await mergePlans(context);
  await approveMany(context, { cases: merged.cases, made: present(merged.made, 'a plan') });
  expect(await withdraw(present(cases.get(willem.email), 'his'))).toBe('withdrawn');
  for (const run of later.splice(0)) await run();
  expect(await customersOf(company, [lotte.email])).toBe(0);
  expect(await customersOf(company, [willem.email])).toBe(1);
  expect(await withdraw(present(cases.get(lotte.email), 'hers'))).toBe('too-late');

  // A plan of one: its run is over before it began.
  const approveAlone = async (): Promise<{ readonly caseId: CaseId; readonly runId: RunId }> => {
    const caseId = await askErasure(company, marijke.email);
    const planning = await planRequest(company.app, { caseId });
    if (planning.kind !== 'planned') throw new Error('several people have that address');
    const { id: planId, sealedHash } = planning.plan;
    const { runId } = await approvePlan(context, { caseId, planId, sealedHash });
    return { caseId, runId };
  };
  const alone = await approveAlone();
  expect(await withdraw(alone.caseId)).toBe('withdrawn');
  expect(await readRun(store, alone.runId)).toMatchObject({ state: 'failed', failureCode: 'withdrawn' });
  for (const run of later.splice(0)) await run();
  expect(await customersOf(company, [marijke.email])).toBe(1);

  // Whoever has begun it, or is about to, is not waited for.
  const begun = await approveAlone();
  await withTransaction(store, async (inside) => {
    await claimRun(inside, { worker: 'worker_1', leaseSeconds: 60, runId: begun.runId });
    expect(await withdraw(begun.caseId)).toBe('too-late');
  });
  expect(await withdraw(begun.caseId)).toBe('too-late');
  await sequenceLedger(store, { limit: 1000, sign: headSigner(company.app.signer) });
  expect((await verifyLedger(context)).verdict.ok).toBe(true);
}, 120_000);

it('gives each a plan of their own again when what was approved cannot be carried out', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const cases = await waiting(company, [lotte.email, willem.email]);
  const context = actingAs(company.app, officer);
  const merged = await mergePlans(context);
  await crm(company, 'alter table customers add column nickname text');
  const { runId } = await approveMany(context, {
    cases: merged.cases,
    made: present(merged.made, 'a plan'),
  });
  expect(await readRun(store, runId)).toMatchObject({ state: 'failed', failureCode: 'drifted' });
  await crm(company, 'alter table customers drop column nickname');
  expect(await customersOf(company, [lotte.email, willem.email])).toBe(2);
  for (const caseId of cases.values()) {
    expect(await planStanding(store, caseId)).toEqual({ kind: 'none' });
    expect(await planRequest(company.app, { caseId })).toMatchObject({ kind: 'planned' });
  }
}, 120_000);

it('makes a plan anew for who shared a row with somebody who is gone, and says why who else is not among them', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const cases = await waiting(company, [pieter.email, thomas.email]);
  const context = actingAs(company.app, officer);
  const first = await mergePlans(context);
  expect(first.leftOut.map(({ why }) => why)).toEqual(['shares-rows']);
  await approveMany(context, { cases: first.cases, made: present(first.made, 'a plan') });

  const later = await mergePlans(context);
  expect(later.leftOut).toEqual([]);
  expect(later.cases.map(({ reference }) => reference)).toEqual(
    first.leftOut.map(({ reference }) => reference),
  );

  // Proposed to be refused after it was shown, it is left out of what is approved; and then it is not among them.
  const [left] = later.cases;
  const { reference, caseId } = present(left, 'the other of the two');
  expect([...cases.values()]).toContain(caseId);
  const willems = present((await waiting(company, [willem.email])).get(willem.email), 'his');
  const both = await mergePlans(context);
  await proposeRefusal(context, { reference, ground: 'excessive', explanation: 'Voor de negende keer.' });
  const planned = present(both.made, 'a plan');
  expect((await approveMany(context, { cases: both.cases, made: planned })).approved).toBe(1);
  expect(await readCase(store, willems)).toMatchObject({ state: 'answered' });
  expect(await readCase(store, caseId)).toMatchObject({ state: 'in-progress' });
  const last = await mergePlans(context);
  expect(last).toMatchObject({ cases: [], made: null, leftOut: [{ reference, why: 'refusal-proposed' }] });
}, 120_000);

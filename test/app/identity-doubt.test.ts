import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { doubtIdentity } from '../../src/app/doubt-identity.ts';
import { judgeIdentity } from '../../src/app/judge-identity.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import { planRequest, planWaitingRequests } from '../../src/app/plan-request.ts';
import { planStanding } from '../../src/app/plan-standing.ts';
import { livePortalServices } from '../../src/app/portal-services-live.ts';
import { readCaseOf } from '../../src/app/read-case.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import { readLedger, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { readRun } from '../../src/store/run.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;
const clientKey = '192.0.2.0/24';
const reason = 'Het adres is gisteren in het account gewijzigd.';

async function askAndProve({ app, test: { store } }: Company) {
  const services = livePortalServices(app, { mailboxFrom: null });
  const opened = await services.openRequest({
    wish: { kind: 'access' },
    email: lotte.email,
    customerNumber: null,
    language: 'nl',
    clientKey,
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const { reference } = opened;
  const [mail] = await listMails(store, { limit: 1 });
  const code = present(/\b(\d{3}) (\d{3})\b/.exec(JSON.stringify(mail)), 'a code')
    .slice(1)
    .join('');
  const proven = await services.submitCode({ reference, code, clientKey });
  if (proven.kind !== 'ok') throw new Error(proven.kind);
  return { services, reference, token: proven.token, code };
}

async function ledgerKinds({ test: { store } }: Company): Promise<readonly string[]> {
  await sequenceLedger(store, { limit: 1000, sign: () => '' });
  const kinds: string[] = [];
  for await (const { leaf } of readLedger(store)) kinds.push(JSON.parse(leaf).kind);
  return kinds;
}

test('a doubt in time stops everything and the clock, until an officer is sure', async () => {
  await using company = await exampleCompany();
  const { app, test: world } = company;
  const asOfficer = actingAs(app, officer);
  const { services, reference, token, code } = await askAndProve(company);
  const drafted = present((await showRequest(asOfficer, { reference, language: 'nl' })).plan, 'a draft');
  const { legalDate } = (await readCaseOf(asOfficer, reference)).file;

  world.clock.advance({ hours: 24 });
  const ask = 'Wat kocht u bij ons, en wanneer?';
  const doubted = await doubtIdentity(asOfficer, { reference, reason, ask });
  expect(doubted).toMatchObject({ clockStandsStill: true, file: { state: 'identity' } });
  const { id: caseId } = doubted.file;
  const { id: planId, sealedHash } = drafted.record;
  await expect(approvePlan(asOfficer, { caseId, planId, sealedHash })).rejects.toThrow();
  expect(await planWaitingRequests(app)).toBe(0);
  expect(await services.requestStatus({ reference, token, language: 'nl' })).toBeNull();
  expect(await services.openPackage({ reference, token })).toEqual({ kind: 'unknown' });
  // Neither the old code nor a new one removes a doubt.
  expect((await services.submitCode({ reference, code, clientKey })).kind).not.toBe('ok');
  const before = (await listMails(world.store, { limit: 100 })).length;
  expect(await services.resendCode({ reference, clientKey })).toEqual({ kind: 'sent' });
  expect(await listMails(world.store, { limit: 100 })).toHaveLength(before);
  const [letter] = await listMails(world.store, { limit: 1 });
  expect(JSON.stringify(letter)).toContain(ask);
  expect(JSON.stringify(letter)).not.toContain('account gewijzigd');

  world.clock.advance({ hours: 24 * 40 });
  expect(await listRequests(asOfficer, { all: false, limit: 10 })).toMatchObject([
    { reference, state: 'unproven', awaits: 'proof', alarm: null },
  ]);
  await judgeIdentity(asOfficer, { reference, reason: 'Zij noemde twee facturen.' });
  const resumed = await readCaseOf(asOfficer, reference);
  expect(resumed.file.state).toBe('in-progress');
  expect(legalDate).toBe('2026-12-23');
  // Forty days later falls on a Monday.
  expect(resumed.file.legalDate).toBe('2027-02-01');
  expect(resumed.timeline.map(({ kind, words }) => [kind, words])).toEqual(
    expect.arrayContaining([
      ['identity-doubted', reason],
      ['identity-proof', 'Zij noemde twee facturen.'],
    ]),
  );
  expect(await ledgerKinds(company)).toEqual(
    expect.arrayContaining(['identity-doubted', 'identity-proven', 'case-state']),
  );
  expect(await planRequest(app, { caseId })).toMatchObject({ kind: 'planned' });
  const [receipt] = await listMails(world.store, { limit: 1 });
  const fresh = present(/\?t=([\w-]+)/.exec(JSON.stringify(receipt)), 'a link')[1] ?? '';
  expect(await services.requestStatus({ reference, token: fresh, language: 'nl' })).toMatchObject({
    dueOn: expect.objectContaining({}),
  });
});

test('a doubt that comes late stops no clock: the alarm goes on', async () => {
  await using company = await exampleCompany();
  const { app, test: world } = company;
  const asOfficer = actingAs(app, officer);
  const { reference } = await askAndProve(company);
  world.clock.advance({ hours: 24 * 26 });
  const { clockStandsStill } = await doubtIdentity(asOfficer, { reference, reason, ask: null });
  expect(clockStandsStill).toBe(false);
  expect(await listRequests(asOfficer, { all: false, limit: 10 })).toMatchObject([{ alarm: 'at-risk' }]);
  world.clock.advance({ hours: 24 * 10 });
  expect(await listRequests(asOfficer, { all: false, limit: 10 })).toMatchObject([{ alarm: 'overdue' }]);
  await judgeIdentity(asOfficer, { reference, reason: 'Zij noemde twee facturen.' });
  expect((await readCaseOf(asOfficer, reference)).file.legalDate).toBe('2026-12-23');
});

test('nobody is doubted without a reason, by asking for a document, or where nobody is asked who they are', async () => {
  await using company = await exampleCompany();
  const { app } = company;
  const asOfficer = actingAs(app, officer);
  const { services, reference } = await askAndProve(company);
  const doubt = (asked: { reason?: string; ask?: string; reference?: string }) =>
    doubtIdentity(asOfficer, { reference, reason, ask: null, ...asked });
  await expect(doubt({ reason: ' ' })).rejects.toMatchObject({ code: 'bad-input' });
  await expect(doubt({ ask: 'Stuur een kopie van uw paspoort.' })).rejects.toMatchObject({
    code: 'bad-input',
  });
  await expect(doubtIdentity(app, { reference, reason, ask: null })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const question = await services.openRequest({
    wish: { kind: 'question', text: 'Hoelang?' },
    email: lotte.email,
    customerNumber: null,
    language: 'nl',
    clientKey,
  });
  if (question.kind !== 'opened') throw new Error(question.kind);
  await expect(doubt({ reference: question.reference })).rejects.toMatchObject({ code: 'conflict' });
  // What is carried out is not called back.
  const { plan, file } = await showRequest(asOfficer, { reference, language: 'nl' });
  const { id: planId, sealedHash } = present(plan, 'a draft').record;
  await approvePlan(asOfficer, { caseId: file.id, planId, sealedHash });
  await expect(doubt({})).rejects.toMatchObject({ code: 'conflict' });
});

test('a doubt calls back what was approved and nobody has begun, and whoever is sure gets a new plan', async () => {
  await using company = await exampleCompany();
  const asOfficer = actingAs(company.app, officer);
  const { store } = company.test;
  const { reference } = await askAndProve(company);
  const { plan, file } = await showRequest(asOfficer, { reference, language: 'nl' });
  const { id: planId, sealedHash } = present(plan, 'a draft').record;
  // Nobody carries it out yet.
  const held = { ...asOfficer, dispatch: async () => undefined };
  const { runId } = await approvePlan(held, { caseId: file.id, planId, sealedHash });
  await doubtIdentity(asOfficer, { reference, reason, ask: null });
  expect(await readRun(store, runId)).toMatchObject({ state: 'failed', failureCode: 'identity-doubted' });
  await company.app.dispatch(runId);
  expect(await planStanding(store, file.id)).toEqual({ kind: 'none' });
  await judgeIdentity(asOfficer, { reference, reason: 'Teruggebeld op het nummer dat wij al hadden.' });
  await planWaitingRequests(company.app);
  const again = await planStanding(store, file.id);
  expect(again.kind).toBe('draft');
  expect(again).not.toMatchObject({ plan: { id: planId } });
});

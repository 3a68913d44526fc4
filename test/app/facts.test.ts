import pg from 'pg';
import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { hearFacts } from '../../src/app/compare-facts.ts';
import { actingAs } from '../../src/app/context.ts';
import { doubtIdentity } from '../../src/app/doubt-identity.ts';
import { factKinds } from '../../src/app/fact-kinds.ts';
import { judgeIdentity } from '../../src/app/judge-identity.ts';
import { openRequest } from '../../src/app/open-request.ts';
import { livePortalServices } from '../../src/app/portal-services-live.ts';
import { readCaseOf } from '../../src/app/read-case.ts';
import { present } from '../../src/base/assert.ts';
import type { Identity } from '../../src/domain/identity.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;
const other = plantedCases['couple-one-car'].first;
const clientKey = '192.0.2.0/24';
const number: Identity = { kind: 'customer-number', value: lotte.customerNo };

/** As the customer system has it; whoever knows it writes it in their own way. */
async function phoneOf({ secrets }: Company, customerNo: string): Promise<Identity> {
  const client = new pg.Client({ connectionString: secrets['CRM_URL'] ?? '' });
  await client.connect();
  try {
    const { rows } = await client.query('select phone from customers where customer_no = $1', [customerNo]);
    return { kind: 'phone', value: present(rows[0]?.phone, 'a telephone number') };
  } finally {
    await client.end();
  }
}

/** A request by telephone that an officer was sure of and then doubted: the letter asks for two facts. */
async function doubted({ app, test: world }: Company, email: string = lotte.email) {
  const asOfficer = actingAs(app, officer);
  const opened = await openRequest(asOfficer, {
    wish: { kind: 'access' },
    channel: 'telephone',
    email,
    customerNumber: null,
    language: 'nl',
    clientKey: null,
    proof: 'officer-judgement',
    proofReason: 'Ik belde terug.',
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const { reference } = opened;
  world.clock.advance({ seconds: 1 });
  await doubtIdentity(asOfficer, { reference, reason: 'Het nummer bleek van een ander.', ask: null });
  const [letter] = await listMails(world.store, { limit: 1 });
  const token = present(/facts\?t=([\w-]+)/.exec(present(letter, 'a letter').text), 'a link')[1] ?? '';
  const services = livePortalServices(app, { mailboxFrom: null });
  const answer = (facts: readonly Identity[], given = token) =>
    services.answerFacts({ reference, token: given, facts, clientKey });
  return { reference, token, services, answer, asOfficer };
}

test('two facts that the sources hold, from who has the link, show who asks', async () => {
  await using company = await exampleCompany();
  const { reference, token, services, answer, asOfficer } = await doubted(company);
  const phone = await phoneOf(company, lotte.customerNo);
  expect(factKinds(company.app.policy)).toEqual(expect.arrayContaining(['customer-number', 'phone']));
  expect(await services.opensFacts({ reference, token })).toBe(true);
  expect(await services.opensFacts({ reference, token: 'guessed' })).toBe(false);
  expect(await services.requestStatus({ reference, token, language: 'nl' })).toBeNull();
  expect(await answer([number, phone], 'guessed')).toEqual({ kind: 'unknown' });
  const spoken = [{ ...number, value: lotte.customerNo.toLowerCase() }, phone];
  const proven = await answer(spoken);
  expect(proven).toMatchObject({ kind: 'ok' });
  if (proven.kind !== 'ok') return;
  expect(await services.requestStatus({ reference, token: proven.token, language: 'nl' })).toMatchObject({
    state: 'planned',
  });
  expect(await services.opensFacts({ reference, token })).toBe(false);
  const { timeline } = await readCaseOf(asOfficer, reference);
  expect(timeline.findLast(({ kind }) => kind === 'identity-proof')?.detail).toEqual({
    proof: 'known-facts',
  });
  expect(JSON.stringify(timeline)).not.toContain(lotte.customerNo);
});

test('whatever is wrong gets one answer, and five tries a day are all there are', async () => {
  await using company = await exampleCompany();
  const { app, test: world } = company;
  const { reference, answer, asOfficer } = await doubted(company);
  const phone = await phoneOf(company, lotte.customerNo);
  const wrong: readonly (readonly Identity[])[] = [
    [number],
    [number, { kind: 'phone', value: '+31600000000' }],
    [{ kind: 'customer-number', value: 'K-0' }, phone],
    [{ kind: 'customer-number', value: other.customerNo }, await phoneOf(company, other.customerNo)],
    [number, { kind: 'licence-plate', value: lotte.customerNo }],
  ];
  for (const facts of wrong) expect(await answer(facts)).toEqual({ kind: 'wrong' });
  expect(await answer([number, phone])).toMatchObject({ kind: 'too-many' });
  await expect(hearFacts(asOfficer, { reference, facts: [number, phone] })).rejects.toMatchObject({
    code: 'too-many',
  });
  // An officer who is sure is not kept out by it.
  world.clock.advance({ hours: 24 });
  expect(await hearFacts(asOfficer, { reference, facts: [number] })).toBeNull();
  expect(await hearFacts(asOfficer, { reference, facts: [number, phone] })).toMatchObject({
    kind: 'taken-up',
  });
  await expect(hearFacts(app, { reference, facts: [] })).rejects.toMatchObject({ code: 'forbidden' });
});

test('facts of somebody else do not show that an address that is not theirs is', async () => {
  await using company = await exampleCompany();
  const { answer, reference, asOfficer } = await doubted(company, 'vreemde@example.org');
  const phone = await phoneOf(company, lotte.customerNo);
  expect(await answer([number, phone])).toEqual({ kind: 'wrong' });
  expect(await judgeIdentity(asOfficer, { reference, reason: 'Kwam langs.' })).toMatchObject({
    kind: 'taken-up',
  });
});

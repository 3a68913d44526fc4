import { describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { explainPerson } from '../../src/app/explain-person.ts';
import { identitiesOf } from '../../src/app/found-row.ts';
import { identifyPerson, listCandidates, type ShownCandidate } from '../../src/app/identify-person.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import { planRequest, planWaitingRequests } from '../../src/app/plan-request.ts';
import { previewPlan } from '../../src/app/preview-plan.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import { normaliseIdentity } from '../../src/domain/identity.ts';
import { plausibleIdentities } from '../../src/domain/shown-identity.ts';
import { answerDeadline } from '../../src/law/deadlines.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { type CaseFile, moveCase, openCase } from '../../src/store/case-file.ts';
import { findErased } from '../../src/store/erasure-record.ts';
import { type Company, exampleCompany, officer } from './company.ts';
import { housemate, inDatabase, shareMailbox } from './shared-mailbox.ts';

const lotte = plantedCases['one-of-everything'].person;
/** A request whose identity is proven, that nothing was planned for yet. */
async function request(
  { test }: Company,
  kind: 'access' | 'erasure',
  customerNumber?: string,
): Promise<CaseFile> {
  const { store } = test;
  const deadline = answerDeadline(store.clock.now());
  const { file } = await openCase(store, {
    wish: { kind },
    language: 'nl',
    channel: 'portal',
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
    contact: { email: lotte.email, ...(customerNumber === undefined ? {} : { customerNumber }) },
    actor: 'person',
  });
  return moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
}

function carries(candidate: ShownCandidate, value: string): boolean {
  return candidate.rows.flatMap(identitiesOf).some((identity) => identity.value === value);
}

async function choose(
  company: Company,
  { reference }: CaseFile,
  wanted: (candidate: ShownCandidate) => boolean,
) {
  const context = actingAs(company.app, officer);
  const { candidates } = await listCandidates(context, { reference });
  return identifyPerson(context, {
    reference,
    shown: candidates.map(({ code }) => code),
    chosen: candidates.filter(wanted).map(({ code }) => code),
  });
}

const notTheHousemate = (candidate: ShownCandidate) => !carries(candidate, housemate.customerNo);

describe('an address of two customers', () => {
  it('is not guessed at: an officer chooses, and the plan is about exactly those rows', async () => {
    await using company = await exampleCompany();
    await shareMailbox(company);
    const { app, test } = company;
    const asOfficer = actingAs(app, officer);
    const file = await request(company, 'erasure', lotte.customerNo.toLowerCase());
    const { reference, id: caseId } = file;

    expect(await planWaitingRequests(app)).toBe(0);
    expect(await planWaitingRequests(app)).toBe(0);
    const waiting = await listRequests(asOfficer, { all: false, limit: 10 });
    expect(waiting).toMatchObject([{ reference, state: 'verified', awaits: 'identification' }]);
    const shown = await showRequest(asOfficer, { reference, language: 'nl' });
    expect(shown).toMatchObject({ plan: undefined, asked: true });
    const events = await listCaseEvents(test.store, caseId);
    expect(events.filter(({ kind }) => kind === 'identification-needed')).toHaveLength(1);
    expect(events.at(-1)?.detail).toMatchObject({ candidates: expect.any(Number), rows: expect.any(Number) });

    const { candidates } = await listCandidates(asOfficer, { reference });
    const hers = present(
      candidates.find((each) => carries(each, lotte.customerNo)),
      'lotte',
    );
    const theirs = present(
      candidates.find((each) => carries(each, housemate.customerNo)),
      'housemate',
    );
    expect(hers).toMatchObject({ carriesProven: true, carriesStated: true, chosenBefore: false });
    expect(theirs).toMatchObject({ carriesProven: true, carriesStated: false });
    expect(theirs.rows.map(({ source, table }) => `${source}.${table}`)).toEqual([
      'billing.debtors',
      'crm.customers',
    ]);
    // The mailing list and the telephone know the address alone: whose row it is, nothing says.
    expect(candidates.length).toBeGreaterThan(2);

    expect(await choose(company, file, notTheHousemate)).toMatchObject({ kind: 'planned' });
    const after = await showRequest(asOfficer, { reference, language: 'nl' });
    const plan = present(after.plan, 'the plan');
    expect(plan.statedNumberFound).toBe(true);
    expect(plan.found.at(-2)).toBe(
      `De zoektocht leidde naar ${candidates.length} mogelijke personen. Het plan gaat over ${candidates.length - 1}.`,
    );
    const { id: planId, sealedHash } = plan.record;
    await approvePlan(asOfficer, { caseId, planId, sealedHash });
    expect(await listRequests(asOfficer, { all: false, limit: 10 })).toEqual([]);

    const left = await previewPlan(
      { ...app, actor: officer, clock: test.clock },
      { kind: 'access', given: [normaliseIdentity('email', lotte.email)], language: 'en' },
    );
    expect(left).toMatchObject({ kind: 'planned', search: { candidates: 1 } });
    expect(left.kind === 'planned' && left.found[0]).toBe(
      'Step 1: found in Customer system, by the given e-mail address: customers (1).',
    );
    // The mailbox is still somebody's, so its address was not erased; her number was.
    const asked = [
      normaliseIdentity('customer-number', lotte.customerNo),
      normaliseIdentity('email', lotte.email),
      normaliseIdentity('customer-number', housemate.customerNo),
    ];
    expect((await findErased(test.store, asked)).map(({ identity }) => identity)).toEqual([asked[0]]);

    const leaves = (await test.store.db.selectFrom('ledger_entry').select('leaf').execute()).map(
      ({ leaf }) => leaf,
    );
    const trace = JSON.stringify([await listCaseEvents(test.store, caseId), ...leaves]);
    expect(trace).toContain('"identified"');
    expect(trace).toContain('identity-chosen');
    expect(trace).toContain('officer_1');
    for (const value of [lotte.email, lotte.customerNo, housemate.customerNo, String(housemate.id)])
      expect(trace).not.toContain(value);
  });

  it('remembers who was left out when nobody else is there any more', async () => {
    await using company = await exampleCompany();
    await shareMailbox(company);
    const { app } = company;
    const file = await request(company, 'erasure');
    await choose(company, file, (candidate) => carries(candidate, lotte.customerNo));
    const [gone, nowhere] = [`customer_no = '${lotte.customerNo}'`, 'gone@example.org'];
    await inDatabase(company, 'CRM_URL', `update customers set email = '${nowhere}' where ${gone}`);
    await inDatabase(company, 'BILLING_URL', `update debtors set email = null where ${gone}`);
    // What is found now is a smaller set of rows that were all looked at, and none of those that were chosen.
    const again = await planRequest(app, { caseId: file.id, again: true });
    expect(again.kind === 'planned' && again.plan.plan.kind).toBe('erase');
    const { plan } = await showRequest(actingAs(app, officer), { reference: file.reference, language: 'nl' });
    expect(plan?.foundNothing).toBe(true);
  });

  it('asks again when there is a row that nobody looked at', async () => {
    await using company = await exampleCompany();
    await shareMailbox(company);
    const { app } = company;
    const file = await request(company, 'access');
    await choose(company, file, notTheHousemate);
    expect((await planRequest(app, { caseId: file.id, again: true })).kind).toBe('planned');
    await inDatabase(
      company,
      'CRM_URL',
      `insert into leads (email, source, payload, last_contact_on) values ('${lotte.email}', 'web', '{}', now())`,
    );
    expect((await planRequest(app, { caseId: file.id, again: true })).kind).toBe('ask');
    const asOfficer = actingAs(app, officer);
    const { plan } = await showRequest(asOfficer, { reference: file.reference, language: 'nl' });
    expect(plan).toBeUndefined();
    const { candidates } = await listCandidates(asOfficer, { reference: file.reference });
    await expect(
      identifyPerson(asOfficer, { reference: file.reference, shown: [], chosen: [] }),
    ).rejects.toMatchObject({ code: 'drifted' });
    await expect(
      identifyPerson(asOfficer, {
        reference: file.reference,
        shown: candidates.map(({ code }) => code),
        chosen: ['00000000'],
      }),
    ).rejects.toMatchObject({ code: 'bad-input' });
    await expect(listCandidates(app, { reference: file.reference })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('is nobody’s when the officer says so', async () => {
    await using company = await exampleCompany();
    await shareMailbox(company);
    const file = await request(company, 'access');
    expect((await choose(company, file, () => false)).kind).toBe('planned');
    const asOfficer = actingAs(company.app, officer);
    const { plan } = await showRequest(asOfficer, { reference: file.reference, language: 'nl' });
    expect(plan?.foundNothing).toBe(true);
  });

  it('waits, and says what to do, when the search does not end', async () => {
    await using company = await exampleCompany();
    await inDatabase(
      company,
      'CRM_URL',
      `insert into leads (email, source, payload, last_contact_on)
       select '${lotte.email}', 'web', '{}', now() from generate_series(1, 120)`,
    );
    const file = await request(company, 'access');
    expect(await planWaitingRequests(company.app)).toBe(0);
    const asOfficer = actingAs(company.app, officer);
    expect(await listRequests(asOfficer, { all: false, limit: 10 })).toMatchObject([
      { awaits: 'identification' },
    ]);
    await expect(listCandidates(asOfficer, { reference: file.reference })).rejects.toThrow(
      /within 5 steps and 100 rows.*found by the email of crm\.leads.*take it out of "identities"/,
    );
  });
});

describe('any identity', () => {
  const amended = (text: string) =>
    text.replace(
      '{ group: customer, identities: { email: email, customer-number: customer_no }, created: created_at }',
      '{ group: customer, identities: { email: email, customer-number: customer_no, phone: phone }, created: created_at }',
    );

  it('leads to a person, and several name who of a household is meant', async () => {
    await using company = await exampleCompany({ amended });
    const { app, test } = company;
    const context = { ...app, actor: officer, clock: test.clock };
    const explain = (value: string) =>
      explainPerson(context, { given: plausibleIdentities(value), needed: 'any', language: 'nl' });
    await inDatabase(
      company,
      'CRM_URL',
      `update customers set phone = '+31 (0)6 1357 2468' where customer_no = '${lotte.customerNo}'`,
    );
    const byEmail = await explain(lotte.email);
    const byNumber = await explain(lotte.customerNo);
    const byPhone = await explain('06-13572468');
    const placesOf = (found: typeof byEmail) =>
      found.kind === 'settled' ? found.rows.map(({ source, table, key }) => [source, table, key]) : [];
    expect(placesOf(byEmail).length).toBeGreaterThan(2);
    expect(placesOf(byNumber)).toEqual(placesOf(byEmail));
    expect(placesOf(byPhone)).toEqual(placesOf(byEmail));
    expect(byPhone.kind === 'settled' && byPhone.found).toEqual([
      'Stap 1: gevonden in Klantensysteem, met het opgegeven telefoonnummer: klanten (1).',
      'Stap 2: gevonden in Klantensysteem, met het e-mailadres uit klanten in Klantensysteem: telefoongesprekken (1).',
      'Stap 2: gevonden in Boekhouding, met het e-mailadres en het klantnummer uit klanten in Klantensysteem: betalers (1).',
      'Stap 2: gevonden in Nieuwsbrieflijst, met het e-mailadres uit klanten in Klantensysteem: lezers (1).',
      'De zoektocht volgt e-mailadressen, klantnummers en accountnummers, in hoogstens 5 stappen en tot 100 regels.',
    ]);

    await inDatabase(
      company,
      'CRM_URL',
      `insert into customers (id, customer_no, email, last_name, phone, source, created_at)
       values (${housemate.id}, '${housemate.customerNo}', 'huisgenoot@example.org', 'Huisgenoot', '0613572468', 'web', now())`,
    );
    const phone = normaliseIdentity('phone', '0031 6 13572468');
    const wish = { kind: 'erase', language: 'nl' } as const;
    expect((await previewPlan(context, { ...wish, given: [phone] })).kind).toBe('ask');
    expect((await explain('06 13 57 24 68')).kind).toBe('ask');
    const number = normaliseIdentity('customer-number', lotte.customerNo);
    const narrowed = await previewPlan(context, { ...wish, given: [phone, number] });
    expect(narrowed).toMatchObject({ kind: 'planned', search: { candidates: 2, chosen: 1 } });
    // The telephone is not followed: who was proven by address alone is one person, housemate or not.
    const alone = await previewPlan(context, { ...wish, given: [normaliseIdentity('email', lotte.email)] });
    expect(alone).toMatchObject({ kind: 'planned', search: { candidates: 1 } });
  });
});

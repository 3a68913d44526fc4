import pg from 'pg';
import { expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { listCandidates } from '../../src/app/identify-person.ts';
import { headSigner } from '../../src/app/ledger-signer.ts';
import { mergePlans } from '../../src/app/merge-plans.ts';
import { mergeRequests } from '../../src/app/merge-requests.ts';
import { planRequest, planWaitingRequests } from '../../src/app/plan-request.ts';
import { planStanding } from '../../src/app/plan-standing.ts';
import { readCaseOf } from '../../src/app/read-case.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { splitRequest } from '../../src/app/split-request.ts';
import { verifyLedger } from '../../src/app/verify-ledger.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId } from '../../src/base/ids.ts';
import type { Channel, Wish } from '../../src/domain/wish.ts';
import { answerDeadline } from '../../src/law/deadlines.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { type Contact, moveCase, openCase, readCase } from '../../src/store/case-file.ts';
import { listJoinedCases } from '../../src/store/case-person.ts';
import { sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const { person: marijke, billingEmail } = plantedCases['same-person-two-spellings'];
const { person: lotte } = plantedCases['one-of-everything'];

interface Asked {
  readonly contact: Contact;
  readonly wish?: Wish;
  readonly channel?: Channel;
  readonly proven?: boolean;
}

async function ask({ test }: Company, asked: Asked): Promise<CaseId> {
  const { store, clock } = test;
  const { contact, wish = { kind: 'erasure' }, channel = 'portal', proven = true } = asked;
  const deadline = answerDeadline(clock.now());
  const { file } = await openCase(store, {
    ...{ wish, channel, contact, language: 'nl', actor: 'person' },
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
  });
  clock.advance({ hours: 24 });
  await moveCase(store, file.id, {
    from: ['received'],
    to: proven ? 'in-progress' : 'identity',
    actor: 'person',
  });
  return file.id;
}

async function file({ test }: Company, id: CaseId) {
  return present(await readCase(test.store, id), 'a case');
}

async function kindsOf({ test }: Company, id: CaseId) {
  return (await listCaseEvents(test.store, id)).map(({ kind }) => kind);
}

async function lettersOf(company: Company, id: CaseId): Promise<readonly { to: string; text: string }[]> {
  const { reference } = await file(company, id);
  const mails = await listMails(company.test.store, { limit: 100 });
  return mails.filter(({ subject }) => subject.includes(reference)).map(({ to, text }) => ({ to, text }));
}

async function approve(company: Company, caseId: CaseId): Promise<void> {
  const { plan } = (await planStanding(company.test.store, caseId)) as Extract<
    Awaited<ReturnType<typeof planStanding>>,
    { kind: 'draft' }
  >;
  await approvePlan(actingAs(company.app, officer), {
    caseId,
    planId: plan.id,
    sealedHash: plan.sealedHash,
  });
}

it('answers a second request by another channel and in another spelling with the first, and says so', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const first = await ask(company, { contact: { email: marijke.email } });
  expect(await planRequest(company.app, { caseId: first })).toMatchObject({ kind: 'planned' });
  const later = await ask(company, { contact: { email: billingEmail }, channel: 'telephone' });
  expect(await planRequest(company.app, { caseId: later })).toEqual({ kind: 'joined' });

  const [one, two] = [await file(company, first), await file(company, later)];
  expect(two).toMatchObject({ state: 'joined', joinedTo: first });
  expect(one).toMatchObject({ state: 'in-progress', joinedTo: null });
  expect((await listCaseEvents(store, later)).at(-1)).toMatchObject({
    kind: 'joined',
    actor: 'system',
    detail: { with: first },
  });
  expect((await listCaseEvents(store, first)).at(-1)).toMatchObject({
    kind: 'other-joined',
    detail: { case: later },
  });
  const [letter, ...more] = await lettersOf(company, later);
  expect(more).toEqual([]);
  expect(letter?.to).toBe(billingEmail);
  expect(letter?.text).toContain(one.reference);
  expect(letter?.text).toContain('23 december 2026');
  expect(letter?.text).toContain('Het antwoord komt op dit e-mailadres.');

  // The officer sees both, wherever they look; and many at once takes the first.
  const asOfficer = actingAs(company.app, officer);
  expect((await readCaseOf(asOfficer, one.reference)).joined.map(({ id }) => id)).toEqual([later]);
  expect((await readCaseOf(asOfficer, two.reference)).answeredBy?.id).toBe(first);
  const merged = await mergePlans(asOfficer);
  expect(merged.cases.map(({ caseId }) => caseId)).toEqual([first]);
  expect(merged.leftOut).toEqual([]);

  await approve(company, first);
  expect(await file(company, first)).toMatchObject({ state: 'answered' });
  expect(await file(company, later)).toMatchObject({ state: 'joined' });
  expect((await lettersOf(company, first)).map(({ to }) => to)).toEqual([marijke.email]);
  await sequenceLedger(store, { limit: 1000, sign: headSigner(company.app.signer) });
  expect((await verifyLedger(asOfficer)).verdict.ok).toBe(true);
}, 120_000);

it('lets the first to come in answer, also when the later was planned before it was proven', async () => {
  await using company = await exampleCompany();
  const { store, clock } = company.test;
  const first = await ask(company, { contact: { email: lotte.email }, proven: false });
  const later = await ask(company, { contact: { email: lotte.email.toUpperCase() } });
  expect(await planRequest(company.app, { caseId: later })).toMatchObject({ kind: 'planned' });
  expect(await file(company, first)).toMatchObject({ state: 'identity' });
  clock.advance({ hours: 1 });
  await moveCase(store, first, { from: ['identity'], to: 'in-progress', actor: 'person' });
  expect(await planRequest(company.app, { caseId: first })).toMatchObject({ kind: 'planned' });
  expect(await file(company, later)).toMatchObject({ state: 'joined', joinedTo: first });
  expect(await planStanding(store, later)).toEqual({ kind: 'none' });
}, 120_000);

it('joins two that are planned at once, and one that came by another address of the same rows', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const client = new pg.Client({ connectionString: company.secrets['BILLING_URL'] });
  await client.connect();
  // Her invoices go to another address; her customer number ties the two.
  const { rowCount } = await client.query('update debtors set email = $1 where email = $2', [
    'werk@dewit.example',
    billingEmail,
  ]);
  await client.end();
  expect(rowCount).toBe(1);
  const first = await ask(company, { contact: { email: marijke.email } });
  const later = await ask(company, { contact: { email: 'werk@dewit.example' } });
  await Promise.all([first, later].map((caseId) => planRequest(company.app, { caseId })));
  expect(await file(company, first)).toMatchObject({ state: 'in-progress' });
  expect(await file(company, later)).toMatchObject({ state: 'joined', joinedTo: first });
  expect(await planStanding(store, later)).toEqual({ kind: 'none' });
  const [letter] = await lettersOf(company, later);
  expect(letter?.text).toContain('Het antwoord gaat naar het e-mailadres waarmee u het eerste verzoek deed.');
  expect(letter?.text).not.toContain(marijke.email);
}, 120_000);

it('takes no part of a request that was not proven, and none of it touches one that was', async () => {
  await using company = await exampleCompany();
  const asOfficer = actingAs(company.app, officer);
  // Anybody can type any address, earlier too.
  const typed = await ask(company, { contact: { email: lotte.email }, proven: false });
  const proven = await ask(company, { contact: { email: lotte.email } });
  const again = await ask(company, { contact: { email: lotte.email }, proven: false });
  await planWaitingRequests(company.app);
  const [one, other] = [await file(company, proven), await file(company, typed)];
  expect(one).toMatchObject({ state: 'in-progress', joinedTo: null });
  expect(await planStanding(company.test.store, proven)).toMatchObject({ kind: 'draft' });
  for (const id of [typed, again]) {
    expect(await kindsOf(company, id)).toEqual(['received', 'identity']);
    const { reference } = await file(company, id);
    const ways = [
      { reference, into: one.reference },
      { reference: one.reference, into: reference },
    ];
    for (const way of ways)
      await expect(mergeRequests(asOfficer, way)).rejects.toMatchObject({ code: 'conflict' });
  }
  expect((await readCaseOf(asOfficer, one.reference)).samePerson).toEqual([]);
  expect((await readCaseOf(asOfficer, other.reference)).samePerson).toEqual([]);
  expect(await kindsOf(company, proven)).toEqual(['received', 'in-progress', 'planned']);
}, 120_000);

it('takes a request apart again, with its own clock, and lets an officer put it back', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const asOfficer = actingAs(company.app, officer);
  const first = await ask(company, { contact: { email: lotte.email } });
  const later = await ask(company, { contact: { email: lotte.email } });
  const before = await file(company, later);
  await planWaitingRequests(company.app);
  expect(await file(company, later)).toMatchObject({ state: 'joined' });
  const { reference } = before;
  const apart = await splitRequest(asOfficer, { reference });
  expect(apart).toEqual(before);
  await expect(splitRequest(asOfficer, { reference })).rejects.toMatchObject({ code: 'conflict' });
  // By itself it does not go back.
  await planWaitingRequests(company.app);
  await planRequest(company.app, { caseId: first, again: true });
  expect(await planStanding(store, later)).toMatchObject({ kind: 'draft' });
  const into = (await file(company, first)).reference;
  expect((await readCaseOf(asOfficer, reference)).samePerson.map(({ id }) => id)).toEqual([first]);
  await expect(mergeRequests(asOfficer, { reference: into, into: reference })).rejects.toThrow(
    `gestand requests merge ${reference} --into ${into}`,
  );
  await mergeRequests(asOfficer, { reference, into });
  expect((await listJoinedCases(store, first)).map(({ id }) => id)).toEqual([later]);
  // Requests are planned in any order: this one may have had a plan before it was joined the first time.
  const moves = (await kindsOf(company, later)).filter((kind) => kind !== 'planned');
  expect(moves).toEqual(['received', 'in-progress', 'joined', 'in-progress', 'joined']);
  expect(await showRequest(asOfficer, { reference, language: 'nl' })).toMatchObject({ state: 'joined' });
}, 120_000);

it('goes on with the second when the first is withdrawn or in doubt, and passes on who was joined with it', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const cases: CaseId[] = [];
  for (let i = 0; i < 3; i++) cases.push(await ask(company, { contact: { email: lotte.email } }));
  const [first, second, third] = cases as [CaseId, CaseId, CaseId];
  await planWaitingRequests(company.app);
  expect((await listJoinedCases(store, first)).map(({ id }) => id)).toEqual([second, third]);
  await moveCase(store, first, { from: ['in-progress'], to: 'withdrawn', actor: 'person' });
  await planWaitingRequests(company.app);
  await planWaitingRequests(company.app);
  expect(await file(company, second)).toMatchObject({ state: 'in-progress', closedAt: null });
  expect(await planStanding(store, second)).toMatchObject({ kind: 'draft' });
  expect(await file(company, third)).toMatchObject({ state: 'joined', joinedTo: second });
  await moveCase(store, second, { from: ['in-progress'], to: 'identity', actor: 'system' });
  await planWaitingRequests(company.app);
  expect(await file(company, third)).toMatchObject({ state: 'in-progress', joinedTo: null });
}, 120_000);

it('leaves apart what one answer does not answer', async () => {
  await using company = await exampleCompany();
  const asOfficer = actingAs(company.app, officer);
  const lottes = { email: lotte.email };
  const first = await ask(company, { contact: lottes, wish: { kind: 'access' } });
  const others = {
    kind: await ask(company, { contact: lottes }),
    person: await ask(company, { contact: { email: marijke.email }, wish: { kind: 'access' } }),
    nobody: await ask(company, { contact: { email: 'niemand@example.org' }, wish: { kind: 'access' } }),
    'nobody either': await ask(company, {
      contact: { email: 'niemand@example.org' },
      wish: { kind: 'access' },
    }),
    number: await ask(company, {
      contact: { ...lottes, customerNumber: 'CC-999999' },
      wish: { kind: 'access' },
    }),
    represented: await ask(company, {
      contact: {
        email: 'advocaat@example.org',
        onBehalfOf: {
          mandate: 'lawyer',
          identities: [{ kind: 'email', value: lotte.email }],
          birthDate: null,
        },
      },
      wish: { kind: 'access' },
    }),
  };
  await planWaitingRequests(company.app);
  for (const [why, id] of Object.entries(others))
    expect(await file(company, id), why).toMatchObject({ state: 'in-progress' });
  const into = (await file(company, first)).reference;
  for (const why of ['kind', 'person', 'nobody', 'represented'] as const) {
    const { reference } = await file(company, others[why]);
    await expect(mergeRequests(asOfficer, { reference, into }), why).rejects.toMatchObject({
      code: 'conflict',
    });
  }
  // A stated number is no proof, but an officer may judge it.
  const { reference } = await file(company, others.number);
  expect((await listCandidates(asOfficer, { reference })).candidates[0]?.carriesStated).toBe(false);
  await mergeRequests(asOfficer, { reference, into });
  expect(await file(company, others.number)).toMatchObject({ state: 'joined', joinedTo: first });
}, 120_000);

it('joins nothing that was approved, and corrections only when they are the same', async () => {
  await using company = await exampleCompany();
  const asOfficer = actingAs(company.app, officer);
  const lottes = { email: lotte.email };
  const first = await ask(company, { contact: lottes, proven: false });
  const approved = await ask(company, { contact: lottes });
  // Its run waits: nobody carries it out here.
  const waiting = { ...company, app: { ...company.app, dispatch: async () => undefined } };
  await planRequest(company.app, { caseId: approved });
  await approve(waiting, approved);
  await moveCase(company.test.store, first, { from: ['identity'], to: 'in-progress', actor: 'person' });
  await planRequest(company.app, { caseId: first });
  expect(await file(company, approved)).toMatchObject({ state: 'in-progress', joinedTo: null });
  const [reference, into] = [await file(company, approved), await file(company, first)].map(
    (its) => its.reference,
  ) as [string, string];
  await expect(mergeRequests(asOfficer, { reference, into })).rejects.toThrow(/approved/);

  const correct = (now: string, wanted: string): Wish => ({
    kind: 'rectification',
    corrections: [{ category: 'contact', now, wanted }],
  });
  const contact = { email: marijke.email };
  const one = await ask(company, { contact, wish: correct(marijke.email, 'm@dewit.example') });
  const same = await ask(company, { contact, wish: correct(marijke.email, 'm@dewit.example') });
  const other = await ask(company, { contact, wish: correct(marijke.email, 'anders@dewit.example') });
  for (const caseId of [one, same, other]) await planRequest(company.app, { caseId });
  expect(await file(company, same)).toMatchObject({ state: 'joined', joinedTo: one });
  expect(await file(company, other)).toMatchObject({ state: 'in-progress' });
  await expect(
    mergeRequests(asOfficer, {
      reference: (await file(company, other)).reference,
      into: (await file(company, one)).reference,
    }),
  ).rejects.toThrow(/do not ask the same/);
}, 120_000);

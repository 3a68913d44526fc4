import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { acceptMandate, showMandate } from '../../src/app/decide-mandate.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import { planRequest, planWaitingRequests } from '../../src/app/plan-request.ts';
import type { OpenRequestInput } from '../../src/app/portal-services.ts';
import { livePortalServices } from '../../src/app/portal-services-live.ts';
import { readCaseOf } from '../../src/app/read-case.ts';
import { confirmRefusal, proposeRefusal } from '../../src/app/refuse-request.ts';
import { takeEffect } from '../../src/app/take-effect.ts';
import { present } from '../../src/base/assert.ts';
import type { OnBehalfOf } from '../../src/domain/mandate.ts';
import { readHandledCases } from '../../src/store/handled-case.ts';
import { readLedger, sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;
const clientKey = '192.0.2.0/24';
const lawyer = 'advocaat@kantoor.example';
const forLotte: OnBehalfOf = {
  mandate: 'lawyer',
  identities: [{ kind: 'customer-number', value: lotte.customerNo }],
  birthDate: null,
};

function pages(company: Company) {
  const services = livePortalServices(company.app, { mailboxFrom: null });
  const open = (asked: Partial<OpenRequestInput> & Pick<OpenRequestInput, 'wish'>) =>
    services.openRequest({
      email: lawyer,
      customerNumber: null,
      language: 'nl',
      clientKey,
      onBehalfOf: forLotte,
      ...asked,
    });
  const lettersTo = async (to: string) =>
    (await listMails(company.test.store, { limit: 100 })).filter((mail) => mail.to === to);
  const prove = async (reference: string) => {
    const [mail] = await lettersTo(lawyer);
    const code = present(/\b(\d{3}) (\d{3})\b/.exec(JSON.stringify(mail)), 'a code')
      .slice(1)
      .join('');
    // Mails of one moment have no order, and the newest is read first.
    company.test.clock.advance({ seconds: 1 });
    return services.submitCode({ reference, code, clientKey });
  };
  return { services, open, prove, lettersTo };
}

async function opened(opening: ReturnType<ReturnType<typeof pages>['open']>): Promise<string> {
  const result = await opening;
  if (result.kind !== 'opened') throw new Error(result.kind);
  return result.reference;
}

test('a lawyer who asks for a client shows it first; then the client hears of it and the lawyer gets the answer', async () => {
  await using company = await exampleCompany();
  const { app, test: world } = company;
  const asOfficer = actingAs(app, officer);
  const { open, prove, lettersTo } = pages(company);
  const reference = await opened(open({ wish: { kind: 'access' } }));
  expect(await prove(reference)).toEqual({ kind: 'waits', for: 'mandate' });
  expect((await lettersTo(lawyer))[0]?.subject).toContain('namens iemand anders');
  expect(await lettersTo(lotte.email)).toEqual([]);
  expect(await planWaitingRequests(app)).toBe(0);
  expect(await listRequests(asOfficer, { all: false, limit: 10 })).toMatchObject([
    { reference, state: 'unproven', awaits: 'mandate' },
  ]);
  expect(await showMandate(asOfficer, reference)).toMatchObject({ onBehalfOf: forLotte, accepted: false });
  await expect(acceptMandate(asOfficer, { reference, reason: '' })).rejects.toMatchObject({
    code: 'bad-input',
  });

  world.clock.advance({ minutes: 1 });
  const accepted = await acceptMandate(asOfficer, {
    reference,
    reason: 'Staat op het tableau; brief gezien.',
  });
  expect(accepted).toMatchObject({ kind: 'taken-up', person: 'told' });
  expect((await lettersTo(lotte.email)).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Iemand doet namens u een verzoek'),
  ]);
  expect((await lettersTo(lawyer))[0]?.subject).toContain('ontvangen');
  const { file, timeline } = await readCaseOf(asOfficer, reference);
  expect(timeline.map(({ kind }) => kind)).toEqual([
    'received',
    'identity',
    'identity-proof',
    'mandate-asked',
    'mandate-accepted',
    'in-progress',
  ]);
  expect(await planRequest(app, { caseId: file.id })).toMatchObject({ kind: 'planned' });
  await expect(acceptMandate(asOfficer, { reference, reason: 'Nog eens.' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await sequenceLedger(world.store, { limit: 1000, sign: () => '' });
  const kinds: string[] = [];
  for await (const { leaf } of readLedger(world.store)) kinds.push(JSON.parse(leaf).kind);
  expect(kinds).toContain('mandate-accepted');
});

test('a mandate that was accepted first waits for who the representative is', async () => {
  await using company = await exampleCompany();
  const asOfficer = actingAs(company.app, officer);
  const { open, prove, lettersTo } = pages(company);
  const reference = await opened(open({ wish: { kind: 'access' } }));
  expect(await acceptMandate(asOfficer, { reference, reason: 'Bekend kantoor.' })).toMatchObject({
    kind: 'waits',
    for: 'more-proof',
  });
  // Only the code was mailed: nothing else is asked of who did not send it back yet.
  expect(await lettersTo(lawyer)).toHaveLength(1);
  expect(await prove(reference)).toMatchObject({ kind: 'ok' });
});

test('a mandate that is not shown is refused by two officers, and tells nothing of the other person', async () => {
  await using company = await exampleCompany();
  const { app, test: world } = company;
  const asOfficer = actingAs(app, officer);
  const other = actingAs(app, { kind: 'officer', id: 'officer_2' });
  const { open, prove, lettersTo } = pages(company);
  const reference = await opened(open({ wish: { kind: 'access' } }));
  await prove(reference);
  const explanation = 'De machtiging is van een ander.';
  const ground = 'mandate-not-shown';
  await proposeRefusal(asOfficer, { reference, ground, explanation });
  await expect(confirmRefusal(asOfficer, { reference })).rejects.toMatchObject({ code: 'forbidden' });
  world.clock.advance({ minutes: 1 });
  await confirmRefusal(other, { reference });
  const [letter] = await lettersTo(lawyer);
  expect(JSON.stringify(letter)).toContain(explanation);
  expect(JSON.stringify(letter)).toContain('Autoriteit Persoonsgegevens');
  expect(JSON.stringify(letter)).not.toContain(lotte.email);
  expect(await lettersTo(lotte.email)).toEqual([]);
  const since = Temporal.Instant.from('2026-01-01T00:00:00Z');
  expect(await readHandledCases(world.store, { since, limit: 10 })).toMatchObject([
    { state: 'refused', refusalGround: ground },
  ]);
  const own = await opened(
    open({ wish: { kind: 'access' }, email: lotte.email, onBehalfOf: undefined as never }),
  );
  await expect(proposeRefusal(asOfficer, { reference: own, ground, explanation })).rejects.toMatchObject({
    code: 'bad-input',
  });
});

test('what somebody asks for another stops nothing of that other before it was accepted', async () => {
  await using company = await exampleCompany();
  const { app } = company;
  const asOfficer = actingAs(app, officer);
  const { open, prove } = pages(company);
  const byMail: OnBehalfOf = { ...forLotte, identities: [{ kind: 'email', value: lotte.email }] };
  const wish = { kind: 'withdrawal', purposes: 'all' } as const;
  const reference = await opened(open({ wish, onBehalfOf: byMail }));
  await prove(reference);
  const { file } = await readCaseOf(asOfficer, reference);
  await takeEffect(app, { caseId: file.id });
  const marked = async () =>
    (await readCaseOf(asOfficer, reference)).timeline.some(({ kind }) => kind === 'mark-set');
  expect(await marked()).toBe(false);
  await acceptMandate(asOfficer, { reference, reason: 'Machtiging gezien.' });
  expect(await marked()).toBe(true);
});

test('a parent asks for a child that does not ask itself yet, and for no other', async () => {
  await using company = await exampleCompany();
  const { open } = pages(company);
  const forChild = (birthDate: string | null) =>
    open({ wish: { kind: 'access' }, onBehalfOf: { ...forLotte, mandate: 'parent', birthDate } });
  expect(await forChild(null)).toEqual({ kind: 'mistaken', mistake: 'birth-date-missing' });
  expect(await forChild('2008-01-01')).toEqual({ kind: 'mistaken', mistake: 'asks-itself' });
  expect(await forChild('2018-01-01')).toMatchObject({ kind: 'opened', state: 'identity' });
  expect(await open({ wish: { kind: 'access' }, onBehalfOf: { ...forLotte, identities: [] } })).toEqual({
    kind: 'mistaken',
    mistake: 'person-missing',
  });
});

import { expect, test } from 'vitest';
import { chooseColumns } from '../../src/app/choose-columns.ts';
import { acceptCorrection, disputeCorrection } from '../../src/app/dispute-correction.ts';
import { planRequest, planWaitingRequests } from '../../src/app/plan-request.ts';
import { showRequest } from '../../src/app/show-request.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { readCase } from '../../src/store/case-file.ts';
import { listMails } from '../../src/store/outbox-mail.ts';
import { listMarksOfCase } from '../../src/store/person-mark.ts';
import { type PromiseWorld, promiseWorld } from '../support/promise-world.ts';

const officer = { kind: 'officer', id: 'officer_test' } as const;
const system = { kind: 'system' } as const;

async function referenceOf(world: PromiseWorld, caseId: CaseId): Promise<string> {
  return (await readCase(world.test.store, caseId))?.reference ?? '';
}

test('a correction reaches every system, leaves an invoice as it is, and is told without a value', async () => {
  await using world = await promiseWorld();
  const caseId = await world.ask([
    { category: 'contact', now: 'VERA@voorbeeld.example', wanted: 'vera@nieuw.example' },
    { category: 'payment', now: 'NL00', wanted: 'NL99' },
  ]);
  const reference = await referenceOf(world, caseId);
  const shown = await showRequest(world.app(officer), { reference, language: 'nl' });
  expect(shown.plan?.sentences.join('\n')).toMatch(/Verbeterd in/);
  expect(shown.plan?.sentences.join('\n')).toMatch(/Ongewijzigd blijft facturen \(1\).*aanvulling/s);
  expect(JSON.stringify(shown.plan).toLowerCase()).not.toMatch(/vera@|nl99/);
  await world.answer(caseId);
  const mails = await listMails(world.test.store, { limit: 10 });
  const letters = mails.map(({ to, subject, text }) => ({ to, said: `${subject} ${text}` }));
  const done = letters.filter(({ said }) => said.includes('voor een deel verbeterd'));
  expect(done.map(({ to }) => to)).toEqual(['vera@voorbeeld.example']);
  expect(done[0]?.said).toContain('artikel 16 AVG');
  expect(done[0]?.said).not.toMatch(/vera@|NL99|NL00/);
  const noted = letters.filter(({ to }) => to === 'vera@nieuw.example');
  expect(noted).toHaveLength(1);
  expect(noted[0]?.said).not.toMatch(/verbeterd|vera/i);
});

test('what a column cannot hold is refused by name, and an officer chooses another', async () => {
  await using world = await promiseWorld();
  await world.crm('alter table customers alter column name type varchar(10)');
  await world.crm(`update customers set name = 'Vera' where id = 1`);
  const caseId = await world.ask([{ category: 'name', now: 'Vera', wanted: 'Vera van der Meer' }]);
  const app = world.app(officer);
  expect(await planRequest(app, { caseId })).toEqual({ kind: 'choose' });
  const reference = await referenceOf(world, caseId);
  const shown = await showRequest(app, { reference, language: 'en' });
  expect(shown.plan).toBeUndefined();
  expect(shown.wait).toMatchObject({
    kind: 'choice',
    needed: { refusals: [{ source: 'crm', table: 'customers', column: 'name', why: 'length', rows: 1 }] },
  });
  // It waits for somebody, and is not tried again and again.
  expect(await planWaitingRequests(world.app(system))).toBe(0);
  await expect(chooseColumns(app, { reference, columns: ['crm.customers.email'] })).rejects.toThrow(
    /crm\.customers\.name/,
  );
  const chosen = await chooseColumns(app, { reference, columns: ['list.subscribers.name'] });
  expect(chosen.kind).toBe('planned');
  const again = await showRequest(app, { reference, language: 'nl' });
  expect(again.plan?.sentences.join('\n')).toMatch(/omdat een medewerker andere velden koos/);
});

test('where something is to be filled in, an officer says in which column', async () => {
  await using world = await promiseWorld();
  await world.crm('update customers set name = null where id = 1');
  const caseId = await world.ask([{ category: 'name', now: null, wanted: 'Vera' }]);
  const app = world.app(officer);
  expect(await planRequest(app, { caseId })).toEqual({ kind: 'choose' });
  const reference = await referenceOf(world, caseId);
  expect((await showRequest(app, { reference, language: 'en' })).wait).toMatchObject({
    needed: { refusals: [], categories: ['name'] },
  });
  expect((await chooseColumns(app, { reference, columns: ['crm.customers.name'] })).kind).toBe('planned');
  await world.answer(caseId);
  expect(await world.verdict('P37')).toMatchObject({ state: 'kept' });
});

test('what is disputed is restricted and has no plan until it is decided', async () => {
  await using world = await promiseWorld();
  const caseId = await world.ask([{ category: 'name', now: 'Vera', wanted: 'Veerle' }]);
  const app = world.app(officer);
  await planRequest(app, { caseId });
  const reference = await referenceOf(world, caseId);
  await disputeCorrection(app, { reference });
  expect(await listMarksOfCase(world.test.store, caseId)).toMatchObject([
    {
      kind: 'restricted',
      ground: 'accuracy-contested',
      scope: { purposes: 'all', categories: ['name'], recipients: 'all' },
      liftedAt: null,
    },
  ]);
  expect(await showRequest(app, { reference, language: 'nl' })).toMatchObject({
    plan: undefined,
    wait: { kind: 'disputed' },
  });
  await expect(planRequest(app, { caseId })).rejects.toMatchObject({ code: 'conflict' });
  await expect(disputeCorrection(app, { reference })).rejects.toMatchObject({ code: 'conflict' });
  await acceptCorrection(app, { reference });
  expect((await planRequest(app, { caseId })).kind).toBe('planned');
  await expect(acceptCorrection(app, { reference })).rejects.toMatchObject({ code: 'conflict' });
});

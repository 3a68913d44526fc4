import { expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import type { ListedRequest } from '../../src/app/listed-request.ts';
import { openRequest } from '../../src/app/open-request.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { readCaseOf } from '../../src/app/read-case.ts';
import { takeEffect } from '../../src/app/take-effect.ts';
import { weighObjection } from '../../src/app/weigh-objection.ts';
import { present } from '../../src/base/assert.ts';
import { nextStep } from '../../src/cli/next-step.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;
const toService: Wish = {
  kind: 'objection',
  purposes: ['quality'],
  categories: 'all',
  recipients: 'all',
  reason: null,
};

async function open({ app }: Company, wish: Wish, { sure = true } = {}) {
  const opened = await openRequest(actingAs(app, officer), {
    wish,
    channel: 'telephone',
    email: lotte.email,
    customerNumber: null,
    language: 'nl',
    clientKey: null,
    ...(sure ? { proof: 'officer-judgement', proofReason: 'Zij belde terug.' } : {}),
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened;
}

async function listed({ app }: Company, reference: string): Promise<ListedRequest> {
  const all = await listRequests(actingAs(app, officer), { all: true, limit: 100 });
  return present(
    all.find((each) => each.reference === reference),
    reference,
  );
}

it('tells of an objection that it is to be weighed, and only once its marks are in place', async () => {
  await using company = await exampleCompany();
  const { caseId, reference } = await open(company, toService);
  const early = await listed(company, reference);
  expect(early).toMatchObject({ state: 'taken-up', awaits: null });
  expect(nextStep(early)).toContain('on its way to the databases');
  const context = actingAs(company.app, officer);
  const weighed = { reference, outcome: 'upheld', reason: 'Haar belang weegt zwaarder.' } as const;
  await expect(weighObjection(context, weighed)).rejects.toMatchObject({ code: 'conflict' });

  await takeEffect(company.app, { caseId });
  const waiting = await listed(company, reference);
  expect(waiting).toMatchObject({ awaits: 'weighing' });
  expect(nextStep(waiting)).toContain(`gestand requests weigh ${reference}`);
  await weighObjection(context, weighed);
  expect(await listed(company, reference)).toMatchObject({ state: 'done', awaits: null });
}, 120_000);

it('tells of a request that nobody proved what it waits for, and that its clock stands still', async () => {
  await using company = await exampleCompany();
  const { caseId, reference } = await open(company, { kind: 'access' }, { sure: false });
  const unproven = await listed(company, reference);
  expect(unproven).toMatchObject({ state: 'unproven', awaits: 'code', clockStandsStill: true, alarm: null });
  expect(nextStep(unproven)).toContain(`gestand requests prove ${reference}`);
  await expect(planRequest(company.app, { caseId })).rejects.toThrow(
    `${reference} waits for proof of who asks, so there is no plan yet.`,
  );
}, 120_000);

it('uses one word for where a request stands, in the list and where it is shown', async () => {
  await using company = await exampleCompany();
  const opened = await Promise.all([
    open(company, { kind: 'access' }, { sure: false }),
    open(company, { kind: 'question', text: 'Hoelang?' }),
    open(company, { kind: 'erasure' }),
  ]);
  const planned = present(opened[2], 'the erasure');
  await planRequest(company.app, { caseId: planned.caseId });
  const states: string[] = [];
  for (const { reference } of opened) {
    const inList = await listed(company, reference);
    states.push(inList.state);
    expect((await readCaseOf(actingAs(company.app, officer), reference)).listed).toEqual(inList);
  }
  expect(states).toEqual(['unproven', 'taken-up', 'planned']);
}, 120_000);

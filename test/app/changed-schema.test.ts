import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import { planWaitingRequests } from '../../src/app/plan-request.ts';
import { type ShownRequest, showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import { moveCase, openCase } from '../../src/store/case-file.ts';
import { type Company, exampleCompany, officer } from './company.ts';

const lotte = plantedCases['one-of-everything'].person;

/** A request of somebody who proved who they are. */
async function provenRequest({ test }: Company): Promise<string> {
  const { file } = await openCase(test.store, {
    wish: { kind: 'erasure' },
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-12-20',
    legalDate: '2026-12-23',
    contact: { email: lotte.email },
    actor: 'person',
  });
  await moveCase(test.store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  return file.reference;
}

async function alter({ secrets }: Company, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: secrets['CRM_URL'] ?? '' });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function shown({ app }: Company, reference: string): Promise<ShownRequest> {
  return showRequest(actingAs(app, officer), { reference, language: 'nl' });
}

async function listed({ app }: Company) {
  return listRequests(actingAs(app, officer), { all: false, limit: 10 });
}

describe('a schema that changes while a request waits', () => {
  it('stops an officer before the approval, and not only the run after it', async () => {
    await using company = await exampleCompany();
    const reference = await provenRequest(company);
    const before = present((await shown(company, reference)).plan, 'plan').record;
    await alter(company, 'alter table customers add column shoe_size int');
    await expect(shown(company, reference)).rejects.toMatchObject({ code: 'drifted' });
    await alter(company, 'alter table customers drop column shoe_size');
    expect((await shown(company, reference)).plan?.record.id).toBe(before.id);
  });

  it('makes the plan again when it still fits the policy', async () => {
    await using company = await exampleCompany();
    const reference = await provenRequest(company);
    const before = present((await shown(company, reference)).plan, 'plan').record;
    await alter(company, 'alter table customers alter column phone type varchar(40)');
    const after = await shown(company, reference);
    expect(after.plan?.record.sealedHash).not.toBe(before.sealedHash);
    expect(after.state).toBe('planned');
  });

  it('stops the run when it came later still, changes nothing, and says so in the list', async () => {
    await using company = await exampleCompany();
    const { app } = company;
    const reference = await provenRequest(company);
    const { plan, file } = await shown(company, reference);
    await alter(company, 'alter table customers add column shoe_size int');
    const { id, sealedHash } = present(plan, 'plan').record;
    await approvePlan(actingAs(app, officer), { caseId: file.id, planId: id, sealedHash });
    expect(await listed(company)).toMatchObject([{ state: 'verified', awaits: null, stoppedBy: 'drifted' }]);
    await alter(company, 'alter table customers drop column shoe_size');
    // Plans of one moment have no order.
    company.test.clock.advance({ seconds: 1 });
    expect(await planWaitingRequests(app)).toBe(1);
    expect(await listed(company)).toMatchObject([{ state: 'planned', awaits: 'approval', stoppedBy: null }]);
    expect((await shown(company, reference)).plan?.foundNothing).toBe(false);
  });
});

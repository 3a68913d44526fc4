import { expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { readCase } from '../../src/store/case-file.ts';
import { exampleCompany, officer } from './company.ts';
import { askErasure } from './erase-person.ts';

const { first: pieter, second: thomas } = plantedCases['two-customers-one-address'];

it('shows what would go today, also when somebody who shared a row was erased since the plan was made', async () => {
  await using company = await exampleCompany();
  const { store } = company.test;
  const context = actingAs(company.app, officer);
  const [his, other] = [await askErasure(company, pieter.email), await askErasure(company, thomas.email)];
  for (const caseId of [his, other]) await planRequest(company.app, { caseId });
  const shown = async (caseId: CaseId) => {
    const { reference } = present(await readCase(store, caseId), 'the case');
    const { plan } = await showRequest(context, { reference, language: 'en' });
    return present(plan, 'its plan');
  };

  const first = await shown(other);
  // Looking changes nothing while nothing changed.
  expect((await shown(other)).record.id).toBe(first.record.id);

  const { record } = await shown(his);
  company.test.clock.advance({ seconds: 1 });
  await approvePlan(context, { caseId: his, planId: record.id, sealedHash: record.sealedHash });
  expect(await readCase(store, his)).toMatchObject({ state: 'answered' });

  const later = await shown(other);
  expect(later.record.id).not.toBe(first.record.id);
  expect(later.deeds).not.toEqual(first.deeds);
  const stale = { caseId: other, planId: first.record.id, sealedHash: first.record.sealedHash };
  await expect(approvePlan(context, stale)).rejects.toMatchObject({ code: 'conflict' });
}, 120_000);

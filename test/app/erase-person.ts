import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import type { CaseId } from '../../src/base/ids.ts';
import { answerDeadline } from '../../src/law/deadlines.ts';
import { moveCase, openCase } from '../../src/store/case-file.ts';
import { type Company, officer } from './company.ts';

/** A request to be erased of somebody who proved an address. */
export async function askErasure({ test }: Company, email: string): Promise<CaseId> {
  const { store } = test;
  const deadline = answerDeadline(store.clock.now());
  const { file } = await openCase(store, {
    wish: { kind: 'erasure' },
    language: 'nl',
    channel: 'portal',
    safeDate: deadline.planningDate.toString(),
    legalDate: deadline.legalDate.toString(),
    contact: { email },
    actor: 'person',
  });
  await moveCase(store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
  return file.id;
}

/** The same, planned, approved and carried out. */
export async function erasePerson(company: Company, email: string): Promise<CaseId> {
  const caseId = await askErasure(company, email);
  const planning = await planRequest(company.app, { caseId });
  if (planning.kind !== 'planned') throw new Error('several people have that address');
  const { id: planId, sealedHash } = planning.plan;
  await approvePlan(actingAs(company.app, officer), { caseId, planId, sealedHash });
  return caseId;
}

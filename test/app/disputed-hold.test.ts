import { expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import { acceptCorrection, disputeCorrection } from '../../src/app/dispute-correction.ts';
import { keepStanding } from '../../src/app/keep-standing.ts';
import { liftMarks } from '../../src/app/lift-marks.ts';
import { mayUse } from '../../src/app/may-use.ts';
import { planRequest } from '../../src/app/plan-request.ts';
import { silentLog } from '../../src/base/log.ts';
import { keptMailer } from '../../src/mail/mailer.ts';
import { deliverOutbox } from '../../src/mail/outbox.ts';
import { moveCase, openCase, readCase } from '../../src/store/case-file.ts';
import { type Company, exampleCompany, officer } from './company.ts';
import { gates } from './gate-rows.ts';

const lotte = plantedCases['one-of-everything'].person;

async function decide({ app }: Company): Promise<string> {
  const who = [{ kind: 'email', value: lotte.email }] as const;
  const decided = await mayUse(app, [{ who, purpose: 'service' }]);
  return decided.map(({ decision }) => decision).join();
}

// GDPR art. 18(1)(a) and (3).
test('what is disputed rests in every source until it is decided and the person was told', async () => {
  await using company = await exampleCompany();
  const { app } = company;
  const desk = actingAs(app, officer);
  const { file } = await openCase(app.store, {
    wish: {
      kind: 'rectification',
      corrections: [{ category: 'contact', now: lotte.email, wanted: 'lotte@verhuisd.example' }],
    },
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-12-23',
    legalDate: '2026-12-23',
    contact: { email: lotte.email },
    actor: 'person',
  });
  const { id, reference } = file;
  await moveCase(app.store, id, { from: ['received'], to: 'in-progress', actor: 'person' });
  await planRequest(app, { caseId: id });
  await disputeCorrection(desk, { reference });
  expect(await decide(company)).toBe('deny');
  await keepStanding(app);
  const rows = await gates(company);
  expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['crm', 'billing', 'newsletter']));
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['restricted']));
  // It is not answered by that, and a second round does nothing.
  await keepStanding(app);
  expect(await gates(company)).toEqual(rows);
  expect(await readCase(app.store, id)).toMatchObject({ state: 'in-progress' });

  await acceptCorrection(desk, { reference });
  const planning = await planRequest(app, { caseId: id });
  if (planning.kind !== 'planned') throw new Error(planning.kind);
  const { id: planId, sealedHash } = planning.plan;
  await approvePlan(desk, { caseId: id, planId, sealedHash });
  expect(await readCase(app.store, id)).toMatchObject({ state: 'answered' });
  expect(await gates(company)).toEqual(rows);
  await liftMarks(desk, { reference, reason: 'uw adres is verbeterd.' });
  await deliverOutbox({ store: app.store, mailer: keptMailer, log: silentLog }, { limit: 20 });
  await keepStanding(app);
  expect(await gates(company)).toEqual([]);
  expect(await decide(company)).toBe('permit');
});

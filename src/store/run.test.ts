import { expect, test } from 'vitest';
import { type TestStore, testStore } from '../../test/support/test-store.ts';
import { present } from '../base/assert.ts';
import type { PlanId } from '../base/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { openCase } from './case-file.ts';
import { countErasures, findErased, recordErasure } from './erasure-record.ts';
import {
  approvePlan,
  closePlansOfCase,
  keepPlan,
  markPlanExecuted,
  readBindings,
  readPlan,
} from './plan-record.ts';
import { claimRun, closeRun, type HeldRun, queueRun, readRun, releaseRun, renewLease } from './run.ts';
import { completeStep, listSteps, saveCursor, startStep } from './run-step.ts';
import type { StoreScope } from './store.ts';

const plan: Plan = { format: 1, kind: 'erase', on: '2026-11-02', policyHash: 'p', people: 1, sources: [] };
const bindings = { nonce: 'n', sources: { crm: { person: [{ person: 0, key: ['KL-4711'] }] } } };

async function approvedPlan(store: StoreScope): Promise<PlanId> {
  const { id } = await keepPlan(store, { plan, sealedHash: 'h', bindings });
  await approvePlan(store, id, { sealedHash: 'h', approvedBy: 'staff_1' });
  return id;
}

async function queued(test: TestStore): Promise<{ readonly planId: PlanId; readonly held: HeldRun }> {
  const planId = await approvedPlan(test.store);
  const steps = ['delete', 'verify'].map((name) => ({ name, source: 'crm' }));
  const run = await queueRun(test.store, planId, steps);
  const held = await claimRun(test.store, { worker: 'a', leaseSeconds: 30, runId: run.id });
  return { planId, held: present(held, 'claim') };
}

test('only what was shown is approved, and only what was approved runs', async () => {
  await using test = await testStore();
  const { store } = test;
  const { id } = await keepPlan(store, { plan, sealedHash: 'shown', bindings });
  await expect(queueRun(store, id, [])).rejects.toMatchObject({ code: 'not-approved' });
  await expect(approvePlan(store, id, { sealedHash: 'other', approvedBy: 'staff_1' })).rejects.toMatchObject({
    code: 'drifted',
  });
  const approved = await approvePlan(store, id, { sealedHash: 'shown', approvedBy: 'staff_1' });
  expect(approved).toMatchObject({ state: 'approved', plan, approvedAt: '2026-11-02T09:00:00Z' });
  await expect(approvePlan(store, id, { sealedHash: 'shown', approvedBy: 'staff_2' })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await readBindings(store, id)).toEqual(bindings);
});

test('a new draft of a case takes the place of the one before', async () => {
  await using test = await testStore();
  const { store } = test;
  const { file } = await openCase(store, {
    wish: { kind: 'erasure' },
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-11-20',
    legalDate: '2026-12-02',
    contact: { email: 'a@x.example' },
    actor: 'person',
  });
  const first = await keepPlan(store, { plan, sealedHash: '1', bindings, caseId: file.id });
  const second = await keepPlan(store, { plan, sealedHash: '2', bindings, caseId: file.id });
  expect((await readPlan(store, first.id))?.state).toBe('superseded');
  expect((await readPlan(store, second.id))?.state).toBe('draft');
  // Who it was about is not kept beside a plan that never runs.
  await expect(readBindings(store, first.id)).rejects.toMatchObject({ code: 'gone' });
  expect(await readBindings(store, second.id)).toEqual(bindings);
  await closePlansOfCase(store, file.id);
  expect((await readPlan(store, second.id))?.state).toBe('superseded');
  await expect(readBindings(store, second.id)).rejects.toMatchObject({ code: 'gone' });
});

test('workers that claim at once get different runs, and none twice', async () => {
  await using test = await testStore();
  const { store } = test;
  const planId = await approvedPlan(store);
  for (let i = 0; i < 4; i++) await queueRun(store, planId, []);
  const claims = await Promise.all(
    Array.from({ length: 8 }, (_, i) => claimRun(store, { worker: `w${i}`, leaseSeconds: 30 })),
  );
  const held = claims.filter((claim) => claim !== undefined);
  expect(new Set(held.map(({ id }) => id)).size).toBe(4);
  expect(held).toHaveLength(4);
  expect(await claimRun(await test.another('org_other'), { worker: 'x', leaseSeconds: 30 })).toBeUndefined();
});

test('a worker that lost its lease cannot write any more', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const { held: slow } = await queued(test);
  await startStep(store, slow, 0);
  clock.advance({ seconds: 29 });
  expect(await claimRun(store, { worker: 'b', leaseSeconds: 30 })).toBeUndefined();
  await renewLease(store, slow, 30);
  clock.advance({ seconds: 30 });
  const quick = present(await claimRun(store, { worker: 'b', leaseSeconds: 30 }), 'claim');
  expect(quick).toEqual({ ...slow, fence: slow.fence + 1 });

  const writes = [
    () => renewLease(store, slow, 30),
    () => startStep(store, slow, 0),
    () => saveCursor(store, slow, { ordinal: 0, cursor: { after: 10 } }),
    () => completeStep(store, slow, { ordinal: 0, result: {} }),
    () => closeRun(store, slow, { state: 'failed', failureCode: 'internal' }),
  ];
  for (const write of writes) await expect(write()).rejects.toMatchObject({ code: 'lost-lease' });

  const resumed = await startStep(store, quick, 0);
  expect(resumed).toMatchObject({ state: 'running', attempts: 2, cursor: null });
});

test('a run goes on from its cursor, closes when every step is done, and then stays as it is', async () => {
  await using test = await testStore();
  const { store } = test;
  const { held: first, planId } = await queued(test);
  await startStep(store, first, 0);
  await saveCursor(store, first, { ordinal: 0, cursor: { after: 500 } });
  await releaseRun(store, first);
  const held = present(await claimRun(store, { worker: 'b', leaseSeconds: 30 }), 'claim');
  expect((await startStep(store, held, 0)).cursor).toEqual({ after: 500 });
  await completeStep(store, held, { ordinal: 0, result: { rows: 12 } });
  // After a crash between the write and its answer the same is written again.
  expect(await completeStep(store, held, { ordinal: 0, result: { rows: 0 } })).toMatchObject({
    result: { rows: 12 },
  });
  await expect(startStep(store, held, 0)).rejects.toMatchObject({ code: 'conflict' });
  await expect(closeRun(store, held, { state: 'completed' })).rejects.toMatchObject({ code: 'conflict' });
  expect((await readRun(store, held.id))?.state).toBe('running');
  await startStep(store, held, 1);
  await completeStep(store, held, { ordinal: 1, result: {} });
  await closeRun(store, held, { state: 'completed' });
  await markPlanExecuted(store, planId);
  expect(await readRun(store, held.id)).toMatchObject({
    state: 'completed',
    closedAt: '2026-11-02T09:00:00Z',
  });
  expect((await listSteps(store, held.id)).map(({ state }) => state)).toEqual(['completed', 'completed']);
  expect(await claimRun(store, { worker: 'c', leaseSeconds: 30 })).toBeUndefined();
  await expect(markPlanExecuted(store, planId)).rejects.toMatchObject({ code: 'not-approved' });
});

test('an erased identity can be asked for but not read', async () => {
  await using test = await testStore();
  const { store, clock } = test;
  const { held } = await queued(test);
  const many = Array.from({ length: 6000 }, (_, i) => ({ kind: 'email', value: `p${i}@x.example` }) as const);
  await recordErasure(store, held.id, many);
  await recordErasure(store, held.id, many.slice(0, 10));
  expect(await countErasures(store)).toBe(6000);
  clock.advance({ days: 30 });
  const asked = [
    { kind: 'email', value: 'new@x.example' },
    { kind: 'email', value: 'p5999@x.example' },
    { kind: 'phone', value: 'p1@x.example' },
  ] as const;
  expect(await findErased(store, asked)).toEqual([
    { identity: asked[1], runId: held.id, erasedAt: '2026-11-02T09:00:00Z' },
  ]);
  expect(await findErased(await test.another('org_other'), asked)).toEqual([]);
});
